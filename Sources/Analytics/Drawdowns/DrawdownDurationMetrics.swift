extension MetricContext {
    /// How days are counted, in words.
    var drawdownDaysText: String {
        conventions.drawdownDays == .peakToRecovery
            ? "calendar days from peak to recovery, unfinished to the end"
            : "calendar days below the peak, first and last counted"
    }
}

extension MetricKey {
    /// Longest drawdown.
    public static let longestDrawdownDays = MetricKey("longest_drawdown_days")
    /// Average drawdown length.
    public static let averageDrawdownDays = MetricKey("average_drawdown_days")
    /// Longest recovery.
    public static let maxRecoveryDays = MetricKey("max_recovery_days")
}

extension MetricDefinition {
    static let longestDrawdownDays = MetricDefinition(
        MetricDeclaration(
            key: .longestDrawdownDays, name: "Longest drawdown", group: .risk, unit: .days, places: 0, better: .lower,
            summary: "The longest time from a peak until it was reached again.",
            formula: "max(recovery − peak)",
            edgeCases: "Calendar days; an unfinished decline counts to the end of the run; no decline: n/a.",
            peers: "quantstats counts the days below the peak, both ends included; pyfolio business days; "
                + "PerformanceAnalytics periods.", appliesToBenchmark: true),
        convention: { $0.drawdownDaysText },
        compute: { context throws(Unavailable) in
            let declines = try context.declines()
            let days = declines.spans.map { declines.days($0, context.conventions.drawdownDays) }
            return Double(days.max() ?? 0)
        })

    static let averageDrawdownDays = MetricDefinition(
        MetricDeclaration(
            key: .averageDrawdownDays, name: "Average drawdown length", group: .risk, unit: .days, places: 0,
            better: .lower,
            summary: "Mean time from a peak until it was reached again.",
            formula: "mean(recovery − peak)",
            edgeCases: "Calendar days; an unfinished decline counts to the end of the run; no decline: n/a.",
            appliesToBenchmark: true),
        convention: { $0.drawdownDaysText },
        compute: { context throws(Unavailable) in
            let declines = try context.declines()
            let days = declines.spans.map { declines.days($0, context.conventions.drawdownDays) }
            return Double(days.reduce(0, +)) / Double(days.count)
        })

    static let maxRecoveryDays = MetricDefinition(
        MetricDeclaration(
            key: .maxRecoveryDays, name: "Longest recovery", group: .risk, unit: .days, places: 0, better: .lower,
            summary: "The longest time from a valley back to the peak.",
            formula: "max(recovery − valley)",
            edgeCases: "Calendar days, finished declines only; none finished: n/a.", appliesToBenchmark: true),
        convention: { _ in "calendar days from valley to recovery, finished declines" },
        compute: { context throws(Unavailable) in
            let declines = try context.declines()
            guard let days = declines.spans.compactMap({ declines.recoveryDays($0) }).max() else { throw .noRecovery }
            return Double(days)
        })
}
