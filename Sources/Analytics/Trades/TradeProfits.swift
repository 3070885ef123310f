import Series

extension MetricDefinition {
    static let averageWin = money("trades.average_win", "Average win", "Mean profit of winning trades.", "mean(p > 0)")
    {
        trades throws(Absence) in
        guard trades.outcomes.wins > 0 else { throw .noWinningTrade }
        return trades.outcomes.gained / Double(trades.outcomes.wins)
    }
    static let averageLoss = money(
        "trades.average_loss", "Average loss", "Mean loss of losing trades, negative.", "mean(p < 0)"
    ) { trades throws(Absence) in
        guard trades.outcomes.losses > 0 else { throw .noLosingTrade }
        return -trades.outcomes.lost / Double(trades.outcomes.losses)
    }
    static let largestWin = money("trades.largest_win", "Largest win", "The highest profit of a trade.", "max(p)") {
        trades throws(Absence) in
        guard let largest = trades.closed.map(\.profit).max(), largest > 0 else { throw .noWinningTrade }
        return largest
    }
    static let largestLoss = money(
        "trades.largest_loss", "Largest loss", "The deepest loss of a trade, negative.", "min(p)"
    ) { trades throws(Absence) in
        guard let largest = trades.closed.map(\.profit).min(), largest < 0 else { throw .noLosingTrade }
        return largest
    }
    static let expectancy = money(
        "trades.expectancy", "Expectancy", "Mean profit of a closed trade.", "mean(p)"
    ) { trades throws(Absence) in trades.profits.mean }
    static let totalProfit = money(
        "trades.total_pnl", "Profit of trades", "Sum of the profits of closed trades.", "Σp"
    ) { trades throws(Absence) in trades.outcomes.gained - trades.outcomes.lost }
    static let totalFees = money(
        "trades.total_fees", "Fees of trades", "Sum of the fees of closed trades, positive.", "Σ fees"
    ) { trades throws(Absence) in StableSum.of(trades.closed.map(\.fees)) }
    static let averageMAE = money(
        "trades.average_mae", "Average adverse excursion",
        "Mean of the worst open result of closed trades, negative or 0.",
        "mean(MAE)"
    ) { trades throws(Absence) in try meanExcursion(trades.closed.compactMap(\.mae)) }
    static let averageMFE = money(
        "trades.average_mfe", "Average favourable excursion", "Mean of the best open result of closed trades.",
        "mean(MFE)"
    ) { trades throws(Absence) in try meanExcursion(trades.closed.compactMap(\.mfe)) }

    private static func meanExcursion(_ values: [Double]) throws(Absence) -> Double {
        guard !values.isEmpty else { throw .noExcursions }
        return StableSum.of(values) / Double(values.count)
    }

    private static func money(
        _ key: String, _ name: String, _ summary: String, _ formula: String,
        _ value: @escaping @Sendable (TradeStatistics) throws(Absence) -> Double
    ) -> MetricDefinition {
        MetricDefinition(
            .ofTrades(
                key, name, .money, places: 2, summary: summary, formula: formula,
                edgeCases: "Money of the account, p net of fees, closed trades only. No such trade: n/a."),
            convention: { _ in "closed trades, money net of fees" },
            compute: { context throws(Absence) in try value(try context.closedTrades()) })
    }
}
