import Containers
import RunModel

/// Cuts the bytes of a table, past lines of text that stand before it.
enum TableScan {
    /// The most lines that may stand before a table.
    private static let mostTitles = 30

    /// The table; throws where there is none.
    static func table(name: String, bytes: [UInt8], log: ReadingLog) throws(RunError) -> CSVTable {
        do throws(CSVScanner.Failure) {
            return try CSVScanner.scan(bytes)
        } catch {
            if let (table, lines) = behindTitles(bytes) {
                log.note(
                    "The first \(Phrase.count(lines, "line")) of \(name) stand before the table and were left out.")
                return table
            }
            if case .ragged = error, !hasKnownHeader(bytes) { throw log.fail(.notASeries(name)) }
            throw log.fail(.badTable(name, error))
        }
    }

    /// The table that begins with the first line whose cells are names of timestamps and of values.
    private static func behindTitles(_ bytes: [UInt8]) -> (table: CSVTable, lines: Int)? {
        var start = 0
        for line in 0..<mostTitles {
            if line > 0, isHeader(bytes, from: start) {
                let rest = [UInt8](bytes[start...])
                return (try? CSVScanner.scan(rest)).map { ($0.movedDown(by: line), line) }
            }
            guard let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")), end + 1 < bytes.count else {
                return nil
            }
            start = end + 1
        }
        return nil
    }

    private static func isHeader(_ bytes: [UInt8], from start: Int) -> Bool {
        let line = [UInt8](bytes[start...].prefix(4096).prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") })
        guard let table = try? CSVScanner.scan(line), table.columnCount > 1 else { return false }
        let names = table.texts(ofRow: 0)
        return names.contains { ColumnNames.role(of: $0) == .timestamp && !$0.isEmpty }
            && names.contains(where: isValue)
    }

    private static func isValue(_ name: String) -> Bool {
        if case .main = ColumnNames.role(of: name) { return true }
        if case .convertible = ColumnMeaning(name) { return true }
        return false
    }

    private static func hasKnownHeader(_ bytes: [UInt8]) -> Bool {
        guard let table = try? CSVScanner.scan(bytes, maximumRows: 1) else { return true }
        let names = table.texts(ofRow: 0).filter { !$0.isEmpty }
        if names.contains(where: { DateFormat.isDay($0) }) { return true }
        return names.contains { ColumnNames.role(of: $0) != nil || ColumnMeaning($0) != nil }
    }
}

extension CSVTable {
    /// The same table in a file that has more lines before it.
    func movedDown(by count: Int) -> CSVTable {
        CSVTable(
            bytes: bytes, delimiter: delimiter, columnCount: columnCount, cells: cells,
            lines: lines.map { $0 + UInt32(count) })
    }
}
