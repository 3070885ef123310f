import NativeCodecs

/// Writes numbers with a fixed count of decimals, the same on every machine.
///
/// No locale, no Foundation: a formatter costs a microsecond a number and answers to the environment; this costs
/// nanoseconds and does not. Ties are decided on the exact binary value of the number (2.675 at two places is 2.67,
/// because the double is below the tie), as C's `printf` does.
public enum FixedDecimal {
    /// The most decimals that ``digits(of:places:)`` writes; more would print digits that a double does not hold.
    public static let maximumPlaces = 15

    /// The number with exactly `places` decimals, ASCII minus, no grouping: `-1234.50`.
    ///
    /// Values that round to zero carry no sign. NaN and infinities give `nan`, `inf`, `-inf`.
    /// What leaves the fast path's integers is written by ``ExactDigits``.
    public static func digits(of value: Double, places: Int) -> String {
        guard value.isFinite else { return value.isNaN ? "nan" : value < 0 ? "-inf" : "inf" }
        let places = min(max(places, 0), maximumPlaces)
        let magnitude = value.magnitude
        guard magnitude < 9_007_199_254_740_992, let scaled = scaledInteger(magnitude, places: places) else {
            let digits = ExactDigits.fixed(magnitude, places: places)
            return value < 0 && digits.utf8.contains { $0 > UInt8(ascii: "0") } ? "-" + digits : digits
        }
        var text = [UInt8]()
        text.reserveCapacity(places + 12)
        appendDigits(scaled, places: places, to: &text)
        let body = String(decoding: text, as: UTF8.self)
        return value < 0 && scaled != 0 ? "-" + body : body
    }

    /// The magnitude times 10^places, rounded half to even on the exact product, or nil where it leaves 63 bits.
    static func scaledInteger(_ magnitude: Double, places: Int) -> UInt64? {
        let power = powersOfTen[places]
        let product = magnitude * power
        guard product < 9.0e15 else { return nil }
        let floor = product.rounded(.down)
        let fraction = product - floor
        let whole = UInt64(floor)
        let roundsUp = fraction > 0.5 || (fraction == 0.5 && roundsUpAtTie(magnitude, power, product, whole))
        return roundsUp ? whole + 1 : whole
    }

    /// At an apparent tie the product itself was rounded; the fused remainder tells on which side the true value lies.
    private static func roundsUpAtTie(_ magnitude: Double, _ power: Double, _ product: Double, _ whole: UInt64) -> Bool
    {
        let remainder = (-product).addingProduct(magnitude, power)
        return remainder > 0 || (remainder == 0 && whole % 2 == 1)
    }

    private static func appendDigits(_ scaled: UInt64, places: Int, to text: inout [UInt8]) {
        var rest = scaled
        var count = 0
        repeat {
            if count == places, places > 0 { text.append(UInt8(ascii: ".")) }
            text.append(UInt8(ascii: "0") + UInt8(rest % 10))
            rest /= 10
            count += 1
        } while rest > 0 || count <= places
        text.reverse()
    }

    static let powersOfTen: [Double] = [
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
    ]
}
