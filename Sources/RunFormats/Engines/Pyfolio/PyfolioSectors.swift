import Containers
import RunModel

/// The sectors of symbols, which pyfolio takes as a mapping: a row for each symbol, a column for each with a row for each
/// date, or a member for each of a JSON object.
///
/// Numbers are the codes of Morningstar that pyfolio and zipline use.
struct PyfolioSectors {
    /// Sectors by symbol, as the file names both.
    let all: [String: String]

    /// Whether the beginning of a file can be that of a mapping.
    static func canBe(_ head: FileHead) -> Bool {
        if head.isObject { return true }
        let rows = head.rows(2)
        return rows.count > 1 && rows[0].count > 1
    }

    /// Nil where the file is no mapping.
    init?(_ bytes: [UInt8]) {
        let found = FileHead(bytes).isObject ? Self.members(bytes) : Self.cells(bytes)
        guard !found.isEmpty else { return nil }
        all = found.mapValues(Self.name)
    }

    private static func members(_ bytes: [UInt8]) -> [String: String] {
        guard case .object(let members)? = try? JSONReader.parse(bytes) else { return [:] }
        let pairs = members.compactMap { member -> (String, String)? in
            switch member.value {
            case .string, .integer, .number: (member.name, JSONTable.cell(member.value))
            default: nil
            }
        }
        return pairs.count == members.count ? Dictionary(pairs, uniquingKeysWith: { first, _ in first }) : [:]
    }

    private static func cells(_ bytes: [UInt8]) -> [String: String] {
        guard let table = try? CSVScanner.scan(bytes), table.rowCount > 1, table.columnCount > 1 else { return [:] }
        let isByDate = DateFormat.isTimestamp(table.trimmedText(1, 0))
        return isByDate ? columns(table) : rows(table)
    }

    /// The last sector of each column.
    private static func columns(_ table: CSVTable) -> [String: String] {
        var found: [String: String] = [:]
        for column in 1..<table.columnCount {
            let row = (1..<table.rowCount).last { !table.isMissing($0, column) }
            if let row { found[table.trimmedText(0, column)] = table.trimmedText(row, column) }
        }
        return found
    }

    /// The cell beside each symbol, in the column of sectors where one is called so.
    private static func rows(_ table: CSVTable) -> [String: String] {
        let header = table.texts(ofRow: 0).map(ColumnNames.normalised)
        let column = header.firstIndex { $0.contains("sector") } ?? 1
        guard column > 0 else { return [:] }
        var found: [String: String] = [:]
        for row in 1..<table.rowCount where !table.isMissing(row, column) && !table.isMissing(row, 0) {
            found[table.trimmedText(row, 0)] = table.trimmedText(row, column)
        }
        return found
    }

    /// What a code of Morningstar means; other texts mean what they say.
    private static func name(_ text: String) -> String {
        guard let code = Double(text) else { return text }
        return names.first { Double($0.code) == code }?.name ?? text
    }

    private static let names: [(code: Int, name: String)] = [
        (101, "Basic Materials"), (102, "Consumer Cyclical"), (103, "Financial Services"), (104, "Real Estate"),
        (205, "Consumer Defensive"), (206, "Healthcare"), (207, "Utilities"), (308, "Communication Services"),
        (309, "Energy"), (310, "Industrials"), (311, "Technology"),
    ]

    /// The instruments among some symbols that have a sector.
    ///
    /// - Parameter symbolOfSid: What the transactions call a number.
    func instruments(of symbols: [String], symbolOfSid: [String: String]) -> [Instrument] {
        var known = all
        for (sid, sector) in all {
            if let symbol = symbolOfSid[sid] { known[symbol] = sector }
        }
        return symbols.compactMap { symbol in known[symbol].map { Instrument(symbol: symbol, sector: $0) } }
    }
}
