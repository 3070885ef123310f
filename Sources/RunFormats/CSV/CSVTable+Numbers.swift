import NativeCodecs

/// A column of numbers; missing cells are NaN, which no cell with a number is.
struct NumberColumn: Sendable {
    /// A cell that is neither a number nor missing.
    struct BadCell: Equatable, Sendable {
        var row: Int
        var isInfinite: Bool
    }

    var values = [Double]()
    var missingCount = 0
    /// The first bad cells, at most ``maximumBadCells``; their values are NaN.
    var badCells = [BadCell]()
    var badCount = 0

    static let maximumBadCells = 5
}

extension CSVTable {
    /// Between whole number and fraction: a comma may stand beside the full stop where semicolons part the cells.
    private var point: (usual: UInt8, other: UInt8?) {
        (UInt8(ascii: "."), delimiter == UInt8(ascii: ";") ? UInt8(ascii: ",") : nil)
    }

    /// The numbers of a column from `firstRow` on.
    func numbers(column: Int, from firstRow: Int) -> NumberColumn {
        var result = NumberColumn()
        result.values.reserveCapacity(max(0, rowCount - firstRow))
        let span = bytes.span
        let cellSpan = cells.span
        var index = firstRow * columnCount + column
        while index < cellSpan.count {
            let range = Self.trimmed(span, cellSpan[index].range)
            if let value = number(span, range) {
                result.values.append(value)
            } else {
                result.values.append(.nan)
                note(span, range, row: index / columnCount, in: &result)
            }
            index += columnCount
        }
        return result
    }

    /// The number in one cell; nil where it is missing or no number.
    func number(_ row: Int, _ column: Int) -> Double? {
        let span = bytes.span
        return number(span, Self.trimmed(span, cell(row, column).range))
    }

    /// Whether a cell says that there is no value.
    func isMissing(_ row: Int, _ column: Int) -> Bool {
        let span = bytes.span
        return Self.isMissing(span, Self.trimmed(span, cell(row, column).range))
    }

    private func number(_ span: Span<UInt8>, _ range: Range<Int>) -> Double? {
        if let value = DecimalText.number(span, range, point: point.usual) { return value }
        return point.other.flatMap { DecimalText.number(span, range, point: $0) }
    }

    private func note(_ span: Span<UInt8>, _ range: Range<Int>, row: Int, in column: inout NumberColumn) {
        if Self.isMissing(span, range) { return column.missingCount += 1 }
        column.badCount += 1
        guard column.badCells.count < NumberColumn.maximumBadCells else { return }
        column.badCells.append(.init(row: row, isInfinite: Self.isInfinite(span, range)))
    }

    private static let missingWords = ["nan", "null", "none", "na", "n/a", "nat", "#n/a", "<na>"].map(packed)
    private static let infinities = ["inf", "infinity"].map(packed)

    /// Empty, or one of the words that writers use, in any case of letters.
    static func isMissing(_ span: Span<UInt8>, _ range: Range<Int>) -> Bool {
        range.isEmpty || packed(span, range).map(missingWords.contains) ?? false
    }

    private static func isInfinite(_ span: Span<UInt8>, _ range: Range<Int>) -> Bool {
        let isSigned = span[range.lowerBound] == UInt8(ascii: "-") || span[range.lowerBound] == UInt8(ascii: "+")
        return packed(span, isSigned ? range.dropFirst() : range).map(infinities.contains) ?? false
    }

    /// Up to eight bytes as one integer, capitals made small, so that words compare as numbers do.
    private static func packed(_ span: Span<UInt8>, _ range: Range<Int>) -> UInt64? {
        guard range.count <= 8 else { return nil }
        var key: UInt64 = 0
        for index in range {
            let byte = span[index]
            let isCapital = byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z")
            key = key << 8 | UInt64(isCapital ? byte | 0x20 : byte)
        }
        return key
    }

    private static func packed(_ word: String) -> UInt64 { word.utf8.reduce(0) { $0 << 8 | UInt64($1) } }

    /// The range without spaces and tabs at its ends.
    static func trimmed(_ span: Span<UInt8>, _ range: Range<Int>) -> Range<Int> {
        var (start, end) = (range.lowerBound, range.upperBound)
        while start < end, span[start] == 0x20 || span[start] == 0x09 { start += 1 }
        while start < end, span[end - 1] == 0x20 || span[end - 1] == 0x09 { end -= 1 }
        return start..<end
    }
}
