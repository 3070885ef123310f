import Analytics
import Comparison
import Formatting

/// What changed, in words: the same in the terminal and in Markdown.
extension MetricChange {
    /// The name of an amount says its currency, where both runs have the same.
    public func label(_ currency: String?) -> String {
        guard declaration.unit == .money, let currency else { return declaration.name }
        return declaration.name + ", " + currency
    }

    /// The two values with their units.
    public var texts: (first: String, second: String) {
        (CellFormat().text(first), CellFormat().text(second))
    }

    /// The second less the first: `+3.1 pp` (percentage points), `−0.12`; empty without two numbers.
    public var differenceText: String {
        guard let difference else { return "" }
        let (sign, size) = (difference < 0 ? DisplayNumber.minus : "+", difference.magnitude)
        let text: String =
            switch declaration.unit {
            case .fraction, .fractionPerYear:
                DisplayNumber.number(size * 100, places: size >= 10 ? 0 : declaration.places) + DisplayNumber.thinSpace
                    + "pp"
            case .probability: DisplayNumber.number(size, places: declaration.places)
            default: declaration.unit.text(size, places: declaration.places)
            }
        let isZero = !text.utf8.contains { (UInt8(ascii: "1")...UInt8(ascii: "9")).contains($0) }
        return isZero ? text : sign + text
    }

    /// Whether readers see that it changed.
    public var isSeen: Bool {
        let (one, other) = texts
        return isChanged && (one != other || first.value.number == nil)
    }
}

extension RunDifference {
    /// What the metrics are of: `common span 1 Jan 2020 – 29 Dec 2023, 1 006 returns`.
    public var spanText: String {
        guard let span else { return "each run over its own time: they have none in common" }
        let count = DisplayNumber.number(Double(span.count), places: 0)
        return "common span \(span.start.date.display) – \(span.end.date.display), \(count) returns"
    }

    /// Whether the Sharpe ratios differ by more than chance.
    public var significanceText: String {
        let difference: SharpeDifference
        switch sharpeDifference {
        case .failure(let cause):
            return "Whether the Sharpe ratios differ by more than chance cannot be said: \(cause.reason)."
        case .success(let found): difference = found
        }
        let drawn = try? difference.bootstrap.get().test
        let test = drawn ?? difference.jobsonKorkie
        let method = drawn == nil ? "by Jobson and Korkie's test" : "by block bootstrap"
        func number(_ value: Double, signed: Bool = false) -> String {
            DisplayNumber.number(value, places: 2, signed: signed)
        }
        let chance = DisplayNumber.probability(test.probability)
        let verdict = test.probability < 0.05 ? "more than chance" : "not more than chance"
        return "Sharpe ratio of the common returns \(number(difference.first)) → \(number(difference.second)): "
            + "\(number(-difference.difference, signed: true)), 95\u{202F}% \(number(-test.high))…\(number(-test.low)), "
            + "p \(chance.first == "<" || chance.first == ">" ? chance : "= " + chance) \(method): \(verdict)."
    }
}
