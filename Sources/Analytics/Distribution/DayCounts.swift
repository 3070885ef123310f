extension MetricKey {
    /// Up days.
    public static let upDays = MetricKey("up_days")
    /// Down days.
    public static let downDays = MetricKey("down_days")
    /// Flat days.
    public static let flatDays = MetricKey("flat_days")
}

extension MetricDefinition {
    static let upDays = days(.upDays, "Up days", "above zero", "count(r > 0) by day") { $0.wins }
    static let downDays = days(.downDays, "Down days", "below zero", "count(r < 0) by day") { $0.losses }
    static let flatDays = days(.flatDays, "Flat days", "of exactly zero", "count(r = 0) by day") { $0.zeros }

    private static func days(
        _ key: MetricKey, _ name: String, _ which: String, _ formula: String,
        _ count: @escaping @Sendable (WinLossTally) -> Int
    ) -> MetricDefinition {
        MetricDefinition(
            MetricDeclaration(
                key: key, name: name, group: .returns, unit: .count, places: 0, better: .neither,
                summary: "Days with a return \(which).", formula: formula,
                edgeCases: "The three counts add up to all days. n = 0, or a series slower than daily: n/a.",
                appliesToBenchmark: true),
            inputs: { [$0.text.dailyReturns] },
            compute: { context throws(Unavailable) in Double(count(try context(DayTally.self).tally)) })
    }
}
