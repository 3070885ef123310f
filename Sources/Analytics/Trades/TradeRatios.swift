import Series

extension MetricKey {
    /// Profit factor.
    public static let profitFactor = MetricKey("trades.profit_factor")
    /// Payoff ratio.
    public static let payoffRatio = MetricKey("trades.payoff_ratio")
    /// System quality number.
    public static let systemQualityNumber = MetricKey("trades.sqn")
    /// Commission impact.
    public static let commissionImpact = MetricKey("trades.commission_impact")
}

extension MetricDefinition {
    static let profitFactor = MetricDefinition(
        .ofTrades(
            .profitFactor, "Profit factor", .ratio, places: 2, better: .higher,
            summary: "Sum of wins over sum of losses.",
            formula: "Σ max(p,0)/|Σ min(p,0)|",
            edgeCases: "Net of fees, money. No losing trade: n/a, never infinite.",
            peers: "Lean caps it at 10; others give infinity or 0 without losses."),
        inputs: { _ in ["closed trades, money net of fees"] },
        compute: { context throws(Unavailable) in
            let outcomes = try context(TradeStatistics.self).withClosed().outcomes
            guard outcomes.lost > 0 else { throw .noLosingTrade }
            return outcomes.gained / outcomes.lost
        })

    static let payoffRatio = MetricDefinition(
        decidedBy: [.evenTrades],
        { conventions in
            .ofTrades(
                .payoffRatio, "Payoff ratio", .ratio, places: 2, better: .higher,
                summary: "Average win over average loss.",
                formula: "mean(p > 0)/|mean(\(conventions.evenTrades.loss))|",
                edgeCases: "Net of fees, money. No winning or no losing trade: n/a.")
        },
        inputs: { _ in ["closed trades, money net of fees"] },
        compute: { context throws(Unavailable) in
            let outcomes = try context(TradeStatistics.self).withClosed().outcomes
            guard outcomes.wins > 0 else { throw .noWinningTrade }
            guard outcomes.lost > 0 else { throw .noLosingTrade }
            return try outcomes.payoff()
        })

    static let systemQualityNumber = MetricDefinition(
        .ofTrades(
            .systemQualityNumber, "System quality number", .ratio, places: 2, better: .higher,
            summary: "Mean profit of a trade in units of its deviation, times the root of the count.",
            formula: "√n·mean(p)/s(p)",
            edgeCases: "Sample deviation. Fewer than two closed trades or profits that do not vary: n/a.",
            peers: "Van Tharp measures profits in multiples of the initial risk and caps n at 100.",
            source: "Tharp (2008), The Definitive Guide to Position Sizing."),
        inputs: { _ in ["closed trades, money net of fees"] },
        compute: { context throws(Unavailable) in
            let profits = try context(TradeStatistics.self).withClosed().profits
            guard let deviation = profits.sampleDeviation else { throw .oneTrade }
            guard deviation > 0 else { throw .constantProfit }
            return Double(profits.count).squareRoot() * profits.mean / deviation
        })

    static let commissionImpact = MetricDefinition(
        .ofTrades(
            .commissionImpact, "Commission impact", .fraction, places: 1, better: .lower,
            summary: "Fees over the summed size of all results.", formula: "Σ fees/Σ|p|",
            edgeCases: "Closed trades. Every profit zero, or no closed trade: n/a."),
        inputs: { _ in ["closed trades, p net of fees"] },
        compute: { context throws(Unavailable) in
            let trades = try context(TradeStatistics.self).withClosed()
            let size = trades.outcomes.gained + trades.outcomes.lost
            guard size > 0 else { throw .zeroProfits }
            return StableSum.of(trades.closed.map(\.fees)) / size
        })
}
