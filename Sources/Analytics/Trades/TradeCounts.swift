extension MetricKey {
    /// Trades.
    public static let tradeCount = MetricKey("trades.count")
    /// Winning trades.
    public static let tradeWinners = MetricKey("trades.winners")
    /// Losing trades.
    public static let tradeLosers = MetricKey("trades.losers")
    /// Even trades.
    public static let tradeEven = MetricKey("trades.even")
    /// Open trades.
    public static let tradeOpen = MetricKey("trades.open")
    /// Most wins in a row.
    public static let maxConsecutiveWins = MetricKey("trades.max_consecutive_wins")
    /// Most losses in a row.
    public static let maxConsecutiveLosses = MetricKey("trades.max_consecutive_losses")
    /// Win rate.
    public static let tradeWinRate = MetricKey("trades.win_rate")
    /// Trades per day.
    public static let tradesPerDay = MetricKey("trades.per_day")
}

extension MetricDefinition {
    static let tradeCount = count(.tradeCount, "Trades", .neither, "Closed round trips.", { _ in "count(closed)" }) {
        $0.closed.count
    }
    static let tradeWinners = count(
        .tradeWinners, "Winning trades", .neither, "Closed trades that earned.", { _ in "count(p > 0)" }
    ) {
        $0.outcomes.wins
    }
    static let tradeLosers = count(
        .tradeLosers, "Losing trades", .neither, "Closed trades that lost.", \.evenTrades.lossCount
    ) {
        $0.outcomes.losses
    }
    static let tradeEven = count(
        .tradeEven, "Even trades", .neither, "Closed trades that neither earned nor lost.", \.evenTrades.evenCount
    ) { $0.outcomes.zeros }
    static let tradeOpen = count(
        .tradeOpen, "Open trades", .neither, "Trades still open at the end of the run, in no other number.",
        { _ in "count(open)" }
    ) { $0.open.count }
    static let maxConsecutiveWins = count(
        .maxConsecutiveWins, "Most wins in a row", .higher, "The longest streak of winning trades, by exit.",
        { _ in "max run of p > 0" }
    ) { $0.outcomes.longestWinning }
    static let maxConsecutiveLosses = count(
        .maxConsecutiveLosses, "Most losses in a row", .lower, "The longest streak of losing trades, by exit.",
        { "max run of " + $0.evenTrades.loss }
    ) { $0.outcomes.longestLosing }

    private static func count(
        _ key: MetricKey, _ name: String, _ better: MetricDeclaration.Direction, _ summary: String,
        _ formula: @escaping @Sendable (Conventions) -> String,
        _ value: @escaping @Sendable (TradeStatistics) -> Int
    ) -> MetricDefinition {
        let ofLosses: Set<MetricKey> = [.tradeLosers, .tradeEven, .maxConsecutiveLosses]
        return MetricDefinition(
            decidedBy: ofLosses.contains(key) ? [.evenTrades] : [],
            { conventions in
                .ofTrades(
                    key, name, .count, places: 0, better: better, summary: summary, formula: formula(conventions),
                    edgeCases: "p is profit net of fees. A run that traded never: 0; one that records no trades: n/a.")
            },
            inputs: { _ in [key == .tradeOpen ? "flagged by the engine" : "closed trades, net of fees"] },
            compute: { context throws(Unavailable) in Double(value(try context(TradeStatistics.self))) })
    }

    static let tradeWinRate = MetricDefinition(
        .ofTrades(
            .tradeWinRate, "Win rate", .fraction, places: 1, better: .higher,
            summary: "Winning trades over all closed trades.",
            formula: "count(p > 0)/count",
            edgeCases: "An even trade is no win. No closed trade: n/a.",
            peers: "quantstats means days."),
        inputs: { _ in ["closed trades, net of fees"] },
        compute: { context throws(Unavailable) in
            let trades = try context(TradeStatistics.self).withClosed()
            return Double(trades.outcomes.wins) / Double(trades.closed.count)
        })

    static let tradesPerDay = MetricDefinition(
        decidedBy: [.tradeDays],
        { conventions in
            let isOfSessions = conventions.tradeDays == .sessions
            return .ofTrades(
                .tradesPerDay, isOfSessions ? "Trades per day" : "Trades per calendar day", .ratio, places: 2,
                better: .neither,
                summary: isOfSessions ? "Closed trades per trading day." : "Closed trades per calendar day.",
                formula: "count/\(conventions.tradeDays.phrase)",
                edgeCases: isOfSessions
                    ? "Trading days are the observations of the daily view. No trades recorded, no day, or a series slower "
                        + "than daily: n/a."
                    : "Days elapsed, with fraction. No trades recorded, no time elapsed: n/a.")
        },
        inputs: { _ in [] },
        compute: { context throws(Unavailable) in
            let count = Double(try context(TradeStatistics.self).closed.count)
            switch context.conventions.tradeDays {
            case .sessions: return count / Double(try context(DailyReturns.self).values.count)
            case .calendarDays:
                guard context.history.elapsedDays > 0 else { throw .noTime }
                return count / context.history.elapsedDays
            }
        })
}
