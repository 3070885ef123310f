import NativeShims

/// Reads decimal numbers from text, correctly rounded, without locale.
///
/// The grammar is `[+-] digits [. digits] [e [+-] digits]`, with at least one digit before or after the point. No
/// hexadecimal, no grouping, no words: `nan` and `inf` are the caller's business.
public enum DecimalText {
    /// The number that the bytes in `range` are, all of them; nil where they are not a finite number.
    ///
    /// - Parameter point: The decimal point, a full stop unless the file writes a comma.
    public static func number(
        _ bytes: Span<UInt8>, _ range: Range<Int>, point: UInt8 = UInt8(ascii: ".")
    ) -> Double? {
        var index = range.lowerBound
        let end = range.upperBound
        guard index < end, index >= 0, end <= bytes.count else { return nil }
        let isNegative = bytes[index] == UInt8(ascii: "-")
        if isNegative || bytes[index] == UInt8(ascii: "+") { index += 1 }
        // From here on every index lies in the range that was just checked.
        let start = index
        var mantissa: UInt64 = 0
        var digits = 0
        var exponent = 0
        var pointSeen = false
        while index < end {
            let byte = unsafe bytes[unchecked: index]
            let digit = byte &- UInt8(ascii: "0")
            if digit < 10 {
                mantissa = mantissa &* 10 &+ UInt64(digit)
                digits += 1
                if pointSeen { exponent -= 1 }
            } else if byte == point, !pointSeen {
                pointSeen = true
            } else {
                break
            }
            index += 1
        }
        guard digits > 0 else { return nil }
        if index < end {
            guard let written = writtenExponent(bytes, index..<end) else { return nil }
            exponent += written
        }
        // Clinger's fast path: an integer and a power of ten that doubles hold exactly give one rounding.
        if digits <= 19, mantissa <= 1 << 53, exponent.magnitude <= 22 {
            let value = Double(mantissa)
            let scaled = exponent < 0 ? value / powersOfTen[-exponent] : value * powersOfTen[exponent]
            return isNegative ? -scaled : scaled
        }
        return exact(bytes, start..<end, point: point, exponent: exponent).map { isNegative ? -$0 : $0 }
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

    /// The slow exact path, for text whose grammar is already known to be right.
    private static func exact(_ bytes: Span<UInt8>, _ range: Range<Int>, point: UInt8, exponent: Int) -> Double? {
        var text = [UInt8]()
        text.reserveCapacity(range.count)
        for index in range { text.append(bytes[index] == point ? UInt8(ascii: ".") : bytes[index]) }
        var value = 0.0
        let read = unsafe text.withUnsafeBytes { raw in
            let start = unsafe raw.baseAddress?.assumingMemoryBound(to: CChar.self)
            return unsafe tearsheet_parse_double(start, raw.count, &value)
        }
        if read == text.count { return value.isFinite ? value : nil }
        // from_chars refuses what is out of range; the small side of that is zero.
        return magnitude(text, exponent: exponent) < 0 ? 0 : nil
    }

    /// The power of ten of the first digit that counts, where the last digit has the power `exponent`.
    private static func magnitude(_ text: [UInt8], exponent: Int) -> Int {
        let digits = text.prefix { $0 | 0x20 != UInt8(ascii: "e") }.filter { $0 != UInt8(ascii: ".") }
        let leadingZeros = digits.prefix { $0 == UInt8(ascii: "0") }.count
        return digits.count - leadingZeros + exponent
    }

    private static let powersOfTen: InlineArray<23, Double> = [
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22,
    ]
}
