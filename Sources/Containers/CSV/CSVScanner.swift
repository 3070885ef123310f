import NativeCodecs

/// Cuts the bytes of a delimited file into the cells of a ``CSVTable``.
public struct CSVScanner {
    /// Why a file is no table.
    public enum Failure: Error, Equatable, Sendable {
        /// There is no cell at all.
        case empty
        /// A quoted cell does not end; the line is where it begins.
        case openQuote(line: Int)
        /// Text follows a closing quote.
        case textAfterQuote(line: Int)
        /// A row has another number of cells than the first.
        case ragged(line: Int, count: Int, expected: Int)
        /// More columns than ``CSVScanner/maximumColumns``.
        case tooManyColumns
        /// More bytes than cells can point to.
        case tooLarge
    }

    /// The most columns of a table.
    public static let maximumColumns = 10_000
    static let quote = UInt8(ascii: "\"")
    static let blank = UInt8(ascii: " ")
    static let lineFeed = UInt8(ascii: "\n")
    static let carriageReturn = UInt8(ascii: "\r")

    let delimiter: UInt8
    var cells = [CSVTable.Cell]()
    var lines = [UInt32]()
    var line: UInt32 = 1
    var columnCount = 0
    /// Whether a line ended with a carriage return alone.
    private(set) var hasLoneReturn = false
    var rowStart = 0
    /// Where delimiters and line ends are.
    var marks: ByteMarks

    init(delimiter: UInt8) {
        self.delimiter = delimiter
        marks = ByteMarks(delimiter, Self.lineFeed, Self.carriageReturn)
    }

    /// Cuts the bytes; what stands before the first row is skipped, the delimiter found from it unless given.
    public static func scan(
        _ bytes: [UInt8], delimiter: UInt8? = nil, maximumRows: Int = .max
    ) throws(Failure) -> CSVTable {
        guard bytes.count < 1 << 31 else { throw .tooLarge }
        let start = CSVPreamble(bytes.span)
        let likely = delimiter ?? start.delimiter ?? likelyDelimiter(bytes.span)
        var scanner = CSVScanner(delimiter: likely)
        scanner.line = start.line
        try scanner.scan(bytes.span, from: start.end, maximumRows: maximumRows)
        guard scanner.columnCount > 0 else { throw .empty }
        return CSVTable(
            bytes: bytes, delimiter: scanner.delimiter, columnCount: scanner.columnCount, cells: scanner.cells,
            lines: scanner.lines)
    }

    /// The commonest of `,` `;` and tab outside quotes in the first row that is not blank; comma where they tie.
    static func likelyDelimiter(_ bytes: Span<UInt8>) -> UInt8 {
        var counts = (comma: 0, semicolon: 0, tab: 0)
        var isQuoted = false
        var isBlank = true
        scan: for index in bytes.indices {
            switch bytes[index] {
            case quote: isQuoted.toggle()
            case lineFeed, carriageReturn: if !isQuoted && !isBlank { break scan }
            case UInt8(ascii: ",") where !isQuoted: counts.comma += 1
            case UInt8(ascii: ";") where !isQuoted: counts.semicolon += 1
            case UInt8(ascii: "\t") where !isQuoted: counts.tab += 1
            default: break
            }
            if bytes[index] > 0x20 { isBlank = false }
        }
        if counts.semicolon > counts.comma, counts.semicolon >= counts.tab { return UInt8(ascii: ";") }
        return counts.tab > counts.comma ? UInt8(ascii: "\t") : UInt8(ascii: ",")
    }

    private mutating func scan(_ bytes: Span<UInt8>, from start: Int, maximumRows: Int) throws(Failure) {
        var index = start
        while index < bytes.count, lines.count < maximumRows {
            if isLineEnd(bytes[index]) {
                index = afterLineEnd(bytes, index)
            } else {
                index = try scanRow(bytes, from: index)
                if lines.count == 1 { reserve(bytes, firstRowEnd: index) }
            }
        }
    }

