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
        decidedBy: [.drawdownLength],
        { length($0, .longestDrawdownDays, "Longest drawdown", "max", "The longest time") },
        inputs: { _ in [] },
        compute: { context throws(Unavailable) in
            let declines = try context(Drawdowns.self).declines()
            let lengths = declines.spans.map { declines.length(of: $0, context.conventions.drawdownLength) }
            return Double(lengths.max() ?? 0)
        })

    static let averageDrawdownDays = MetricDefinition(
        decidedBy: [.drawdownLength],
        { length($0, .averageDrawdownDays, "Average drawdown length", "mean", "Mean time") },
        inputs: { _ in [] },
        compute: { context throws(Unavailable) in
            let declines = try context(Drawdowns.self).declines()
            let lengths = declines.spans.map { declines.length(of: $0, context.conventions.drawdownLength) }
            return Double(lengths.reduce(0, +)) / Double(lengths.count)
        })

    private static func length(
        _ conventions: Conventions, _ key: MetricKey, _ name: String, _ function: String, _ summary: String
    ) -> MetricDeclaration {
        let length = conventions.drawdownLength
        let isOfDays = length.unitTitle == "Days"
        return MetricDeclaration(
            key: key, name: isOfDays ? name : name + ", " + length.unitTitle.lowercased(), group: .risk,
            unit: isOfDays ? .days : .count, places: 0, better: .lower,
            summary: summary + " from a peak until it was reached again.",
            formula: "\(function) of \(length.phrase)",
            edgeCases: "An unfinished decline counts to the end of the run; no decline: n/a.", appliesToBenchmark: true)
    }

    static let maxRecoveryDays = MetricDefinition(
        decidedBy: [.recoveryStart],
        { conventions in
            let isFromValley = conventions.recoveryStart == .valley
            return MetricDeclaration(
                key: .maxRecoveryDays, name: isFromValley ? "Longest recovery" : "Longest recovered drawdown",
                group: .risk,
                unit: .days, places: 0, better: .lower,
                summary: isFromValley
                    ? "The longest time from a valley back to the peak."
                    : "The longest time from a peak until it was reached again, of declines that ended.",
                formula: "max(\(conventions.recoveryStart.phrase)), calendar days",
                edgeCases: "Finished declines only; none finished: n/a.", appliesToBenchmark: true)
        },
        inputs: { _ in [] },
        compute: { context throws(Unavailable) in
            let declines = try context(Drawdowns.self).declines()
            let days = declines.spans.compactMap { declines.recoveryDays($0, from: context.conventions.recoveryStart) }
            guard let longest = days.max() else { throw .noRecovery }
            return Double(longest)
        })
}
