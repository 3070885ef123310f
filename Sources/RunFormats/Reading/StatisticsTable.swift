import Containers

/// Statistics as engines write a series of them: a table of two columns, name and value.
struct StatisticsTable {
    private let table: CSVTable

    /// Nil where the bytes are no such table.
    init?(_ bytes: [UInt8]) {
        guard let table = try? CSVScanner.scan(bytes, delimiter: UInt8(ascii: ",")), table.columnCount == 2 else {
            return nil
        }
        self.table = table
    }

    /// The text of a value; nil where there is no such name.
    subscript(name: String) -> String? {
        (0..<table.rowCount).first { table.text($0, 0) == name }.map { table.text($0, 1) }
    }
}
