import NativeShims

/// Reads decimal numbers from text, correctly rounded, without locale.
///
/// The grammar is `[+-] digits [. digits] [e [+-] digits]`, with at least one digit before or after the point. No
/// hexadecimal, no grouping, no words: `nan` and `inf` are the caller's business.
public enum DecimalText {
    /// A number, and how exactly it is written.
    public struct Written: Equatable, Sendable {
        /// The number, correctly rounded.
        public var value: Double
        /// Digits behind the point, with the exponent counted: 2 for `0.25`, 5 for `2.5e-4`, negative for `3e2`.
        public var decimals: Int
        /// Digits from the first that is not zero on; 0 for a zero.
        public var significant: Int
    }

    /// The number that the bytes in `range` are, all of them; nil where they are not a finite number.
    ///
    /// - Parameter point: The decimal point, a full stop unless the file writes a comma.
    public static func number(
        _ bytes: Span<UInt8>, _ range: Range<Int>, point: UInt8 = UInt8(ascii: ".")
    ) -> Double? {
        written(bytes, range, point: point)?.value
    }

    /// The same with the digits that it is written with.
    public static func written(
        _ bytes: Span<UInt8>, _ range: Range<Int>, point: UInt8 = UInt8(ascii: ".")
    ) -> Written? {
        var index = range.lowerBound
        let end = range.upperBound
        guard index < end, index >= 0, end <= bytes.count else { return nil }
        let isNegative = bytes[index] == UInt8(ascii: "-")
        if isNegative || bytes[index] == UInt8(ascii: "+") { index += 1 }
        // From here on every index lies in the range that was just checked.
        let start = index
        var mantissa: UInt64 = 0
        index = addDigits(bytes, index..<end, to: &mantissa)
        var (digits, decimals) = (index - start, 0)
        if index < end, unsafe bytes[unchecked: index] == point {
            let first = index + 1
            index = addDigits(bytes, first..<end, to: &mantissa)
            decimals = index - first
            digits += decimals
        }
        guard digits > 0 else { return nil }
        let zeros = unsafe bytes[unchecked: start] > UInt8(ascii: "0") ? 0 : leadingZeros(bytes, start..<index)
        if index < end {
            guard let exponent = writtenExponent(bytes, index..<end) else { return nil }
            decimals -= exponent
        }
        var written = Written(value: 0, decimals: decimals, significant: digits - zeros)
        // Clinger's fast path: an integer and a power of ten that doubles hold exactly give one rounding.
        if digits <= 19, mantissa <= 1 << 53, decimals.magnitude <= 22 {
            let value = Double(mantissa)
            written.value = decimals > 0 ? value / powersOfTen[decimals] : value * powersOfTen[-decimals]
        } else {
            guard let value = exact(bytes, start..<end, point: point, exponent: -decimals) else { return nil }
            written.value = value
        }
        if isNegative { written.value.negate() }
        return written
    }

    /// Adds the digits that a range begins with to a whole number, which runs over where there are more than 19; answers where
    /// they end. The range must lie within the bytes.
    ///
    /// Takes eight bytes at a time, however many of them are digits: those are moved to the end of the word behind zeros, and
    /// neighbours are joined to pairs, fours, and eight (Lemire, "Quickly parsing eight digits", 2018).
    @inline(__always)
    private static func addDigits(_ bytes: Span<UInt8>, _ range: Range<Int>, to number: inout UInt64) -> Int {
        var index = range.lowerBound
        while index + 8 <= bytes.count {
            let word = ByteWords.eight(bytes, at: index) ^ 0x3030_3030_3030_3030
            // The highest bit of each byte that is above 9.
            let others = ((word &+ 0x7676_7676_7676_7676) | word) & 0x8080_8080_8080_8080
            let count = min(others.trailingZeroBitCount / 8, range.upperBound - index)
            guard count > 0 else { return index }
            number = number &* wholePowers[count] &+ eight(word << UInt64(64 - 8 * count))
            index += count
            if count < 8 { return index }
        }
        while index < range.upperBound {
            let digit = unsafe bytes[unchecked: index] &- UInt8(ascii: "0")
            guard digit < 10 else { break }
            number = number &* 10 &+ UInt64(digit)
            index += 1
        }
        return index
    }

