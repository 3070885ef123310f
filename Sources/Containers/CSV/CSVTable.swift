/// A delimited text file cut into cells: the bytes stay where they are, cells are ranges of them.
///
/// Rules: RFC 4180 with any of comma, semicolon or tab; lines end with LF, CRLF or CR; a cell that begins with a quote
/// ends at the next single quote, and doubled quotes and line breaks inside it are text; blank lines are skipped; every
/// row has as many cells as the first.
public struct CSVTable: Sendable {
    /// A cell: where its text begins and ends, quotes not counted.
    public struct Cell: Equatable, Sendable {
        @usableFromInline var start: UInt32
        /// The end, with the highest bit set where the text holds doubled quotes.
        @usableFromInline var packedEnd: UInt32

        init(_ range: Range<Int>, hasDoubledQuotes: Bool = false) {
            start = UInt32(truncatingIfNeeded: range.lowerBound)
            packedEnd = UInt32(truncatingIfNeeded: range.upperBound) | (hasDoubledQuotes ? 1 << 31 : 0)
        }

        /// Where the text stands in the table's bytes.
        @inlinable public var range: Range<Int> { Int(start)..<Int(packedEnd & ~(1 << 31)) }
        /// Whether the text holds doubled quotes.
        @inlinable public var hasDoubledQuotes: Bool { packedEnd >> 31 == 1 }
    }

    /// The whole file, without compression.
    public let bytes: [UInt8]
    /// Between cells: comma, semicolon or tab.
    public let delimiter: UInt8
    /// How many cells every row has.
    public let columnCount: Int
    /// Cells row by row.
    public let cells: [Cell]
    /// 1-based line of the file on which each row begins.
    public let lines: [UInt32]

    /// A table that was cut already: `cells` row by row, one line for each row.
    public init(bytes: [UInt8], delimiter: UInt8, columnCount: Int, cells: [Cell], lines: [UInt32]) {
        (self.bytes, self.delimiter, self.columnCount) = (bytes, delimiter, columnCount)
        (self.cells, self.lines) = (cells, lines)
    }

    /// How many rows there are, the header among them.
    public var rowCount: Int { lines.count }

    /// The cell in a row and column.
    public func cell(_ row: Int, _ column: Int) -> Cell { cells[row * columnCount + column] }

    /// The text of a cell, doubled quotes made single, broken UTF-8 repaired.
    public func text(_ row: Int, _ column: Int) -> String {
        let cell = cell(row, column)
        guard cell.hasDoubledQuotes else { return String(decoding: bytes[cell.range], as: UTF8.self) }
        var text = [UInt8]()
        var isSecondQuote = false
        for byte in bytes[cell.range] {
            if byte == CSVScanner.quote {
                isSecondQuote.toggle()
                if isSecondQuote { text.append(byte) }
            } else {
                text.append(byte)
            }
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// The texts of one row.
    public func texts(ofRow row: Int) -> [String] { (0..<columnCount).map { text(row, $0) } }
}
