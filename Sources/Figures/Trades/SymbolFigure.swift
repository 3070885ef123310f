import Analytics
import Charts

/// What each symbol contributed, the largest results first.
enum SymbolFigure {
    static let definition = FigureDefinition(
        name: "symbol-pnl", summary: "net P&L of closed trades per symbol", chart: chart)

    private static func chart(_ analysis: Analysis) throws(Unavailable) -> Chart {
        let trades = try analysis.closedTrades
        let named = trades.bySymbol
        guard trades.closed.contains(where: { !$0.symbol.isEmpty }) else {
            throw .noSymbols
        }
        let shown = largest(named)
        let axis = Axis(.linear, format: .money(0), including: [0], isNice: true)
        let unit = FigureWords.unit(analysis.run.currency.value)
        let part = shown.count < named.count ? "; the \(shown.count) largest of \(named.count) symbols" : ""
        return Chart(
            title: "P&L by symbol", subtitle: "closed trades, net of costs" + unit + part,
            altText: altText(named, analysis.run.currency.value), aspect: (44 + 14.5 * Double(shown.count)) / 540,
            leastHeight: 44 + 12 * Double(shown.count), x: axis, panels: [panel(shown)])
    }

    private static let most = 20

    /// The symbols with the largest results of either sign, from the best to the worst.
    private static func largest(_ groups: [TradeGroup]) -> [TradeGroup] {
        let bySize = groups.sorted { ($1.profit.magnitude, $0.name) < ($0.profit.magnitude, $1.name) }.prefix(most)
        return bySize.sorted { ($1.profit, $0.name) < ($0.profit, $1.name) }
    }

    private static func panel(_ groups: [TradeGroup]) -> Panel {
        let rows = groups.enumerated().map { AxisBand([$1.name], start: Double($0), end: Double($0 + 1)) }
        let bars = groups.enumerated().map { index, group in
            BarsMark.Bar(
                x0: 0, x1: group.profit, y0: Double(index) + 0.14, y1: Double(index) + 0.86,
                paint: .role(group.profit < 0 ? .loss : .gain, opacity: 0.88), value: FigureWords.money(group.profit),
                title: "\(group.name): \(FigureWords.money(group.profit))")
        }
        return Panel(
            y: Axis(.bands(rows, extent: Double(groups.count))),
            marks: [.bars(BarsMark(bars, orientation: .horizontal, valuePaint: .role(.ink)))])
    }

    private static func altText(_ groups: [TradeGroup], _ currency: String?) -> String {
        let sorted = groups.sorted { ($1.profit, $0.name) < ($0.profit, $1.name) }
        var text = "Net P&L of \(FigureWords.count(groups.count, "symbol", "symbols"))"
        if let best = sorted.first { text += ": best \(best.name) with \(FigureWords.money(best.profit, currency))" }
        if let worst = sorted.last, sorted.count > 1 {
            text += ", worst \(worst.name) with \(FigureWords.money(worst.profit, currency))"
        }
        return text + "."
    }
}
