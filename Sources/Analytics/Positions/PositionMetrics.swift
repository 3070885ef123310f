import Series

extension MetricKey {
    /// Mean leverage.
    public static let leverageMean = MetricKey("leverage_mean")
    /// Highest leverage.
    public static let leverageMax = MetricKey("leverage_max")
    /// Mean gross exposure.
    public static let grossExposureMean = MetricKey("gross_exposure_mean")
    /// Mean net exposure.
    public static let netExposureMean = MetricKey("net_exposure_mean")
    /// Highest concentration.
    public static let concentrationMax = MetricKey("concentration_max")
    /// Mean number of holdings.
    public static let holdingsMean = MetricKey("holdings_mean")
}

extension MetricDefinition {
    static let leverageMean = position(
        .leverageMean, "Mean leverage", .ratio, places: 2,
        summary: "How many times the account's value was held, on average, while anything was held.",
        formula: "mean over moments with a position of Σ|v|/E",
        edgeCases: "Moments without a position do not count; over all moments it is the mean gross exposure. Never a "
            + "position: 0."
    ) { positions in
        let held = positions.gross.filter { $0 > 0 }
        return held.isEmpty ? 0 : StableSum.of(held) / Double(held.count)
    }

    static let leverageMax = position(
        .leverageMax, "Highest leverage", .ratio, places: 2,
        summary: "The most that was held at one moment, in multiples of the account's value.",
        formula: "max(Σ|v|/E)", edgeCases: "Never a position: 0."
    ) { $0.gross.max() ?? 0 }

    static let grossExposureMean = position(
        .grossExposureMean, "Mean gross exposure", .fraction, places: 1,
        summary: "Long and short positions together, as a share of the account's value, on average.",
        formula: "mean(Σ|v|/E)", edgeCases: "Over all moments. Never a position: 0."
    ) { StableSum.of($0.gross) / Double($0.timestamps.count) }

    static let netExposureMean = position(
        .netExposureMean, "Mean net exposure", .fraction, places: 1,
        summary: "Long less short positions, as a share of the account's value, on average.",
        formula: "mean(Σv/E)", edgeCases: "Negative where the run was short on average. Never a position: 0."
    ) { (StableSum.of($0.long) + StableSum.of($0.short)) / Double($0.timestamps.count) }

    static let concentrationMax = position(
        .concentrationMax, "Highest concentration", .fraction, places: 1,
        summary: "The largest weight that one symbol had at any moment.",
        formula: "max(|v|/E)",
        edgeCases: "Never negative, whatever the side. Never a position: 0. Positions of classes of assets: n/a.",
        ofSymbols: true
    ) { $0.largestWeight }

    static let holdingsMean = position(
        .holdingsMean, "Mean number of holdings", .ratio, places: 1,
        summary: "How many symbols were held at a time, on average.",
        formula: "mean(count(v ≠ 0))",
        edgeCases: "Over all moments. Never a position: 0. Positions of classes of assets: n/a.", ofSymbols: true
    ) { StableSum.of($0.counts) / Double($0.timestamps.count) }

    private static func position(
        _ key: MetricKey, _ name: String, _ unit: MetricDeclaration.Unit, places: Int, summary: String, formula: String,
        edgeCases: String, ofSymbols: Bool = false, _ value: @escaping @Sendable (PositionStatistics) -> Double
    ) -> MetricDefinition {
        MetricDefinition(
            MetricDeclaration(
                key: key, name: name, group: .positions, unit: unit, places: places, better: .neither, summary: summary,
                formula: formula,
                edgeCases: "v market value of a symbol, multiplier included, E the account's value at the same moment. "
                    + edgeCases + " No positions, or no equity in money and no cash beside them: n/a.",
                appliesToBenchmark: false),
            inputs: { _ in ["recorded positions over the account's value of the same moment"] },
            compute: { context throws(Unavailable) in
                if ofSymbols, context.run.positions?.areClasses == true { throw .positionsOfClasses }
                return value(try context(PositionStatistics.self))
            })
    }
}
