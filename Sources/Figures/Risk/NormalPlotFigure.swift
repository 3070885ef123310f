import Analytics
import Charts

/// Quantiles of the returns against those of a normal distribution: tails leave the line.
enum NormalPlotFigure {
    static let definition = FigureDefinition(
        name: "return-qq", summary: "returns in order against those of a normal distribution", chart: chart)

    private static func chart(_ analysis: Analysis) throws(Unavailable) -> Chart {
        let plot = try analysis.normalPlot
        let ends = [plot.expected[0], plot.expected[plot.expected.count - 1]]
        let line = LineMark("Normal", x: ends, y: ends, paint: .role(.ink, opacity: 0.75), dashes: [2.4, 1.8])
        let marks: [Mark] = [
            .line(line),
            .dots(DotsMark(x: plot.expected, y: plot.observed, paint: .role(.accent, opacity: 0.8), radius: 1.5)),
            .text(TextMark(["dashed: normal, same mean and s.d.", "dashed: normal"])),
        ]
        return Chart(
            title: title(plot.periodName) + " against a normal", subtitle: "%; observed over expected, in order",
            altText: altText(plot), aspect: 0.5,
            x: Axis(.linear, format: .percent(1), lowPadding: 3, highPadding: 3),
            panels: [
                Panel(
                    y: Axis(.linear, format: .percent(1), including: [0], baseline: 0, lowPadding: 3, highPadding: 9),
                    marks: marks)
            ])
    }

    private static func title(_ period: String) -> String {
        (period.first.map { $0.uppercased() + period.dropFirst() } ?? "Periodic") + " returns"
    }

    private static func altText(_ plot: NormalPlot) -> String {
        let last = plot.observed.count - 1
        func words(_ place: Int) -> String {
            "\(FigureWords.percent(plot.observed[place], places: 2)) where a normal distribution has "
                + FigureWords.percent(plot.expected[place], places: 2)
        }
        return "\(FigureWords.count(plot.count, "return", "returns")) against a normal distribution: the worst is "
            + "\(words(0)), the best \(words(last))."
    }
}
