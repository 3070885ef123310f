/// Numbers as a reader sees them: true minus (U+2212), narrow no-break space between thousands and before a unit.
public enum DisplayNumber {
    /// U+2212, which has the width of a digit in tabular figures; a hyphen does not.
    public static let minus = "\u{2212}"
    /// U+202F, narrow no-break space: groups thousands and stands before a percent sign.
    public static let thinSpace = "\u{202F}"

    /// `1 234.50`; with `signed`, positive numbers carry a plus. What rounds to zero has no sign; NaN and infinities are
    /// `n/a`.
    public static func number(_ value: Double, places: Int, signed: Bool = false) -> String {
        guard value.isFinite else { return "n/a" }
        let digits = FixedDecimal.digits(of: value, places: places)
        let negative = digits.utf8.first == UInt8(ascii: "-")
        let body = grouped(negative ? String(digits.dropFirst()) : digits)
        let isZero = body.utf8.allSatisfy { !(UInt8(ascii: "1")...UInt8(ascii: "9")).contains($0) }
        return (negative ? minus : signed && !isZero ? "+" : "") + body
    }

    /// A fraction as percent: 0.1234 → `12.3 %`.
    ///
    /// What is less than all is not rounded to all: −0.99997 is `−99.997 %`, with as many decimals as that takes.
    public static func percent(_ fraction: Double, places: Int = 1, signed: Bool = false) -> String {
        let text = percentNumber(fraction, places: places, signed: signed)
        return (fraction * 100).isFinite ? text + thinSpace + "%" : text
    }

    /// The same without the sign, for columns that have it in their head: 0.1234 → `12.3`.
    public static func percentNumber(_ fraction: Double, places: Int = 1, signed: Bool = false) -> String {
        number(fraction * 100, places: Self.places(of: fraction, atLeast: places), signed: signed)
    }

    /// The decimals of a percentage, from `places` on, with which a fraction below a whole is not read as the whole.
    private static func places(of fraction: Double, atLeast places: Int) -> Int {
        guard fraction.magnitude < 1, fraction.magnitude > 0.99 else { return places }
        return (places...max(places, 13)).first { (1 - fraction.magnitude) * 100 >= 0.5 / power($0) } ?? 13
    }

    private static func power(_ places: Int) -> Double { (0..<places).reduce(1) { result, _ in result * 10 } }

    /// A probability: 0.0354 → `0.035`. Rounding makes nothing certain: `< 0.001`, `> 0.999`; nor does a number too small for a
    /// double, which is zero.
    public static func probability(_ value: Double, places: Int = 3) -> String {
        guard value.isFinite else { return "n/a" }
        let (least, half) = (1 / power(places), 0.5 / power(places))
        if value >= 0, value < half { return "<" + thinSpace + number(least, places: places) }
        if value < 1, 1 - value <= half { return ">" + thinSpace + number(1 - least, places: places) }
        return number(value, places: places)
    }

    /// A span in the unit that a person would say: `25 min`, `7.5 h`, `27 d`.
    public static func duration(hours: Double) -> String {
        guard hours.isFinite else { return "n/a" }
        let (value, unit) =
            switch hours.magnitude {
            case ..<1: (hours * 60, "min")
            case ..<48: (hours, "h")
            default: (hours / 24, "d")
            }
        return number(value, places: value.magnitude < 10 && value != value.rounded() ? 1 : 0) + thinSpace + unit
    }

    /// An amount with its currency behind: `1 234.50 USD`.
    public static func money(_ value: Double, currency: String?, places: Int = 2) -> String {
        let amount = amount(value, places: places)
        guard let currency, !currency.isEmpty, value.isFinite else { return amount }
        return amount + "\u{00A0}" + currency
    }

    /// An amount: below one, where the decimals would keep less than two of its digits, with three: 0.0000123 of a coin is no
    /// `0.00`. At most eight decimals, the smallest part of a bitcoin.
    public static func amount(_ value: Double, places: Int = 2) -> String {
        let scaled = value.magnitude * power(places)
        let isKept = value.magnitude >= 1 || scaled >= 10 || (scaled - scaled.rounded()).magnitude < 1e-9
        guard !isKept, value.magnitude >= 5e-9 else { return number(value, places: places) }
        return number(value, places: max(places, min(8, 2 - exponent(value))))
    }

    /// Of the first digit: −3 for 0.0012.
    private static func exponent(_ value: Double) -> Int {
        var (rest, exponent) = (value.magnitude, 0)
        while rest < 1, exponent > -20 { (rest, exponent) = (rest * 10, exponent - 1) }
        return exponent
    }

    /// An amount where there is room for about six characters: whole from the thousands on, `12.35M`, `4.6B`; `1.2e−5` of a coin.
    public static func shortAmount(_ value: Double) -> String {
        switch value.magnitude {
        case 0.000_000_000_1..<0.001: tenths(value, exponent(value))
        case ..<1_000_000: number(value, places: 0)
        case ..<1_000_000_000: number(value / 1_000_000, places: 2) + "M"
        default: number(value / 1_000_000_000, places: 1) + "B"
        }
    }

    private static func tenths(_ value: Double, _ exponent: Int) -> String {
        number(value * power(-exponent), places: 1) + "e" + minus + String(-exponent)
    }

    /// A multiple: 5.94 → `5.94×`.
    public static func multiple(_ value: Double, places: Int = 2) -> String {
        number(value, places: places) + (value.isFinite ? "×" : "")
    }

    /// Digits, without a sign, with a thin space between thousands of the integer part: `1234.5` → `1 234.5`.
    public static func grouped(_ digits: String) -> String {
        let whole = digits.utf8.prefix { $0 != UInt8(ascii: ".") }.count
        guard whole > 3 else { return digits }
        var bytes = [UInt8]()
        bytes.reserveCapacity(digits.utf8.count + whole)
        for (index, digit) in digits.utf8.enumerated() {
            if index > 0, index < whole, (whole - index) % 3 == 0 { bytes.append(contentsOf: thinSpace.utf8) }
            bytes.append(digit)
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
