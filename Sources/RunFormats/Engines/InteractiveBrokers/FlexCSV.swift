import RunModel

/// Reads a Flex query as CSV: sections one below the other, with lines around them or without.
///
/// `"BOF"` and `"EOF"`, `"BOA"` and `"EOA"`, `"BOS"` and `"EOS"` begin and end file, account and section; rows begin with
/// `"HEADER"` and `"DATA"` and the code of the section where the query says so. A file of one section may have its header
/// alone.
struct FlexCSV {
    private var document = FlexDocument()
    private var account = ""
    private var section: FlexSection?
    private var header = [String]()

    /// Whether the first rows of a file are those of a Flex query.
    static func isFlex(_ rows: [[String]]) -> Bool {
        guard let first = rows.first, let word = first.first else { return false }
        if word == "BOF", first.count >= 2 { return true }
        if word == "HEADER", first.count > 3 { return FlexSection(code: first[1]) != nil || isHeader(first) }
        return isHeader(first) && FlexSection(header: first) != nil
    }

    private static func isHeader(_ row: [String]) -> Bool { row.contains("ClientAccountID") }

    static func read(_ bytes: [UInt8]) -> FlexDocument {
        var reader = FlexCSV()
        var rows = FlexRows(bytes)
        while let (row, line) = rows.next() { reader.take(row, line) }
        return reader.document
    }

    private mutating func take(_ row: [String], _ line: Int) {
        switch row[0] {
        case "BOF":
            account = row.count > 1 ? row[1] : ""
            document.query = row.count > 2 ? row[2] : nil
            document.generated = row.count > 6 ? row[6] : nil
        case "BOA": account = row.count > 1 ? row[1] : account
        case "BOS":
            section = row.count > 1 ? FlexSection(code: row[1]) : nil
            header = []
            if let section { document.open(section, of: account) }
        case "EOS", "EOA", "EOF": (section, header) = (nil, [])
        case "HEADER" where row.count > 2: begin(Array(row.dropFirst(2)), code: row[1])
        case "DATA" where row.count > 2: add(row.dropFirst(2), line)
        default:
            if header.isEmpty || Self.isHeader(row) { begin(row, code: nil) } else { add(row[...], line) }
        }
    }

    /// A header: the section is that of the code, of the line before, or of the names themselves.
    private mutating func begin(_ names: [String], code: String?) {
        let isNew = !header.isEmpty
        header = names
        if let code {
            section = FlexSection(code: code) ?? FlexSection(header: names)
        } else if isNew || section == nil {
            section = FlexSection(header: names)
        }
        if let section, !account.isEmpty { document.open(section, of: account) }
    }

    private mutating func add(_ cells: ArraySlice<String>, _ line: Int) {
        guard let section else { return }
        let record = FlexRecord(zip(header, cells).map { (name: $0, value: $1) }, line: line)
        document.add(record, to: section, of: record["accountid"] ?? account)
    }
}

/// Rows of comma-separated text of any length, quotes taken off; empty lines are left out.
struct FlexRows {
    private let bytes: [UInt8]
    private var position = 0
    private var line = 1

    init(_ bytes: [UInt8]) {
        // A mark of UTF-8 is no part of the first cell.
        self.bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    }

    /// The next row and its 1-based line; nil at the end.
    mutating func next() -> (cells: [String], line: Int)? {
        while position < bytes.count {
            let start = line
            let cells = row()
            if cells.count > 1 || cells.first?.isEmpty == false { return (cells, start) }
        }
        return nil
    }

    private mutating func row() -> [String] {
        var (cells, cell, isQuoted) = ([String](), [UInt8](), false)
        while position < bytes.count {
            let byte = bytes[position]
            position += 1
            if byte == 0x0A { line += 1 }
            switch byte {
            case UInt8(ascii: "\""):
                // Two quotes within quotes are one.
                if isQuoted, position < bytes.count, bytes[position] == byte {
                    cell.append(byte)
                    position += 1
                } else {
                    isQuoted.toggle()
                }
            case UInt8(ascii: ",") where !isQuoted:
                cells.append(String(decoding: cell, as: UTF8.self))
                cell.removeAll(keepingCapacity: true)
            case 0x0A where !isQuoted: return cells + [Self.text(cell)]
            default: cell.append(byte)
            }
        }
        return cells + [Self.text(cell)]
    }

    /// The last cell of a line, without the carriage return behind it.
    private static func text(_ cell: [UInt8]) -> String {
        String(decoding: cell.last == 0x0D ? cell.dropLast() : cell[...], as: UTF8.self)
    }
}
