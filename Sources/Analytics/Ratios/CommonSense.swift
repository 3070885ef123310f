extension MetricKey {
    /// Common sense ratio.
    public static let commonSenseRatio = MetricKey("common_sense_ratio")
}

extension MetricDefinition {
    static let commonSenseRatio = MetricDefinition(
        decidedBy: [.commonSense] + ConventionField.ofGrowth,
        { conventions in
            let isOfDays = conventions.commonSense == .profitFactor
            return MetricDeclaration(
                key: .commonSenseRatio, name: "Common sense ratio", group: .ratios, unit: .ratio, places: 2,
                better: .higher,
                summary: isOfDays
                    ? "Profit factor of days times tail ratio: what is earned often, weighed by what is earned rarely."
                    : "Yearly growth factor times tail ratio: what is earned, weighed by what is earned rarely.",
                formula: conventions.commonSense.phrase,
                edgeCases:
                    "n/a where \(isOfDays ? "the profit factor of days" : "CAGR") or the tail ratio is; above 1 both "
                    + "pay.",
                appliesToBenchmark: true)
        },
        inputs: { [$0.text.dailyReturns] },
        compute: { context throws(Unavailable) in
            let low = try context(ObservedTail.self).quantile(0.05)
            guard low != 0 else { throw .zeroQuantile }
            let tail = (try context(ObservedTail.self).quantile(0.95) / low).magnitude
            switch context.conventions.commonSense {
            case .annualGrowth: return try (1 + context(AnnualGrowth.self).value) * tail
            case .profitFactor:
                let days = try context(DayTally.self).tally
                guard days.lost > 0 else { throw .noLoss }
                return days.gained / days.lost * tail
            }
        })
}
