import Series

extension MetricKey {
    /// Average win.
    public static let averageWin = MetricKey("trades.average_win")
    /// Average loss.
    public static let averageLoss = MetricKey("trades.average_loss")
    /// Largest win.
    public static let largestWin = MetricKey("trades.largest_win")
    /// Largest loss.
    public static let largestLoss = MetricKey("trades.largest_loss")
    /// Expectancy.
    public static let expectancy = MetricKey("trades.expectancy")
    /// Profit of trades.
    public static let totalProfit = MetricKey("trades.total_pnl")
    /// Fees of trades.
    public static let totalFees = MetricKey("trades.total_fees")
    /// Average adverse excursion.
    public static let averageMAE = MetricKey("trades.average_mae")
    /// Average favourable excursion.
    public static let averageMFE = MetricKey("trades.average_mfe")
}

extension MetricDefinition {
    static let averageWin = money(
        .averageWin, "Average win", .higher, "Mean profit of winning trades.", { _ in "mean(p > 0)" }
    ) {
        trades throws(Unavailable) in
        guard trades.outcomes.wins > 0 else { throw .noWinningTrade }
        return trades.outcomes.gained / Double(trades.outcomes.wins)
    }
    static let averageLoss = money(
        .averageLoss, "Average loss", .higher, "Mean loss of losing trades, negative.",
        { "mean(\($0.evenTrades.loss))" }
    ) { trades throws(Unavailable) in
        guard trades.outcomes.losses > 0 else { throw .noLosingTrade }
        return -trades.outcomes.lost / Double(trades.outcomes.losses)
    }
    static let largestWin = money(
        .largestWin, "Largest win", .higher, "The highest profit of a trade.", { _ in "max(p)" }
    ) {
        trades throws(Unavailable) in
        guard let largest = trades.closed.map(\.profit).max(), largest > 0 else { throw .noWinningTrade }
        return largest
    }
    static let largestLoss = money(
        .largestLoss, "Largest loss", .higher, "The deepest loss of a trade, negative.", { _ in "min(p)" }
    ) { trades throws(Unavailable) in
        guard let largest = trades.closed.map(\.profit).min(), largest < 0 else { throw .noLosingTrade }
        return largest
    }
    static let expectancy = money(
        .expectancy, "Expectancy", .higher, "Mean profit of a closed trade.", { _ in "mean(p)" }
    ) { trades throws(Unavailable) in trades.profits.mean }
    static let totalProfit = money(
        .totalProfit, "Profit of trades", .higher, "Sum of the profits of closed trades.", { _ in "Σp" }
    ) { trades throws(Unavailable) in trades.outcomes.gained - trades.outcomes.lost }
    static let totalFees = money(
        .totalFees, "Fees of trades", .lower, "Sum of the fees of closed trades, positive.", { _ in "Σ fees" }
    ) { trades throws(Unavailable) in StableSum.of(trades.closed.map(\.fees)) }
    static let averageMAE = money(
        .averageMAE, "Average adverse excursion", .higher,
        "Mean of the worst open result of closed trades, negative or 0.",
        { _ in "mean(MAE)" }
    ) { trades throws(Unavailable) in try meanExcursion(trades.closed.compactMap(\.mae)) }
    static let averageMFE = money(
        .averageMFE, "Average favourable excursion", .higher, "Mean of the best open result of closed trades.",
        { _ in "mean(MFE)" }
    ) { trades throws(Unavailable) in try meanExcursion(trades.closed.compactMap(\.mfe)) }

    private static func meanExcursion(_ values: [Double]) throws(Unavailable) -> Double {
        guard !values.isEmpty else { throw .noExcursions }
        return StableSum.of(values) / Double(values.count)
    }

    private static func money(
        _ key: MetricKey, _ name: String, _ better: MetricDeclaration.Direction, _ summary: String,
        _ formula: @escaping @Sendable (Conventions) -> String,
        _ value: @escaping @Sendable (TradeStatistics) throws(Unavailable) -> Double
    ) -> MetricDefinition {
        MetricDefinition(
            decidedBy: key == .averageLoss ? [.evenTrades] : [],
            { conventions in
                .ofTrades(
                    key, name, .money, places: 2, better: better, summary: summary, formula: formula(conventions),
                    edgeCases: "Money of the account, p net of fees, closed trades only. No such trade: n/a.")
            },
            inputs: { _ in ["closed trades, money net of fees"] },
            compute: { context throws(Unavailable) in try value(try context(TradeStatistics.self).withClosed()) })
    }
}
