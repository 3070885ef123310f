import Tables

/// The tables of a subject alone, as a PDF has them attached.
public enum TablesJSON {
    /// One object with `schema`, `tables` and `unavailable_tables`.
    public static func bytes<Subject>(
        _ definitions: [TableDefinition<Subject>], of subject: Subject, schema: String
    ) -> [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.member("schema", schema)
            json.tables(definitions, of: subject)
        }
        return json.finish()
    }
}
