extension MetricDefinition {
    static let tradeCount = count("trades.count", "Trades", "Closed round trips.", "count") { $0.closed.count }
    static let tradeWinners = count("trades.winners", "Winning trades", "Closed trades that earned.", "count(p > 0)") {
        $0.outcomes.wins
    }
    static let tradeLosers = count("trades.losers", "Losing trades", "Closed trades that lost.", "count(p < 0)") {
        $0.outcomes.losses
    }
    static let tradeEven = count(
        "trades.even", "Even trades", "Closed trades that neither earned nor lost.", "count(p = 0)"
    ) { $0.outcomes.zeros }
    static let tradeOpen = count(
        "trades.open", "Open trades", "Trades still open at the end of the run, in no other number.", "count(open)"
    ) { $0.open.count }
    static let maxConsecutiveWins = count(
        "trades.max_consecutive_wins", "Most wins in a row", "The longest streak of winning trades, by exit.",
        "max run of p > 0"
    ) { $0.outcomes.longestWinning }
    static let maxConsecutiveLosses = count(
        "trades.max_consecutive_losses", "Most losses in a row", "The longest streak of losing trades, by exit.",
        "max run of p < 0"
    ) { $0.outcomes.longestLosing }

    private static func count(
        _ key: String, _ name: String, _ summary: String, _ formula: String,
        _ value: @escaping @Sendable (TradeStatistics) -> Int
    ) -> MetricDefinition {
        MetricDefinition(
            .ofTrades(
                key, name, .count, places: 0, summary: summary, formula: formula,
                edgeCases: "p is profit net of fees. A run that traded never: 0; one that records no trades: n/a."),
            convention: { _ in key == "trades.open" ? "flagged by the engine" : "closed trades, net of fees" },
            compute: { context throws(Absence) in Double(value(try context.recordedTrades())) })
    }

    static let tradeWinRate = MetricDefinition(
        .ofTrades(
            "trades.win_rate", "Win rate", .fraction, places: 1, summary: "Winning trades over all closed trades.",
            formula: "count(p > 0)/count",
            edgeCases: "An even trade is no win. No closed trade: n/a.",
            peers: "Lean counts zero as a loss, freqtrade as a draw; quantstats means days."),
        convention: { _ in "of all closed trades, net of fees" },
        compute: { context throws(Absence) in
            let trades = try context.closedTrades()
            return Double(trades.outcomes.wins) / Double(trades.closed.count)
        })

    static let tradesPerDay = MetricDefinition(
        .ofTrades(
            "trades.per_day", "Trades per day", .ratio, places: 2, summary: "Closed trades per trading day.",
            formula: "count/trading days",
            edgeCases:
                "Trading days are the observations of the daily view. No trades recorded, no day, or a series slower "
                + "than daily: n/a."),
        convention: {
            $0.conventions.tradeDays == .sessions ? "per trading day observed" : "per calendar day elapsed"
        },
        compute: { context throws(Absence) in
            let count = Double(try context.recordedTrades().closed.count)
            switch context.conventions.tradeDays {
            case .sessions: return count / Double(try context.dailyReturns().count)
            case .calendarDays:
                guard context.history.elapsedDays > 0 else { throw .noTime }
                return count / context.history.elapsedDays
            }
        })
}
