import NativeCodecs

/// A column of numbers; missing cells are NaN, which no cell with a number is.
public struct NumberColumn: Sendable {
    /// A cell that is neither a number nor missing.
    public struct BadCell: Equatable, Sendable {
        /// Row of the table.
        public var row: Int
        /// Whether it says infinity.
        public var isInfinite: Bool
    }

    /// One for each row.
    public internal(set) var values = [Double]()
    /// How many cells say that there is no value.
    public internal(set) var missingCount = 0
    /// The bad cells; their values are NaN.
    public internal(set) var badCells = [BadCell]()
    /// Of numbers in the plain style, the most digits behind the point, an exponent counted.
    public internal(set) var decimals = 0
    /// Of numbers in the plain style, the most digits from the first that is not zero on.
    public internal(set) var significant = 0
    /// How many bad cells there are.
    public var badCount: Int { badCells.count }

    /// How many bad cells of a column are told one by one.
    public static let maximumBadCells = 5

    /// Of nothing yet.
    public init() {}

    /// Makes room for as many numbers in all.
    public mutating func reserve(_ count: Int) { values.reserveCapacity(count) }
}

extension CSVTable {
    /// The numbers of a column from `firstRow` on, written in one style.
    public func numbers(column: Int, from firstRow: Int, style: NumberStyle = .plain) -> NumberColumn {
        var result = NumberColumn()
        result.values.reserveCapacity(max(0, rowCount - firstRow))
        addNumbers(column: column, from: firstRow, style: style, to: &result)
        return result
    }

    /// Adds the numbers of a column from `firstRow` on to those of earlier blocks of the same file.
    public func addNumbers(
        column: Int, from firstRow: Int, style: NumberStyle = .plain, to result: inout NumberColumn
    ) {
        let span = bytes.span
        let cellSpan = cells.span
        var index = firstRow * columnCount + column
        guard style == .plain else {
            while index < cellSpan.count {
                let range = Self.trimmed(span, cellSpan[index].range)
                add(style.number(bytes, range), span, range, row: index / columnCount, to: &result)
                index += columnCount
            }
            return
        }
        var (decimals, significant) = (result.decimals, result.significant)
        while index < cellSpan.count {
            let range = Self.trimmed(span, cellSpan[index].range)
            if let written = DecimalText.written(span, range) {
                result.values.append(written.value)
                decimals = max(decimals, written.decimals)
                significant = max(significant, written.significant)
            } else {
                add(nil, span, range, row: index / columnCount, to: &result)
            }
            index += columnCount
        }
        (result.decimals, result.significant) = (decimals, significant)
    }

    private func add(
        _ value: Double?, _ span: Span<UInt8>, _ range: Range<Int>, row: Int, to result: inout NumberColumn
    ) {
        result.values.append(value ?? .nan)
        if value == nil { note(span, range, row: row, in: &result) }
    }

    /// The number in one cell; nil where it is missing or no number.
    public func number(_ row: Int, _ column: Int, style: NumberStyle) -> Double? {
        let span = bytes.span
        let range = Self.trimmed(span, cell(row, column).range)
        return style == .plain ? DecimalText.number(span, range) : style.number(bytes, range)
    }

    /// Whether a cell says that there is no value.
    public func isMissing(_ row: Int, _ column: Int) -> Bool {
        let span = bytes.span
        return Self.isMissing(span, Self.trimmed(span, cell(row, column).range))
    }

    private func note(_ span: Span<UInt8>, _ range: Range<Int>, row: Int, in column: inout NumberColumn) {
        if Self.isMissing(span, range) { return column.missingCount += 1 }
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

    /// Where the text of a cell stands, without blanks at its ends.
    public func trimmedRange(_ row: Int, _ column: Int) -> Range<Int> {
        Self.trimmed(bytes.span, cell(row, column).range)
    }

    /// The range without blanks at its ends: spaces, tabs and spaces that do not break.
    @inlinable
    public static func trimmed(_ span: Span<UInt8>, _ range: Range<Int>) -> Range<Int> {
        var (start, end) = (range.lowerBound, range.upperBound)
        while start < end {
            let byte = span[start]
            if byte == 0x20 || byte == 0x09 {
                start += 1
            } else if isWide(span, start, end) {
                start += 2
            } else {
                break
            }
        }
        while start < end {
            let byte = span[end - 1]
            if byte == 0x20 || byte == 0x09 { end -= 1 } else if isWide(span, end - 2, end) { end -= 2 } else { break }
        }
        return start..<end
    }

    /// Whether the space that does not break (U+00A0) stands here.
    @inlinable
    static func isWide(_ span: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
        start >= 0 && start + 1 < end && span[start] == 0xC2 && span[start + 1] == 0xA0
    }
}
