import Analytics
import Charts
import Comparison

/// The Sharpe ratio of every run with its 95 % interval.
enum ComparedSharpeFigure {
    static let definition = FigureDefinition<Comparison>(
        "sharpe", "bars of Sharpe ratios with their 95 % intervals"
    ) { comparison in
        let known = comparison.members.compactMap { member in
            member.common.metrics.number(.sharpe).map { (member: member, ratio: $0) }
        }
        guard !known.isEmpty else {
            let cause = comparison.members.first?.common.metrics[.sharpe]?.value.unavailable
            return .failure(cause ?? Unavailable(code: "no_numbers", reason: "no run has a Sharpe ratio"))
        }
        let bars = known.map { member, ratio in
            BarsMark.Bar(
                x0: 0, x1: ratio, y0: Double(member.index) + 0.16, y1: Double(member.index) + 0.84,
                paint: .role(member.role, opacity: 0.72), title: "\(member.name): \(FigureWords.ratio(ratio))")
        }
        let texts = known.map { member, ratio in interval(member) }
        return .success(
            Chart(
                title: "Sharpe ratio", subtitle: "a year, with 95\u{202F}% intervals",
                altText: "Sharpe ratios: " + comparison.facts(text) + ".",
                aspect: (46 + 17 * Double(comparison.members.count)) / 380,
                x: Axis(
                    .linear, format: .number(2), including: [0], isNice: true, baseline: 0, lowPadding: 5,
                    highPadding: 5),
                panels: [
                    Panel(
                        y: comparison.rowAxis,
                        marks: [.bars(BarsMark(bars, orientation: .horizontal))]
                            + Marks.intervals(texts.compactMap { $0 }, direction: .horizontal, paint: .role(.ink)))
                ]))
    }

    private static func interval(_ member: Member) -> EstimateInterval? {
        let metrics = member.common.metrics
        guard let ratio = metrics.number(.sharpe), let low = metrics.number(.sharpeCILow),
            let high = metrics.number(.sharpeCIHigh)
        else { return nil }
        return EstimateInterval(at: Double(member.index) + 0.5, low: low, middle: ratio, high: high)
    }

    private static func text(_ member: Member) -> String? {
        guard let ratio = member.common.metrics.number(.sharpe) else { return "n/a" }
        guard let interval = interval(member) else { return FigureWords.ratio(ratio) }
        return "\(FigureWords.ratio(ratio)) (\(FigureWords.ratio(interval.low))…\(FigureWords.ratio(interval.high)))"
    }
}
