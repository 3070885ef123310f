import Analytics
import Charts

/// What each position held at the end adds to the volatility, the largest parts first.
enum RiskContributionFigure {
    static let definition = FigureDefinition(
        name: "risk-contributions", summary: "bars of what each position held at the end adds to the volatility",
        chart: chart)

    private static let most = 18

    private static func chart(_ analysis: Analysis) throws(Unavailable) -> Chart {
        let risk = try analysis.assetRisk
        let sorted = risk.rows.sorted { ($1.contribution, $0.symbol) < ($0.contribution, $1.symbol) }
        var rows = sorted.prefix(most).map { (name: $0.symbol, value: $0.contribution, weight: $0.weight as Double?) }
        let others = sorted.dropFirst(most)
        if !others.isEmpty {
            rows.append(("\(others.count) others", others.reduce(0) { $0 + $1.contribution }, nil))
        }
        let bars = rows.enumerated().map { place, row in
            BarsMark.Bar(
                x0: 0, x1: row.value, y0: Double(place) + 0.14, y1: Double(place) + 0.86,
                paint: .role(row.value < 0 ? .gain : .accent, opacity: 0.88), value: FigureWords.percent(row.value),
                title: "\(row.name): \(FigureWords.percent(row.value, places: 2))"
                    + (row.weight.map { ", weight \(FigureWords.percent($0))" } ?? ""))
        }
        let bands = rows.enumerated().map { AxisBand([$1.name], start: Double($0), end: Double($0 + 1)) }
        return Chart(
            title: "Contribution to the risk",
            subtitle: "% a year, \(FigureWords.percent(risk.volatility)) in all",
            altText: altText(risk, sorted), aspect: (44 + 14.5 * Double(rows.count)) / 540,
            x: Axis(.linear, format: .percent(1), including: [0], isNice: true),
            panels: [
                Panel(
                    y: Axis(.bands(bands, extent: Double(rows.count))),
                    marks: [.bars(BarsMark(bars, orientation: .horizontal, valuePaint: .role(.ink)))])
            ])
    }

    private static func altText(_ risk: AssetRisk, _ sorted: [AssetRisk.Row]) -> String {
        var text =
            "Contribution of \(FigureWords.count(risk.rows.count, "position", "positions")) to a volatility of "
            + "\(FigureWords.percent(risk.volatility)) a year"
        if let most = sorted.first, let least = sorted.last {
            text +=
                ": most \(most.symbol) with \(FigureWords.percent(most.contribution)), least \(least.symbol) with "
                + FigureWords.percent(least.contribution)
        }
        return text + "."
    }
}
