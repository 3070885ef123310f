import Analytics
import Charts

/// The running sum of the P&L of closed trades.
enum CumulativeTradeFigure {
    static let definition = FigureDefinition(
        name: "cumulative-trade-pnl", summary: "running sum of the net P&L of closed trades"
    ) { analysis in
        guard let trades = analysis.trades, !trades.closed.isEmpty, let total = trades.cumulativeProfit.values.last
        else { return .failure(.noClosedTrade) }
        let series = trades.cumulativeProfit
        let ending = EndLabel("Total", value: FigureWords.money(total), paint: .role(.accent), isStrong: true)
        let line = LineMark(
            "Cumulative P&L", key: SeriesName.cumulativeTradePnL, x: series.days, y: series.values,
            paint: .role(.accent), weight: .strong, ending: ending)
        let currency = analysis.run.currency.value
        let y = Axis(.linear, format: .money(0), including: [0], baseline: 0, lowPadding: 2, highPadding: 2)
        return .success(
            Chart(
                title: "Cumulative P&L", subtitle: "closed trades, net of costs" + FigureWords.unit(currency),
                altText: "Running P&L of \(FigureWords.count(trades.closed.count, "closed trade", "closed trades")): "
                    + "it ends at \(FigureWords.money(total, currency)), its lowest value is "
                    + "\(FigureWords.money(series.values.min() ?? total, currency)).",
                aspect: 0.5, x: FigureTime(analysis).axis, panels: [Panel(y: y, marks: [.line(line)])]))
    }
}
