import Analytics
import Charts
import RunModel

/// The P&L of every closed trade over time: returns where the run knows them of all trades, money otherwise.
enum TradeScatterFigure {
    static let definition = FigureDefinition(
        name: "trade-pnl-scatter", summary: "P&L of every closed trade over time"
    ) { analysis in
        guard let trades = analysis.trades, !trades.closed.isEmpty else { return .failure(.noClosedTrade) }
        let closed = trades.closed
        let returns = closed.compactMap(\.returnFraction)
        let isReturn = returns.count == closed.count
        let values = isReturn ? returns : closed.map(\.profit)
        let dots = [true, false].map { mark(closed, values, wins: $0) }
        let unit = isReturn ? "% of the money put in" : "net P&L" + FigureWords.unit(analysis.run.currency.value)
        let y = Axis(
            .linear, format: isReturn ? .percent(2) : .money(0), including: [0], baseline: 0, lowPadding: 3,
            highPadding: 3)
        let write: (Double) -> String = { isReturn ? FigureWords.percent($0, places: 2) : FigureWords.money($0) }
        return .success(
            Chart(
                title: "Trades over time", subtitle: unit + ", at the exit",
                altText:
                    "P&L of \(FigureWords.count(closed.count, "closed trade", "closed trades")) at their exits: "
                    + "\(values.count { $0 > 0 }) gained, the best \(write(values.max() ?? 0)), "
                    + "the worst \(write(values.min() ?? 0)).",
                aspect: 0.4, x: FigureTime(analysis).axis, panels: [Panel(y: y, marks: dots)]))
    }

    private static func mark(_ trades: [Trade], _ values: [Double], wins: Bool) -> Mark {
        let chosen = values.indices.filter { (values[$0] > 0) == wins }
        return .dots(
            DotsMark(
                x: chosen.map { trades[$0].exit.fractionalDays }, y: chosen.map { values[$0] },
                paint: .role(wins ? .gain : .loss, opacity: 0.7), radius: trades.count < 400 ? 1.9 : 1.3))
    }
}
