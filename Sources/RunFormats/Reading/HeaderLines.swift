import Containers
import RunModel

/// The header of a table, which may have several lines: pandas writes one for each level of a column's name.
///
/// Lines below the first belong to the header when they hold text and no date and no number. Of their levels the ones
/// that tell columns apart or are known names stay: `Price,Close,High` over `Ticker,ABC,ABC` over `Date,,` is
/// `Date,Close,High`.
struct HeaderLines {
    /// One name for each column.
    let names: [String]
    /// How many lines the header has.
    let count: Int

    /// The most lines that a header may have.
    private static let most = 6

    init(names: [String], count: Int) { (self.names, self.count) = (names, count) }

    init(_ table: CSVTable) {
        var lines = [Self.line(table, 0)]
        while lines.count < Self.most, lines.count < table.rowCount, Self.isHeader(table, lines.count) {
            lines.append(Self.line(table, lines.count))
        }
        // Text in all rows is no header, but a table without numbers.
        let isAll = lines.count > 1 && (lines.count == table.rowCount || lines.count == Self.most)
        count = isAll ? 1 : lines.count
        names = count == 1 ? lines[0] : Self.joined(lines)
    }

    private static func line(_ table: CSVTable, _ row: Int) -> [String] {
        (0..<table.columnCount).map { table.trimmedText(row, $0) }
    }

    /// Whether a row below the first one belongs to the header.
    private static func isHeader(_ table: CSVTable, _ row: Int) -> Bool {
        var hasText = false
        for column in 0..<table.columnCount {
            if table.isMissing(row, column) { continue }
            let text = table.trimmedText(row, column)
            guard text.utf8.count <= 200, table.number(row, column, style: .plain) == nil,
                !DateFormat.isTimestamp(text),
                text.first.map({ !$0.isNumber }) ?? true
            else { return false }
            hasText = true
        }
        return hasText && isAlone(table, row)
    }

    /// A name of a time or of the levels stands in the first cell, or nothing: a row of data begins otherwise.
    private static func isAlone(_ table: CSVTable, _ row: Int) -> Bool {
        if table.isMissing(row, 0) { return true }
        let name = ColumnNames.normalised(table.trimmedText(row, 0))
        return ColumnNames.timestamps.contains(name) || levelNames.contains(name)
    }

    private static let levelNames = [
        "ticker", "tickers", "symbol", "symbols", "price", "attributes", "asset", "column", "field", "currency", "unit",
        "units",
    ]

    // MARK: Names of several levels

    private static func joined(_ lines: [[String]]) -> [String] {
        var levels = lines.map { Array($0.dropFirst()) }.filter { level in level.contains { !$0.isEmpty } }
        let known = levels.filter { $0.contains { ColumnNames.role(of: $0) != nil } }
        let telling = levels.filter { Set($0).count > 1 }
        if levels.count > 1 {
            levels = levels.filter { level in
                known.contains(level) || (telling.contains(level) && !isUnderKnown(level, known))
            }
        }
        let names = (0..<lines[0].count - 1).map { column in
            var parts = [String]()
            for level in levels where !level[column].isEmpty && !parts.contains(level[column]) {
                parts.append(level[column])
            }
            return parts.joined(separator: " ")
        }
        let index = lines.map { $0[0] }.last {
            ColumnNames.timestamps.contains(ColumnNames.normalised($0)) && !$0.isEmpty
        }
        return [index ?? ""] + names
    }

    /// Whether known names tell the columns apart already.
    private static func isUnderKnown(_ level: [String], _ known: [[String]]) -> Bool {
        known.contains { Set($0).count == $0.count } && !known.contains(level)
    }
}

extension CSVTable {
    /// The table without the rows `1..<count`, which belong to the header.
    func withoutRows(from first: Int, to end: Int) -> CSVTable {
        guard end > first else { return self }
        var (cells, lines) = (cells, lines)
        cells.removeSubrange(first * columnCount..<end * columnCount)
        lines.removeSubrange(first..<end)
        return CSVTable(bytes: bytes, delimiter: delimiter, columnCount: columnCount, cells: cells, lines: lines)
    }

    /// The table without rows at its end whose cells are all empty, which spreadsheets leave behind.
    func withoutEmptyEnd() -> CSVTable {
        var count = rowCount
        while count > 1, (0..<columnCount).allSatisfy({ trimmedRange(count - 1, $0).isEmpty }) { count -= 1 }
        return withoutRows(from: count, to: rowCount)
    }
}
