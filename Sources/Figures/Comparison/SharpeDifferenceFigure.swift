import Analytics
import Charts
import Comparison

/// The bootstrap's differences of two Sharpe ratios, with zero and the observed difference.
enum SharpeDifferenceFigure {
    static let definition = FigureDefinition<Comparison>(
        "sharpe-difference", "the bootstrap's differences of two Sharpe ratios"
    ) { comparison in
        comparison.sharpeDifference.flatMap { difference in
            difference.bootstrap.map { chart(comparison, difference, $0) }
        }
    }

    private static func chart(
        _ comparison: Comparison, _ difference: SharpeDifference, _ bootstrap: BootstrapTest
    ) -> Chart {
        let (first, second) = (comparison.members[0].name, comparison.members[1].name)
        let observed = FigureWords.ratio(difference.difference)
        let zero = RuleMark(
            .vertical, at: 0, label: EndLabel("no difference"), paint: .role(.muted), dashes: [2.4, 1.8])
        let seen = RuleMark(
            .vertical, at: difference.difference,
            label: EndLabel("observed", value: observed, paint: .role(.ink), isStrong: true), paint: .role(.ink))
        let band = BandMark(from: bootstrap.test.low, to: bootstrap.test.high)
        return Chart(
            title: "Difference of Sharpe ratios",
            subtitle: "\(first) less \(second), a year; resamples, shaded: the middle 95\u{202F}%",
            altText: "The Sharpe ratio of \(first) less that of \(second) is \(observed); 95\u{202F}% of "
                + "\(bootstrap.differences.count) resamples lie between \(FigureWords.ratio(bootstrap.test.low)) and "
                + "\(FigureWords.ratio(bootstrap.test.high)).",
            aspect: 0.46, x: Axis(.linear, format: .number(2), including: [0, difference.difference]),
            panels: [
                Panel(
                    y: Axis(.linear, format: .count, including: [0], isNice: true, baseline: 0),
                    marks: [.band(band), .bars(BarsMark(bars(bootstrap.differences))), .rule(zero), .rule(seen)])
            ])
    }

    /// Equal bins, about as many as the square root of the count says, at most forty.
    private static func bars(_ sorted: [Double]) -> [BarsMark.Bar] {
        guard let low = sorted.first, let high = sorted.last, high > low else {
            return sorted.first.map {
                [BarsMark.Bar(x0: $0 - 0.01, x1: $0 + 0.01, y1: Double(sorted.count), paint: .role(.accent))]
            } ?? []
        }
        let count = min(40, max(8, Int(Double(sorted.count).squareRoot())))
        let width = (high - low) / Double(count)
        var counts = [Int](repeating: 0, count: count)
        for value in sorted { counts[min(count - 1, max(0, Int((value - low) / width)))] += 1 }
        return counts.enumerated().map { index, number in
            let start = low + width * Double(index)
            return BarsMark.Bar(
                x0: start, x1: start + width, y1: Double(number), paint: .role(.accent, opacity: 0.75),
                title: "\(FigureWords.ratio(start)) to \(FigureWords.ratio(start + width)): \(number)")
        }
    }
}
