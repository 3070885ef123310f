import Series

extension MetricKey {
    /// Average duration.
    public static let averageDuration = MetricKey("trades.average_duration_hours")
    /// Median duration.
    public static let medianDuration = MetricKey("trades.median_duration_hours")
}

extension MetricDefinition {
    static let averageDuration = duration(
        .averageDuration, "Average duration", "Mean time from entry to exit.", "mean(exit − entry)"
    ) { StableSum.of($0) / Double($0.count) }
    static let medianDuration = duration(
        .medianDuration, "Median duration", "Median time from entry to exit.", "median(exit − entry)"
    ) { Quantile.of(sorted: $0.span, at: 0.5) ?? .nan }

    static let shortestDuration = duration(
        .shortestDuration, "Shortest duration", "Shortest time from entry to exit.", "min(exit − entry)"
    ) { $0.first ?? .nan }
    static let longestDuration = duration(
        .longestDuration, "Longest duration", "Longest time from entry to exit.", "max(exit − entry)"
    ) { $0.last ?? .nan }

    private static func duration(
        _ key: MetricKey, _ name: String, _ summary: String, _ formula: String,
        _ value: @escaping @Sendable ([Double]) -> Double
    ) -> MetricDefinition {
        MetricDefinition(
            .ofTrades(
                key, name, .hours, places: 1, better: .neither, summary: summary, formula: formula,
                edgeCases:
                    "Elapsed hours of closed trades; nights and weekends count, and so does the hour of a clock change where timestamps "
                    + "carry offsets or the zone is declared. No closed trade: n/a."),
            inputs: { _ in ["elapsed hours of closed trades"] },
            compute: { context throws(Unavailable) in value(try context(TradeStatistics.self).withClosed().hours) })
    }
}
