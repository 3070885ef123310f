/// Winning and losing days, of a series that sees days. Linear time.
struct DayTally: Statistic {
    let tally: WinLossTally

    init(_ context: MetricContext) throws(Unavailable) {
        _ = try context(DailyReturns.self)
        tally = context(DailyTally.self).tally
    }
}

extension MetricKey {
    /// Most up days in a row.
    public static let maxConsecutiveUpDays = MetricKey("max_consecutive_up_days")
    /// Most down days in a row.
    public static let maxConsecutiveDownDays = MetricKey("max_consecutive_down_days")
    /// Profit factor of days.
    public static let profitFactorDaily = MetricKey("profit_factor_daily")
    /// Payoff ratio of days.
    public static let payoffRatioDaily = MetricKey("payoff_ratio_daily")
}

extension MetricDefinition {
    static let maxConsecutiveUpDays = MetricDefinition(
        MetricDeclaration(
            key: .maxConsecutiveUpDays, name: "Most up days in a row", group: .returns, unit: .count, places: 0,
            better: .higher,
            summary: "The longest streak of days above zero.", formula: "max run of r > 0 by day",
            edgeCases: "A day of exactly zero ends a streak. n = 0, or a series slower than daily: n/a.",
            appliesToBenchmark: true),
        inputs: { [$0.text.dailyReturns] },
        compute: { context throws(Unavailable) in Double(try context(DayTally.self).tally.longestWinning) })

    static let maxConsecutiveDownDays = MetricDefinition(
        MetricDeclaration(
            key: .maxConsecutiveDownDays, name: "Most down days in a row", group: .returns, unit: .count,
            places: 0, better: .lower, summary: "The longest streak of days below zero.",
            formula: "max run of r < 0 by day",
            edgeCases: "A day of exactly zero ends a streak. n = 0, or a series slower than daily: n/a.",
            appliesToBenchmark: true),
        inputs: { [$0.text.dailyReturns] },
        compute: { context throws(Unavailable) in Double(try context(DayTally.self).tally.longestLosing) })

    static let profitFactorDaily = MetricDefinition(
        MetricDeclaration(
            key: .profitFactorDaily, name: "Profit factor of days", group: .ratios, unit: .ratio, places: 2,
            better: .higher,
            summary: "Sum of the winning days' returns over the sum of the losing days'.",
            formula: "Σ max(r,0)/|Σ min(r,0)| by day",
            edgeCases: "No losing day: n/a, never infinite. A series slower than daily: n/a.",
            peers: "quantstats names this Profit Factor; ours of that name counts trades.", appliesToBenchmark: true),
        inputs: { [$0.text.dailyReturns] },
        compute: { context throws(Unavailable) in
            let days = try context(DayTally.self).tally
            guard days.lost > 0 else { throw .noLoss }
            return days.gained / days.lost
        })

    static let payoffRatioDaily = MetricDefinition(
        MetricDeclaration(
            key: .payoffRatioDaily, name: "Payoff ratio of days", group: .ratios, unit: .ratio, places: 2,
            better: .higher,
            summary: "Mean winning day over mean losing day.", formula: "mean(r > 0)/|mean(r < 0)| by day",
            edgeCases: "No winning or no losing day: n/a. A series slower than daily: n/a.",
            peers: "quantstats names this Payoff Ratio; ours of that name counts trades.", appliesToBenchmark: true),
        inputs: { [$0.text.dailyReturns] },
        compute: { context throws(Unavailable) in try context(DayTally.self).tally.payoff() })
}