    /// The number of eight digits, the first of them in the lowest byte.
    @inline(__always)
    private static func eight(_ word: UInt64) -> UInt64 {
        let pairs = word &* 10 &+ (word >> 8)
        let low = (pairs & 0x0000_00FF_0000_00FF) &* 0x000F_4240_0000_0064
        let high = ((pairs >> 16) & 0x0000_00FF_0000_00FF) &* 0x0000_2710_0000_0001
        return (low &+ high) >> 32
    }

    /// How many zeros stand before the first other digit, a point between them not counted.
    private static func leadingZeros(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int {
        var zeros = 0
        for index in range {
            let digit = bytes[index] &- UInt8(ascii: "0")
            if digit == 0 { zeros += 1 } else if digit < 10 { break }
        }
        return zeros
    }

    /// The exponent in `e-7`; nil where it is something else. Clamped, since beyond 10⁵ all are 0 or infinite.
    private static func writtenExponent(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int? {
        guard bytes[range.lowerBound] | 0x20 == UInt8(ascii: "e") else { return nil }
        var index = range.lowerBound + 1
        guard index < range.upperBound else { return nil }
        let isNegative = bytes[index] == UInt8(ascii: "-")
        if isNegative || bytes[index] == UInt8(ascii: "+") { index += 1 }
        guard index < range.upperBound else { return nil }
        var value = 0
        for position in index..<range.upperBound {
            let digit = bytes[position] &- UInt8(ascii: "0")
            guard digit < 10 else { return nil }
            value = min(value * 10 + Int(digit), 100_000)
        }
        return isNegative ? -value : value
    }

    /// The exact path for more digits than the fast one holds, for text whose grammar is already known to be right.
    private static func exact(_ bytes: Span<UInt8>, _ range: Range<Int>, point: UInt8, exponent: Int) -> Double? {
        if point == UInt8(ascii: ".") {
            return parsed(bytes, range, exponent: exponent)
        }
        var text = [UInt8]()
        text.reserveCapacity(range.count)
        for index in range { text.append(bytes[index] == point ? UInt8(ascii: ".") : bytes[index]) }
        return parsed(text.span, 0..<text.count, exponent: exponent)
    }

    private static func parsed(_ bytes: Span<UInt8>, _ range: Range<Int>, exponent: Int) -> Double? {
        precondition(range.lowerBound >= 0 && range.upperBound <= bytes.count)
        var value = 0.0
        let read = unsafe bytes.withUnsafeBytes { raw in
            let start = unsafe raw.baseAddress?.advanced(by: range.lowerBound).assumingMemoryBound(to: CChar.self)
            return unsafe tearsheet_parse_double(start, range.count, &value)
        }
        if read == range.count { return value.isFinite ? value : nil }
        // from_chars refuses what is out of range; the small side of that is zero.
        return magnitude(bytes, range, exponent: exponent) < 0 ? 0 : nil
    }

    /// The power of ten of the first digit that counts, where the last digit has the power `exponent`.
    private static func magnitude(_ bytes: Span<UInt8>, _ range: Range<Int>, exponent: Int) -> Int {
        var digits = 0
        for index in range {
            if bytes[index] | 0x20 == UInt8(ascii: "e") { break }
            if bytes[index] != UInt8(ascii: ".") { digits += 1 }
        }
        return digits - leadingZeros(bytes, range.lowerBound..<range.upperBound) + exponent
    }

    private static let wholePowers: InlineArray<9, UInt64> = [
        1, 10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000,
    ]

    private static let powersOfTen: InlineArray<23, Double> = [
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22,
    ]
}
