import Containers

/// A frame or series of pandas as `to_json` writes it, as the text that `to_csv` would have written.
///
/// `{"returns": {"1329253200000": 0.0}}` has a member for each column, `{"1329253200000": {"returns": 0.0}}` one for each row,
/// `{"1329253200000": 0.0}` is a series without a name.
enum ColumnJSON {
    /// Whether bytes begin as such a document: the first key of the first or second level is a moment.
    static func isColumns(_ bytes: [UInt8]) -> Bool {
        var glance = Glance(bytes: bytes)
        guard glance.skip(UInt8(ascii: "{")), let first = glance.string(), glance.skip(UInt8(ascii: ":")) else {
            return false
        }
        if isMoment(first) { return true }
        guard glance.skip(UInt8(ascii: "{")), let second = glance.string() else { return false }
        return isMoment(second)
    }

    /// Milliseconds and the like since 1970, or ISO 8601.
    private static func isMoment(_ text: String) -> Bool {
        text.utf8.count >= 8 && text.utf8.count <= 40 && TimestampText.timestamp(text) != nil
    }

    /// The table as text; nil where the bytes are no such document after all.
    static func text(_ bytes: [UInt8], limit: Int) throws(ContainerProblem) -> [UInt8]? {
        guard case .object(let members)? = try? JSONReader.parse(bytes), let first = members.first else { return nil }
        // pandas writes every cell, so that there are fewer of them than bytes.
        if case .object(let cells) = first.value, members.count * cells.count > bytes.count { return nil }
        guard isMoment(first.name) else { return try text(columns: members, limit: limit) }
        guard case .object(let row) = first.value else { return try text(series: members, limit: limit) }
        return try text(rows: members, names: row.map(\.name), limit: limit)
    }

    private static func text(series: [JSONMember], limit: Int) throws(ContainerProblem) -> [UInt8]? {
        var text = Array(",0\n".utf8)
        for member in series { try append([.string(member.name), member.value], to: &text, limit) }
        return text
    }

    private static func text(rows: [JSONMember], names: [String], limit: Int) throws(ContainerProblem) -> [UInt8]? {
        var text = [UInt8]()
        try append(([""] + names).map(JSONValue.string), to: &text, limit)
        for row in rows {
            guard case .object(let cells) = row.value else { return nil }
            let known = Dictionary(cells.map { ($0.name, $0.value) }, uniquingKeysWith: { $1 })
            try append([.string(row.name)] + names.map { known[$0] ?? .null }, to: &text, limit)
        }
        return text
    }

    /// All columns have the keys of the first, in its order.
    private static func text(columns: [JSONMember], limit: Int) throws(ContainerProblem) -> [UInt8]? {
        guard case .object(let index)? = columns.first?.value else { return nil }
        var cells = [[JSONValue]]()
        for column in columns {
            // pandas writes every cell of every column: what has other keys is no frame.
            guard case .object(let members) = column.value, members.count == index.count else { return nil }
            if members.map(\.name) == index.map(\.name) {
                cells.append(members.map(\.value))
            } else {
                let known = Dictionary(members.map { ($0.name, $0.value) }, uniquingKeysWith: { $1 })
                cells.append(index.map { known[$0.name] ?? .null })
            }
        }
        var text = [UInt8]()
        try append(([""] + columns.map(\.name)).map(JSONValue.string), to: &text, limit)
        for (row, key) in index.enumerated() {
            try append([.string(key.name)] + cells.map { $0[row] }, to: &text, limit)
        }
        return text
    }

    // MARK: Cells

    private static func append(
        _ cells: [JSONValue], to text: inout [UInt8], _ limit: Int
    ) throws(ContainerProblem) {
        for (place, cell) in cells.enumerated() {
            if place > 0 { text.append(UInt8(ascii: ",")) }
            switch cell {
            case .string(let words): TableText.append(cell: words, to: &text)
            case .null: break
            default:
                var words = ""
                write(cell, to: &words)
                TableText.append(cell: words, to: &text)
            }
        }
        text.append(UInt8(ascii: "\n"))
        guard text.count <= limit else {
            throw ContainerProblem(
                code: "container_too_large", fact: "as text the table takes more than \(limit >> 20) MiB",
                remedy: "write only the columns and rows that the run needs")
        }
    }

    /// Lists and objects as JSON again, for the reader that knows what they are.
    private static func write(_ value: JSONValue, to text: inout String) {
        switch value {
        case .null: text += "null"
        case .bool(let flag): text += flag ? "true" : "false"
        case .integer(let number): text += String(number)
        case .number(let number): text += number.description
        case .string(let words): text += quoted(words)
        case .array(let values):
            text += "["
            for (place, value) in values.enumerated() {
                if place > 0 { text += ", " }
                write(value, to: &text)
            }
            text += "]"
        case .object(let members):
            text += "{"
            for (place, member) in members.enumerated() {
                if place > 0 { text += ", " }
                text += quoted(member.name) + ": "
                write(member.value, to: &text)
            }
            text += "}"
        }
    }

    private static func quoted(_ words: String) -> String {
        "\"" + words.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }
}

/// The first names of a document, without reading the rest of it.
private struct Glance {
    let bytes: [UInt8]
    private var position = 0

    init(bytes: [UInt8]) { self.bytes = bytes }

    /// Moves over white space and the byte, if that comes next.
    mutating func skip(_ byte: UInt8) -> Bool {
        while position < bytes.count, bytes[position] <= 0x20 { position += 1 }
        guard position < bytes.count, bytes[position] == byte else { return false }
        position += 1
        return true
    }

    /// Text without escapes.
    mutating func string() -> String? {
        guard skip(UInt8(ascii: "\"")) else { return nil }
        let start = position
        while position < bytes.count, position - start < 200 {
            let byte = bytes[position]
            position += 1
            if byte == UInt8(ascii: "\\") { return nil }
            if byte == UInt8(ascii: "\"") { return String(decoding: bytes[start..<position - 1], as: UTF8.self) }
        }
        return nil
    }
}
