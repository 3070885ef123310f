import Analytics
import Charts
import RunModel

/// How long trades were held: winners beneath, others above.
enum HoldingPeriodFigure {
    static let definition = FigureDefinition(
        name: "holding-periods", summary: "histogram of how long closed trades were held, winners and others",
        chart: chart)

    private static func chart(_ analysis: Analysis) throws(Unavailable) -> Chart {
        let closed = try analysis.closedTrades.closed
        let hours = closed.map { Double($0.heldMilliseconds) / 3_600_000 }
        let (scale, unit) = Self.scale(hours)
        let columns = [true, false].map { wins in
            closed.indices.filter { (closed[$0].profit > 0) == wins }.map { hours[$0] / scale }
        }
        let bins = Histogram.shared(columns, fewest: 8, most: 40)
        guard bins.width > 0 else { throw .noClosedTrade }
        let y = Axis(.linear, format: .count, including: [0], isNice: true, baseline: 0)
        let median = (analysis.metrics.number(.medianDuration) ?? 0) / scale
        let label = EndLabel("Median", value: FigureWords.ratio(median), paint: .role(.ink))
        let marks: [Mark] = [
            .bars(bars(bins, unit)), .rule(RuleMark(.vertical, at: median, label: label, paint: .role(.ink))),
        ]
        return Chart(
            title: "Holding periods", subtitle: "number of closed trades by \(unit) held; winners beneath the others",
            altText: altText(closed, hours, scale, unit), aspect: 0.5,
            x: Axis(.linear, format: .number(bins.width < 1 ? 1 : 0), including: [0]),
            panels: [Panel(y: y, marks: marks)])
    }

    /// Minutes, hours or days, by what most trades lasted.
    private static func scale(_ hours: [Double]) -> (Double, String) {
        let sorted = hours.sorted()
        let middle = sorted[sorted.count / 2]
        return middle < 2 ? (1 / 60.0, "minutes") : middle < 72 ? (1, "hours") : (24, "days")
    }

    private static func bars(_ bins: Histogram.Shared, _ unit: String) -> BarsMark {
        let bars = bins.counts[0].indices.flatMap { index -> [BarsMark.Bar] in
            let (wins, others) = (bins.counts[0][index], bins.counts[1][index])
            let start = bins.start + bins.width * Double(index)
            let title =
                "\(FigureWords.ratio(start)) to \(FigureWords.ratio(start + bins.width)) \(unit): \(wins) winners, "
                + "\(others) others"
            return [(0, wins, true), (wins, wins + others, false)].filter { $0.1 > $0.0 }.map { low, high, isWin in
                BarsMark.Bar(
                    x0: start, x1: start + bins.width, y0: Double(low), y1: Double(high),
                    paint: .role(isWin ? .gain : .loss, opacity: 0.88), title: title)
            }
        }
        return BarsMark(bars)
    }

    private static func altText(_ closed: [Trade], _ hours: [Double], _ scale: Double, _ unit: String) -> String {
        func words(_ value: Double) -> String { "\(FigureWords.ratio(value / scale)) \(unit)" }
        return "Holding periods of \(FigureWords.count(closed.count, "closed trade", "closed trades")): from "
            + "\(words(hours.min() ?? 0)) to \(words(hours.max() ?? 0))."
    }
}
