import Analytics
import Charts
import Formatting

/// How returns depend on those before them, lag by lag.
enum AutocorrelationFigure {
    static let definition = FigureDefinition(
        name: "autocorrelation", summary: "autocorrelation of returns at lags up to twenty", chart: chart)

    private static func chart(_ analysis: Analysis) throws(Unavailable) -> Chart {
        let found = try analysis.autocorrelations
        let bars = found.values.enumerated().map { index, value in
            BarsMark.Bar(
                x0: Double(index) + 0.72, x1: Double(index) + 1.28, y1: value,
                paint: .role(.accent, opacity: value.magnitude > found.bound ? 1 : 0.45),
                title: "lag \(index + 1): \(FigureWords.ratio(value))")
        }
        let rules = [found.bound, -found.bound].enumerated().map { index, place in
            Mark.rule(
                RuleMark(
                    .horizontal, at: place, label: index == 0 ? EndLabel("95\u{202F}%") : nil, dashes: [2.4, 1.8]))
        }
        let outside = found.values.count { $0.magnitude > found.bound }
        return Chart(
            title: "Autocorrelation",
            subtitle: "by lag in \(FigureTime(analysis).sessions); dashed: chance, 95\u{202F}%",
            altText: "Autocorrelation of returns at lags 1 to \(found.values.count): "
                + "\(FigureWords.ratio(found.values[0])) at one, \(outside) of them outside of "
                + "±\(FigureWords.ratio(found.bound)), where chance would put 5\u{202F}%.",
            aspect: 0.4, x: Axis(.linear, format: .count),
            panels: [
                Panel(
                    y: Axis(.linear, format: .number(2), including: [0], baseline: 0, lowPadding: 3, highPadding: 3),
                    marks: [.bars(BarsMark(bars))] + rules)
            ])
    }
}
