/// Exact decimals: whole numbers that share one power of ten.
public struct DecimalValues: Equatable, Sendable {
    /// The digits of each value as a whole number.
    public var unscaled: [Int128]
    /// How many of the digits stand behind the point; negative where zeros follow them.
    public var scale: Int

    /// Whole numbers over 10 to the power of `scale`.
    public init(unscaled: [Int128], scale: Int) {
        self.unscaled = unscaled
        self.scale = scale
    }

    /// The value of a row as it is written: `-12.50`.
    public func text(_ row: Int) -> String {
        let value = unscaled[row]
        var digits = String(value.magnitude)
        if scale <= 0 {
            digits += value == 0 ? "" : String(repeating: "0", count: -scale)
        } else {
            let missing = scale + 1 - digits.utf8.count
            if missing > 0 { digits = String(repeating: "0", count: missing) + digits }
            digits.insert(".", at: digits.index(digits.endIndex, offsetBy: -scale))
        }
        return value < 0 ? "-" + digits : digits
    }

    /// How far a scale may go: 38 digits are the most that a value has.
    static let scales = -76...76
}
