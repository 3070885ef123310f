/// Numbers for data files: at most twelve significant digits.
///
/// The last bits of transcendental functions differ between machines, so nothing written to JSON or CSV carries more
/// than twelve significant digits (METRICS, numerical rules).
public enum SignificantDigits {
    /// The shortest JSON number that equals `value` rounded to `count` significant digits, 1 to 17.
    ///
    /// Whole numbers below 10¹⁵ have no point; from 10⁻⁴ to 10¹⁶ plain notation, otherwise the `1.5e-09` form. Zero has
    /// no sign. NaN and infinities have no JSON form: the answer is `null`.
    public static func json(_ value: Double, count: Int = 12) -> String {
        guard value.isFinite else { return "null" }
        let rounded = round(value, to: count)
        guard rounded.isFinite, rounded != 0 else { return rounded == 0 ? "0" : "\(value)" }
        if rounded == rounded.rounded(), rounded.magnitude < 1e15 { return String(Int64(rounded)) }
        let text = "\(rounded)"
        return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }

    /// Appends what ``json(_:count:)`` gives for twelve digits, without making a string.
    public static func appendJSON(_ value: Double, to bytes: inout [UInt8]) {
        let magnitude = value.magnitude
        // Up to 10¹¹ twelve digits are a whole number over a power of ten, whose digits are the shortest text.
        guard magnitude >= 1e-4, magnitude < 1e11 else { return bytes.append(contentsOf: json(value).utf8) }
        let places = 11 - decimalExponent(of: magnitude)
        var digits = UInt64(multiplied(magnitude, powersOfTen[places]))
        var fraction = places
        while fraction > 0, digits % 10 == 0 {
            digits /= 10
            fraction -= 1
        }
        if value < 0 { bytes.append(UInt8(ascii: "-")) }
        append(digits, fraction: fraction, to: &bytes)
    }

    /// Digits with a point before the last `fraction` of them.
    private static func append(_ digits: UInt64, fraction: Int, to bytes: inout [UInt8]) {
        let start = bytes.count
        var rest = digits
        var count = 0
        repeat {
            if count == fraction, count > 0 { bytes.append(UInt8(ascii: ".")) }
            bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
            rest /= 10
            count += 1
        } while rest > 0 || count <= fraction
        bytes[start...].reverse()
    }

    /// `value` rounded to `count` significant decimal digits, as the double nearest to that decimal; ties to even.
    ///
    /// From 10⁻¹⁰ to 10²² the side of a tie is decided exactly. NaN, infinities and zeros stay as they are.
    public static func round(_ value: Double, to count: Int = 12) -> Double {
        guard value.isFinite, value != 0 else { return value }
        let magnitude = value.magnitude
        let places = count - 1 - decimalExponent(of: magnitude)
        let rounded: Double
        switch places {
        case 0...22: rounded = multiplied(magnitude, powersOfTen[places]) / powersOfTen[places]
        case -22..<0: rounded = divided(magnitude, powersOfTen[-places]) * powersOfTen[-places]
        default:
            // Powers of ten above 10²² are no doubles: the whole digits are exact, and the text says the rest.
            let digits = scaled(magnitude, by: places).rounded(.toNearestOrEven)
            rounded = Double("\(Int64(digits))e\(-places)") ?? magnitude
        }
        return value < 0 ? -rounded : rounded
    }

    /// The product as a whole number; at an apparent tie the fused remainder tells on which side the true one lies.
    private static func multiplied(_ magnitude: Double, _ power: Double) -> Double {
        let product = magnitude * power
        return whole(product, remainder: (-product).addingProduct(magnitude, power))
    }

    private static func divided(_ magnitude: Double, _ power: Double) -> Double {
        let quotient = magnitude / power
        return whole(quotient, remainder: magnitude.addingProduct(-quotient, power))
    }

    private static func whole(_ value: Double, remainder: Double) -> Double {
        let floor = value.rounded(.down)
        guard value - floor == 0.5, remainder != 0 else { return value.rounded(.toNearestOrEven) }
        return remainder > 0 ? floor + 1 : floor
    }

    /// The exponent of the first digit: 3 for 1234.5, −2 for 0.05. The value must be finite and not zero.
    static func decimalExponent(of value: Double) -> Int {
        var magnitude = value.magnitude
        var exponent = 0
        while magnitude >= 1e22 {
            magnitude /= 1e22
            exponent += 22
        }
        while magnitude < 1 {
            magnitude *= 1e22
            exponent -= 22
        }
        // Within 1 ..< 10²² the powers are exact, so the comparison is too.
        return exponent + (powersOfTen.lastIndex { $0 <= magnitude } ?? 0)
    }

    private static func scaled(_ value: Double, by places: Int) -> Double {
        var result = value
        var rest = places
        while rest != 0 {
            let step = min(22, abs(rest))
            result = rest > 0 ? result * powersOfTen[step] : result / powersOfTen[step]
            rest -= rest > 0 ? step : -step
        }
        return result
    }

    private static let powersOfTen: [Double] = [
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22,
    ]
}
