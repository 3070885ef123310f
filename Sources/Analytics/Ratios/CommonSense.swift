extension MetricKey {
    /// Common sense ratio.
    public static let commonSenseRatio = MetricKey("common_sense_ratio")
}

extension MetricDefinition {
    static let commonSenseRatio = MetricDefinition(
        MetricDeclaration(
            key: .commonSenseRatio, name: "Common sense ratio", group: .ratios, unit: .ratio, places: 2,
            better: .higher,
            summary: "Profit factor of days times tail ratio: what is earned often, weighed by what is earned rarely.",
            formula: "Σ max(r,0)/|Σ min(r,0)| · |q95(r)/q05(r)| by day",
            edgeCases: "n/a where the profit factor of days or the tail ratio is; above 1 both ends of the days pay.",
            peers: "pyfolio multiplies the tail ratio by 1 + annual return instead.", appliesToBenchmark: true),
        convention: { $0.text.dailyReturns },
        compute: { context throws(Unavailable) in
            let days = try context.dayOutcomes()
            guard days.lost > 0 else { throw .noLoss }
            let low = try context.dailyQuantile(0.05)
            guard low != 0 else { throw .zeroQuantile }
            return days.gained / days.lost * (try context.dailyQuantile(0.95) / low).magnitude
        })
}
