/// How large a yearly rate without risk may be before it is a percent that was written as a fraction.
public enum RateSize {
    /// Rates of a half and more: 50 % a year.
    public static let implausible = 0.5

    /// The fraction in `0.02`, `2%` or `2 %`; nil where the text is none of these.
    public static func fraction(_ text: String) -> (value: Double, isPercent: Bool)? {
        var digits = text[...]
        while digits.last == " " { digits.removeLast() }
        let isPercent = digits.last == "%"
        if isPercent { digits.removeLast() }
        while digits.last == " " { digits.removeLast() }
        while digits.first == " " { digits.removeFirst() }
        guard let value = Double(String(digits)), value.isFinite else { return nil }
        return (isPercent ? value / 100 : value, isPercent)
    }
}
