/// Cuts a delimited file block by block, so that neither its bytes nor its cells are ever whole in memory.
///
/// ```swift
/// var blocks = CSVBlocks(beginning: first)
/// let (table, end) = try blocks.rows(in: first, isLast: false)
/// let (next, _) = try blocks.rows(in: first[end...] + second, isLast: true)
/// ```
public struct CSVBlocks {
    private var scanner: CSVScanner
    /// Where the first row begins in the first block.
    private var start: Int

    /// A file by its first bytes, among which its first row must be whole.
    public init(beginning bytes: [UInt8]) {
        let preamble = CSVPreamble(bytes.span)
        start = preamble.end
        scanner = CSVScanner(delimiter: preamble.delimiter ?? CSVScanner.likelyDelimiter(bytes.span))
        scanner.line = preamble.line
    }

    /// The 1-based line behind the last whole row.
    public var line: Int { Int(scanner.line) }
    /// Whether a line ended with a carriage return alone.
    public var hasLoneReturn: Bool { scanner.hasLoneReturn }

    /// The whole rows of a block, and where the rest of it begins, with which the next block must begin.
    ///
    /// A block of less than a row gives no rows. Every row must have as many cells as the first of all.
    public mutating func rows(
        in bytes: [UInt8], isLast: Bool
    ) throws(CSVScanner.Failure) -> (table: CSVTable, end: Int) {
        scanner.beginBlock(bytes.count)
        let end = try scanner.scanBlock(bytes.span, from: start, isLast: isLast)
        start = 0
        let (cells, lines) = scanner.takeRows()
        let table = CSVTable(
            bytes: bytes, delimiter: scanner.delimiter, columnCount: scanner.columnCount, cells: cells, lines: lines)
        return (table, end)
    }
}

extension CSVScanner {
    /// Makes room for about as many rows as blocks of such a size have.
    fileprivate mutating func beginBlock(_ size: Int) {
        marks.forget()
        cells.reserveCapacity(min(size / 8, 1 << 18))
        lines.reserveCapacity(min(size / 8 / max(1, columnCount), 1 << 18))
    }

    fileprivate mutating func takeRows() -> (cells: [CSVTable.Cell], lines: [UInt32]) {
        defer { (cells, lines) = ([], []) }
        return (cells, lines)
    }

    /// Reads rows until one is not whole; answers where that begins.
    fileprivate mutating func scanBlock(_ bytes: Span<UInt8>, from start: Int, isLast: Bool) throws(Failure) -> Int {
        var index = start
        while index < bytes.count {
            if isLineEnd(bytes[index]) {
                guard isLast || isWhole(bytes, endingAt: index) else { return index }
                index = afterLineEnd(bytes, index)
            } else if let next = try scanWholeRow(bytes, from: index, isLast: isLast) {
                index = next
            } else {
                return index
            }
        }
        return index
    }

    /// Reads one row; nil, with nothing changed, where it does not end within the block.
    private mutating func scanWholeRow(_ bytes: Span<UInt8>, from start: Int, isLast: Bool) throws(Failure) -> Int? {
        let rowLine = line
        let count = cells.count
        var end = bytes.count
        do throws(Failure) {
            end = try scanCells(bytes, from: start)
        } catch {
            guard case .openQuote = error, !isLast else { throw error }
        }
        guard isLast || isWhole(bytes, endingAt: end) else {
            cells.removeSubrange(count...)
            line = rowLine
            return nil
        }
        try finishRow(line: rowLine, isFirst: columnCount == 0)
        return end < bytes.count ? afterLineEnd(bytes, end) : end
    }

    /// Whether a line end within the block is one for certain: a carriage return may be half of one.
    private func isWhole(_ bytes: Span<UInt8>, endingAt index: Int) -> Bool {
        index < bytes.count && (bytes[index] == Self.lineFeed || index + 1 < bytes.count)
    }
}
