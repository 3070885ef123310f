import Synchronization
import Tables

/// The tables of a subject alone, as a PDF has them attached; a report that is asked for PDF and JSON writes them once.
///
/// Kept only where a PDF asks for them, which holds them in memory anyway: JSON alone writes value by value.
public final class TablesJSON<Subject: Sendable>: Sendable {
    private let definitions: [TableDefinition<Subject>]
    private let subject: Subject
    /// The members `tables` and `unavailable_tables`, once they were written.
    private let kept = Mutex<[UInt8]?>(nil)

    /// The tables of a subject, not yet written.
    public init(_ definitions: [TableDefinition<Subject>], of subject: Subject) {
        self.definitions = definitions
        self.subject = subject
    }

    /// One object with `schema`, `tables` and `unavailable_tables`.
    public func bytes(schema: String) -> [UInt8] {
        let text = members()
        kept.withLock { $0 = text }
        var json = JSONWriter()
        json.object { json in
            json.member("schema", schema)
            json.members(text)
        }
        return json.finish()
    }

    /// Writes the members into the object of a report.
    func write(to json: inout JSONWriter) {
        if let text = kept.withLock({ $0 }) { return json.members(text) }
        json.tables(definitions, of: subject)
    }

    /// The members as they stand in an object of the outermost depth.
    private func members() -> [UInt8] {
        var json = JSONWriter()
        json.object { json in json.tables(definitions, of: subject) }
        // Without the brackets, the line feeds beside them and the first indent.
        return Array(json.bytes.dropFirst(4).dropLast(2))
    }
}
