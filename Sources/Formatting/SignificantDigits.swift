/// Numbers for data files: at most twelve significant digits.
///
/// The last bits of transcendental functions differ between machines, so nothing written to JSON or CSV carries more
/// than twelve significant digits (METRICS, numerical rules).
public enum SignificantDigits {
    /// The shortest JSON number that equals `value` rounded to `count` significant digits.
    ///
    /// Plain notation for exponents from −5 to 15, otherwise `1.5e-09` form. NaN and infinities have no JSON form:
    /// the answer is `null`.
    public static func json(_ value: Double, count: Int = 12) -> String {
        guard value.isFinite else { return "null" }
        guard value != 0 else { return "0" }
        let rounded = round(value, to: count)
        if rounded == rounded.rounded(), rounded.magnitude < 1e15 { return String(Int64(rounded)) }
        let exponent = decimalExponent(of: rounded)
        guard exponent >= -5, exponent < 16 else { return "\(rounded)" }
        return trimmed(FixedDecimal.digits(of: rounded, places: max(0, min(15, count - 1 - exponent))))
    }

    /// `value` rounded to `count` significant decimal digits, as the nearest double.
    public static func round(_ value: Double, to count: Int = 12) -> Double {
        guard value.isFinite, value != 0 else { return value }
        let places = count - 1 - decimalExponent(of: value)
        if places >= 0 {
            guard places <= 22 else { return value }
            let power = power(places)
            return (value * power).rounded(.toNearestOrEven) / power
        }
        let power = power(min(-places, 22))
        return (value / power).rounded(.toNearestOrEven) * power
    }

    private static func power(_ exponent: Int) -> Double {
        var result = 1.0
        for _ in 0..<exponent { result *= 10 }
        return result
    }

    static func decimalExponent(of value: Double) -> Int {
        var magnitude = value.magnitude
        var exponent = 0
        while magnitude >= 10 {
            magnitude /= 10
            exponent += 1
        }
        while magnitude < 1 {
            magnitude *= 10
            exponent -= 1
        }
        return exponent
    }

    private static func trimmed(_ digits: String) -> String {
        guard digits.utf8.contains(UInt8(ascii: ".")) else { return digits }
        var bytes = Array(digits.utf8)
        while bytes.last == UInt8(ascii: "0") { bytes.removeLast() }
        if bytes.last == UInt8(ascii: ".") { bytes.removeLast() }
        return String(decoding: bytes, as: UTF8.self)
    }
}
