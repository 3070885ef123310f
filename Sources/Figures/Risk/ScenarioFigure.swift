import Analytics
import Charts

/// What each scenario would cost what was held at the end, the worst first.
enum ScenarioFigure {
    static let definition = FigureDefinition(
        name: "scenarios", summary: "bars of what each scenario would cost what was held at the end", chart: chart)

    private static let most = 18

    private static func chart(_ analysis: Analysis) throws(Unavailable) -> Chart {
        let section = try analysis.scenarios
        let sorted = section.outcomes.enumerated().sorted {
            ($0.element.total, $0.offset) < ($1.element.total, $1.offset)
        }.map(\.element)
        let shown = Array(sorted.prefix(most))
        let bars = shown.enumerated().map { place, outcome in
            BarsMark.Bar(
                x0: 0, x1: outcome.total, y0: Double(place) + 0.14, y1: Double(place) + 0.86,
                paint: .role(outcome.total < 0 ? .loss : .gain, opacity: 0.88),
                value: FigureWords.percent(outcome.total),
                title: "\(outcome.name): \(FigureWords.percent(outcome.total, places: 2))")
        }
        let bands = shown.enumerated().map { AxisBand([$1.name], start: Double($0), end: Double($0 + 1)) }
        let left = sorted.count - shown.count
        return Chart(
            title: "Scenarios",
            subtitle: "% of the account, for what was held on \(section.moment.date.display)"
                + (left > 0 ? "; the \(shown.count) worst of \(sorted.count)" : ""),
            altText: "What scenarios would cost: "
                + shown.map { "\($0.name) \(FigureWords.percent($0.total))" }.joined(separator: ", ") + ".",
            aspect: (44 + 14.5 * Double(shown.count)) / 540,
            x: Axis(.linear, format: .percent(1), including: [0], isNice: true),
            panels: [
                Panel(
                    y: Axis(.bands(bands, extent: Double(shown.count))),
                    marks: [.bars(BarsMark(bars, orientation: .horizontal, valuePaint: .role(.ink)))])
            ])
    }
}
