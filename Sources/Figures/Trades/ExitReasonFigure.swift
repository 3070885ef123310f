import Analytics
import Charts

/// What closed trades earned by the reason of their exit.
enum ExitReasonFigure {
    static let definition = FigureDefinition(
        name: "exit-reasons", summary: "net P&L of closed trades by the reason of the exit", chart: chart)

    private static let most = 12

    private static func chart(_ analysis: Analysis) throws(Unavailable) -> Chart {
        let groups = try analysis.tradeGroups(by: .exitReason)
        let shown = groups.sorted { ($1.profit.magnitude, $0.name) < ($0.profit.magnitude, $1.name) }.prefix(most)
            .sorted { ($1.profit, $0.name) < ($0.profit, $1.name) }
        guard !shown.isEmpty else { throw .noClosedTrade }
        let currency = analysis.run.currency.value
        let bands = shown.enumerated().map { AxisBand([$1.name], start: Double($0), end: Double($0 + 1)) }
        let bars = shown.enumerated().map { index, group in
            BarsMark.Bar(
                x0: 0, x1: group.profit, y0: Double(index) + 0.14, y1: Double(index) + 0.86,
                paint: .role(group.profit < 0 ? .loss : .gain, opacity: 0.88), value: FigureWords.money(group.profit),
                title: "\(group.name): \(FigureWords.money(group.profit)), "
                    + FigureWords.count(group.count, "trade", "trades"))
        }
        let part = shown.count < groups.count ? "; the \(shown.count) largest of \(groups.count)" : ""
        let facts = shown.map {
            "\($0.name) \(FigureWords.money($0.profit, currency)) of \(FigureWords.count($0.count, "trade", "trades"))"
        }
        return Chart(
            title: "P&L by exit reason", subtitle: "closed trades, net of costs" + FigureWords.unit(currency) + part,
            altText: "Net P&L by exit reason: \(facts.joined(separator: ", ")).",
            aspect: (44 + 14.5 * Double(shown.count)) / 540, leastHeight: 44 + 12 * Double(shown.count),
            x: Axis(.linear, format: .money(0), including: [0], isNice: true),
            panels: [
                Panel(
                    y: Axis(.bands(bands, extent: Double(shown.count))),
                    marks: [.bars(BarsMark(bars, orientation: .horizontal, valuePaint: .role(.ink)))])
            ])
    }
}
