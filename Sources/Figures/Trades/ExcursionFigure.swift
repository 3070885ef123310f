import Analytics
import Charts
import RunModel

/// How far every closed trade went against and for the strategy while it was open.
enum ExcursionFigure {
    static let definition = FigureDefinition(
        name: "trade-excursions", summary: "adverse against favourable excursion of every closed trade", chart: chart)

    private static func chart(_ analysis: Analysis) throws(Unavailable) -> Chart {
        let trades = try analysis.closedTrades.closed.filter { $0.mae != nil && $0.mfe != nil }
        guard !trades.isEmpty else { throw .noExcursions }
        let currency = analysis.run.currency.value
        let marks = [true, false].map { mark(trades, wins: $0) }
        let x = Axis(.linear, format: .money(0), including: [0], isNice: true)
        let y = Axis(.linear, format: .money(0), including: [0], baseline: 0, lowPadding: 3, highPadding: 3)
        return Chart(
            title: "Excursions of trades",
            subtitle: "up: best open result, to the right: worst" + FigureWords.unit(currency)
                + "; winners and losers in colour",
            altText: altText(analysis, trades), aspect: 0.5, x: x, panels: [Panel(y: y, marks: marks)])
    }

    private static func mark(_ trades: [Trade], wins: Bool) -> Mark {
        let chosen = trades.filter { ($0.profit > 0) == wins }
        return .dots(
            DotsMark(
                x: chosen.map { -($0.mae ?? 0) }, y: chosen.map { $0.mfe ?? 0 },
                paint: .role(wins ? .gain : .loss, opacity: 0.7), radius: trades.count < 400 ? 1.9 : 1.3))
    }

    private static func altText(_ analysis: Analysis, _ trades: [Trade]) -> String {
        func mean(_ key: MetricKey) -> String {
            analysis.metrics.number(key).map { FigureWords.percent($0, places: 0) } ?? "n/a"
        }
        let worst = trades.compactMap(\.mae).min() ?? 0
        let best = trades.compactMap(\.mfe).max() ?? 0
        return
            "Excursions of \(FigureWords.count(trades.count, "closed trade", "closed trades")): the worst open result is "
            + "\(FigureWords.money(worst)), the best \(FigureWords.money(best)); entry efficiency "
            + "\(mean(.entryEfficiency)), exit efficiency \(mean(.exitEfficiency)) on average."
    }
}
