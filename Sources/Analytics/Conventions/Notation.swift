import Formatting

/// Numbers inside formulas and convention lines.
enum Notation {
    /// A number with at most six significant digits.
    static func number(_ value: Double) -> String { SignificantDigits.json(value, count: 6) }
}