    /// Guesses the table's size from its first row, so that the arrays grow once.
    private mutating func reserve(_ bytes: Span<UInt8>, firstRowEnd: Int) {
        let rows = min(bytes.count / max(firstRowEnd, 2 * columnCount) * 5 / 4 + 16, 1 << 22)
        lines.reserveCapacity(rows)
        cells.reserveCapacity(min(rows * columnCount, 1 << 24))
    }

    /// Reads the cells of one row; answers where the next line begins.
    private mutating func scanRow(_ bytes: Span<UInt8>, from start: Int) throws(Failure) -> Int {
        let rowLine = line
        let index = try scanCells(bytes, from: start)
        try finishRow(line: rowLine, isFirst: lines.isEmpty)
        return index < bytes.count ? afterLineEnd(bytes, index) : index
    }

    /// Reads the cells of one row; answers where the line ends.
    mutating func scanCells(_ bytes: Span<UInt8>, from start: Int) throws(Failure) -> Int {
        rowStart = cells.count
        var index = start
        while true {
            index = try scanCell(bytes, from: index)
            guard index < bytes.count, bytes[index] == delimiter else { break }
            index += 1
            // A line of delimiters alone would cost eight times its bytes.
            if cells.count - rowStart >= columnCount + Self.maximumColumns { throw .tooManyColumns }
        }
        return index
    }

    mutating func finishRow(line rowLine: UInt32, isFirst: Bool) throws(Failure) {
        let count = cells.count - rowStart
        if isFirst { columnCount = count }
        guard count == columnCount else {
            throw .ragged(line: Int(rowLine), count: count, expected: columnCount)
        }
        lines.append(rowLine)
    }

    /// Reads one cell; answers the position of the delimiter or line end behind it, or the end of the file.
    private mutating func scanCell(_ bytes: Span<UInt8>, from start: Int) throws(Failure) -> Int {
        if start < bytes.count, bytes[start] == Self.quote || bytes[start] == Self.blank {
            let text = afterBlanks(bytes, start)
            if text < bytes.count, bytes[text] == Self.quote { return try scanQuoted(bytes, from: text + 1) }
        }
        let end = marks.next(in: bytes, from: start)
        cells.append(CSVTable.Cell(start..<end))
        return end
    }

    private mutating func scanQuoted(_ bytes: Span<UInt8>, from start: Int) throws(Failure) -> Int {
        let firstLine = line
        var hasDoubledQuotes = false
        var index = start
        while index < bytes.count {
            let byte = bytes[index]
            if byte == Self.quote {
                guard index + 1 < bytes.count, bytes[index + 1] == Self.quote else { break }
                hasDoubledQuotes = true
                index += 2
            } else if isLineEnd(byte) {
                index = afterLineEnd(bytes, index)
            } else {
                index += 1
            }
        }
        guard index < bytes.count else { throw .openQuote(line: Int(firstLine)) }
        cells.append(CSVTable.Cell(start..<index, hasDoubledQuotes: hasDoubledQuotes))
        index = afterBlanks(bytes, index + 1)
        if index < bytes.count, bytes[index] != delimiter, !isLineEnd(bytes[index]) {
            throw .textAfterQuote(line: Int(line))
        }
        return index
    }

    /// Blanks beside a quoted cell are no part of it.
    private func afterBlanks(_ bytes: Span<UInt8>, _ start: Int) -> Int {
        var index = start
        while index < bytes.count, bytes[index] == Self.blank { index += 1 }
        return index
    }

    func isLineEnd(_ byte: UInt8) -> Bool { byte == Self.lineFeed || byte == Self.carriageReturn }

    /// Counts the line that ends here; CR LF is one end.
    mutating func afterLineEnd(_ bytes: Span<UInt8>, _ index: Int) -> Int {
        line &+= 1
        guard bytes[index] == Self.carriageReturn else { return index + 1 }
        let isPair = index + 1 < bytes.count && bytes[index + 1] == Self.lineFeed
        if !isPair { hasLoneReturn = true }
        return index + (isPair ? 2 : 1)
    }
}
