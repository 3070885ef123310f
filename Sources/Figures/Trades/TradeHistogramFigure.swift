import Analytics
import Charts

/// How the P&L of closed trades are distributed.
enum TradeHistogramFigure {
    static let definition = FigureDefinition(
        name: "trade-pnl-histogram", summary: "histogram of the net P&L of closed trades"
    ) { analysis in
        guard let trades = analysis.trades, !trades.closed.isEmpty else { return .failure(.noClosedTrade) }
        let histogram = trades.profitHistogram
        guard histogram.counts.contains(where: { $0 > 0 }), histogram.width > 0 else {
            return .failure(Unavailable(code: "no_finite_profit", reason: "no finite profit"))
        }
        let mean = trades.meanProfit ?? 0
        let label = EndLabel("mean", value: FigureWords.money(mean), paint: .role(.ink))
        let rule = RuleMark(.vertical, at: mean, label: label, paint: .role(.ink), dashes: [2.4, 1.8])
        let marks = HistogramBars.marks(histogram, edge: FigureWords.money) + [.rule(rule)]
        let unit = FigureWords.unit(analysis.run.currency.value)
        return .success(
            Chart(
                title: "P&L of trades",
                subtitle: "number of trades by net P&L" + unit
                    + HistogramBars.tails(histogram) { FigureWords.money($0) },
                altText: altText(trades, mean: mean, analysis.run.currency.value), aspect: 0.5,
                x: Axis(.linear, format: .money(0), including: [0]),
                panels: [
                    Panel(y: Axis(.linear, format: .count, including: [0], isNice: true, baseline: 0), marks: marks)
                ]))
    }

    private static func altText(_ trades: TradeSection, mean: Double, _ currency: String?) -> String {
        "Net P&L of \(FigureWords.count(trades.closed.count, "closed trade", "closed trades")): "
            + "\(trades.winners) won, mean \(FigureWords.money(mean, currency)), "
            + "best \(FigureWords.money(trades.bestProfit ?? 0, currency)), "
            + "worst \(FigureWords.money(trades.worstProfit ?? 0, currency))."
    }
}
