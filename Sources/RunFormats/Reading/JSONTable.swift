import Containers

/// A table that was written as JSON, as the delimited text that every reader of tables takes.
///
/// Two forms of pandas' `to_json`: a list of records, `[{"Size": 1, …}, …]`, and an object of columns,
/// `{"Size": {"0": 1, …}, …}`, whose inner names are the index. Values within values are left empty.
enum JSONTable {
    /// The text of a document; nil where it is no table.
    static func text(of document: JSONValue) -> [UInt8]? {
        switch document {
        case .array(let records): text(ofRecords: records)
        case .object(let columns): text(ofColumns: columns)
        default: nil
        }
    }

    /// One row for each record; the columns are their names in the order in which they come first.
    ///
    /// Nil where the records have so little in common that the table would be many times as large as they are.
    static func text(ofRecords records: [JSONValue]) -> [UInt8]? {
        var (names, places, count) = ([String](), [String: Int](), 0)
        for record in records {
            guard case .object(let members) = record else { return nil }
            count += members.count
            for member in members where places[member.name] == nil {
                places[member.name] = names.count
                names.append(member.name)
            }
        }
        guard !names.isEmpty, names.count <= CSVScanner.maximumColumns,
            names.count * records.count <= max(1 << 20, 4 * count)
        else { return nil }
        var text = [UInt8]()
        append(names.map { JSONValue.string($0) }, to: &text)
        for case .object(let members) in records {
            var cells = [JSONValue](repeating: .null, count: names.count)
            for member in members { places[member.name].map { cells[$0] = member.value } }
            append(cells, to: &text)
        }
        return text
    }

    /// One row for each name of the first column's index.
    private static func text(ofColumns columns: [JSONMember]) -> [UInt8]? {
        guard case .object(let index)? = columns.first?.value, !index.isEmpty else { return nil }
        var rows = index.map { [JSONValue.string($0.name)] }
        for column in columns {
            guard case .object(let cells) = column.value, cells.count == rows.count else { return nil }
            for (row, cell) in cells.enumerated() { rows[row].append(cell.value) }
        }
        var text = [UInt8]()
        append([.string("")] + columns.map { .string($0.name) }, to: &text)
        for row in rows { append(row, to: &text) }
        return text
    }

    private static func append(_ row: [JSONValue], to text: inout [UInt8]) {
        for (place, value) in row.enumerated() {
            if place > 0 { text.append(UInt8(ascii: ",")) }
            TableText.append(cell: cell(value), to: &text)
        }
        text.append(UInt8(ascii: "\n"))
    }

    /// A value as a cell has it; empty where it is none, or holds others.
    static func cell(_ value: JSONValue) -> String {
        switch value {
        case .null, .array, .object: ""
        case .bool(let flag): flag ? "true" : "false"
        case .integer(let number): String(number)
        case .number(let number): number.isNaN ? "" : "\(number)"
        case .string(let text): text
        }
    }
}

extension JSONTable {
    /// The names of the columns of a table, from the beginning of its file; empty where it is none.
    static func columns(_ bytes: [UInt8]) -> [String] {
        let body = bytes.drop { $0 <= 0x20 }
        if body.first == UInt8(ascii: "{") { return JSONOutline.names(at: [], in: Array(body)) ?? [] }
        guard body.first == UInt8(ascii: "[") else { return [] }
        return JSONOutline.names(at: [], in: Array(body.dropFirst())) ?? []
    }
}
