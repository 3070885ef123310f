import Formatting
import Glibc

/// How the numbers of an axis are written; the count is the decimals of a value that is read off, ticks choose their own.
public enum NumberFormat: Equatable, Sendable {
    /// Fractions as percent: `−5 %`.
    case percent(Int)
    /// Plain numbers.
    case number(Int)
    /// Ratios to the start: `5.94×`.
    case multiple(Int)
    /// Amounts in short form: `12k`, `1.5M`; the currency belongs into the title.
    case money(Int)
    /// Whole numbers; ticks between them are left out.
    case count

    /// Name and decimals for scripts: `percent1`, `multiple2`, `number0`.
    public var name: String {
        switch self {
        case .percent(let places): "percent\(places)"
        case .number(let places): "number\(places)"
        case .multiple(let places): "multiple\(places)"
        case .money(let places): "money\(places)"
        case .count: "number0"
        }
    }

    /// A value that is read off.
    public func text(_ value: Double) -> String {
        switch self {
        case .percent(let places): DisplayNumber.percent(value, places: places)
        case .number(let places), .money(let places): DisplayNumber.number(value, places: places)
        case .multiple(let places): DisplayNumber.multiple(value, places: places)
        case .count: DisplayNumber.number(value, places: 0)
        }
    }

    /// A tick, with the decimals that its step needs and no more.
    public func tick(_ value: Double, step: Double) -> String {
        switch self {
        case .percent:
            Self.short(value * 100, step: step * 100, from: 1e6) + DisplayNumber.thinSpace + "%"
        case .number, .count: Self.short(value, step: step, from: 1e5)
        case .multiple: Self.short(value, step: step, from: 1e5) + "×"
        case .money: Self.short(value, step: step, from: 1e3)
        }
    }

    /// `950`, `12k`, `1.5M`; beyond what words and decimals can say shortly, `3e−9` and `2e18`.
    private static func short(_ value: Double, step: Double, from threshold: Double) -> String {
        guard value != 0 else { return places(step) > 0 && places(step) <= 6 ? plain(0, step) : "0" }
        guard value.magnitude < 1e15, places(step) <= 6 else { return scientific(value, step) }
        guard value.magnitude >= threshold else { return plain(value, step) }
        let units: [(size: Double, sign: String)] = [(1e12, "T"), (1e9, "B"), (1e6, "M"), (1e3, "k")]
        guard let unit = units.first(where: { value.magnitude >= $0.size }) else { return plain(value, step) }
        return trimmed(plain(value / unit.size, step / unit.size)) + unit.sign
    }

    private static func plain(_ value: Double, _ step: Double) -> String {
        DisplayNumber.number(value, places: places(step))
    }

    private static func scientific(_ value: Double, _ step: Double) -> String {
        let exponent = log10(value.magnitude).rounded(.down)
        let fine = log10(step).rounded(.down)
        let mantissa = value / pow(10, exponent)
        let digits = Int(exactly: min(max(exponent - fine, 0), 15)) ?? 0
        return trimmed(DisplayNumber.number(mantissa, places: digits)) + "e"
            + DisplayNumber.number(exponent, places: 0)
    }

    /// Decimals that tell a step from its neighbours.
    private static func places(_ step: Double) -> Int {
        guard step > 0, step.isFinite else { return 0 }
        // 0.1 has a logarithm a hair below −1 on some machines.
        return Int(exactly: max(0, -(log10(step) + 1e-9).rounded(.down))) ?? 0
    }

    private static func trimmed(_ digits: String) -> String {
        guard digits.utf8.contains(UInt8(ascii: ".")) else { return digits }
        var text = digits
        while text.hasSuffix("0") { text.removeLast() }
        if text.hasSuffix(".") { text.removeLast() }
        return text
    }
}
