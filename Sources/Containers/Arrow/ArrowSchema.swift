/// The columns of an Arrow schema.
struct ArrowSchema {
    var fields = [ArrowField]()
    /// What pandas adds.
    var pandas: PandasMetadata?

    init(_ table: FlatTable) throws(ContainerProblem) {
        guard try table.integer(0, default: Int16(0)) == 0 else { throw ArrowProblem.bigEndian }
        for field in try table.tables(1) { fields.append(try ArrowField(field, depth: 0)) }
        for pair in try table.tables(2) where try pair.string(0) == "pandas" {
            pandas = PandasMetadata(Array((try pair.string(1) ?? "").utf8))
        }
    }
}

/// One column, or one column of a column.
struct ArrowField {
    let name: String
    let type: ArrowType
    /// The dictionary that its values are codes of.
    private(set) var dictionary: Int64?
    /// The type of the codes.
    let codeBits: Int
    let areCodesSigned: Bool
    let children: [ArrowField]

    init(_ table: FlatTable, depth: Int) throws(ContainerProblem) {
        guard depth < 32 else { throw ArrowProblem.damaged("columns nest deeper than 32") }
        name = try table.string(0) ?? ""
        type = try ArrowType(try table.integer(2, default: UInt8(0)), try table.table(3))
        let encoding = try table.table(4)
        dictionary = try encoding?.integer(0, default: Int64(0))
        let codes = try encoding?.table(1)
        codeBits = Int(try codes?.integer(0, default: Int32(32)) ?? 32)
        areCodesSigned = try codes?.flag(1) ?? true
        guard [8, 16, 32, 64].contains(codeBits) else { throw ArrowProblem.damaged() }
        var children = [ArrowField]()
        for child in try table.tables(5) { children.append(try ArrowField(child, depth: depth + 1)) }
        self.children = children
    }

    /// The field of the dictionary's words.
    var words: ArrowField {
        var field = self
        field.dictionary = nil
        return field
    }
}
