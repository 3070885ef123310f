import Analytics
import Charts

/// Long, short and net exposure over time.
enum ExposureFigure {
    static let definition = FigureDefinition(
        name: "exposure", summary: "long, short and net positions over time, as shares of the account's value",
        chart: chart)

    private static func chart(_ analysis: Analysis) throws(Unavailable) -> Chart {
        let positions = try analysis.positions
        guard positions.net.count > 1 else { throw .fewerThan(2, "observations") }
        return Chart(
            title: "Exposure", subtitle: "% of the account's value: long above zero, short below, and net",
            altText: altText(analysis, positions), aspect: 0.3, x: FigureTime(analysis).axis,
            panels: [panel(positions)])
    }

    private static func panel(_ positions: PositionSection) -> Panel {
        let (long, short, net) = (positions.long, positions.short, positions.net)
        let isShort = short.values.contains { $0 < 0 }
        var marks: [Mark] = [area("Long", SeriesName.longExposure, long.days, long.values, isLong: true)]
        if isShort { marks.append(area("Short", SeriesName.shortExposure, short.days, short.values, isLong: false)) }
        let ending = EndLabel(
            isShort ? "Net" : "Long", value: net.values.last.map { FigureWords.percent($0, places: 0) } ?? "",
            isStrong: true)
        marks.append(
            .line(
                LineMark(
                    isShort ? "Net" : "Long", key: SeriesName.netExposure, x: net.days, y: net.values,
                    paint: .role(.ink), ending: ending)))
        let y = Axis(.linear, format: .percent(0), including: [0], baseline: 0, lowPadding: 2, highPadding: 2)
        return Panel(y: y, marks: marks)
    }

    private static func area(_ name: String, _ key: String, _ x: [Double], _ y: [Double], isLong: Bool) -> Mark {
        .area(
            AreaMark(
                x: x, y: y, paint: isLong ? .role(.accent, opacity: 0.25) : .role(.loss, opacity: 0.25),
                edge: AreaMark.Edge(name, key: key, paint: isLong ? .role(.accent) : .role(.loss))))
    }

    private static func altText(_ analysis: Analysis, _ positions: PositionSection) -> String {
        func mean(_ key: MetricKey) -> String {
            analysis.metrics.number(key).map { FigureWords.percent($0, places: 0) } ?? "n/a"
        }
        let highest = positions.long.values.max().map { FigureWords.percent($0, places: 0) } ?? "n/a"
        let lowest = positions.short.values.min().map { FigureWords.percent($0, places: 0) } ?? "n/a"
        return "Exposure \(FigureTime(analysis).span), as a share of the account's value: gross "
            + "\(mean(.grossExposureMean)) and net \(mean(.netExposureMean)) on average, long at most \(highest), "
            + "short at most \(lowest)."
    }
}
