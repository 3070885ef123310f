import RunModel
import Series

extension MetricKey {
    /// Mean margin use.
    public static let marginUseMean = MetricKey("margin_use_mean")
    /// Highest margin use.
    public static let marginUseMax = MetricKey("margin_use_max")

    /// Whether it is of margin, which few runs record.
    public var isOfMargin: Bool { self == .marginUseMean || self == .marginUseMax }
}

extension MetricDefinition {
    /// How much of the account was set aside for what was held.
    static let ofMargin: [MetricDefinition] = [.marginUseMean, .marginUseMax]

    static let marginUseMean = margin(
        .marginUseMean, "Mean margin use",
        summary: "The share of the account that was set aside for positions, on average.",
        formula: "mean over the run's observations of margin/E",
        edgeCases: "What was last said holds until the next moment; before the first one it is 0."
    ) { context, margin in
        let moments = context.run.returns.timestamps
        let shares = moments.map { margin.share(at: $0) }
        return StableSum.of(shares) / Double(max(1, shares.count))
    }

    static let marginUseMax = margin(
        .marginUseMax, "Highest margin use",
        summary: "The largest share of the account that was set aside for positions.",
        formula: "max(margin/E)", edgeCases: "Over all moments that the run records, those within the day too."
    ) { _, margin in margin.shares.max() ?? 0 }

    private static func margin(
        _ key: MetricKey, _ name: String, summary: String, formula: String, edgeCases: String,
        _ value: @escaping @Sendable (MetricContext, MarginUse) -> Double
    ) -> MetricDefinition {
        MetricDefinition(
            MetricDeclaration(
                key: key, name: name, group: .positions, unit: .fraction, places: 1, better: .neither, summary: summary,
                formula: formula,
                edgeCases: "Margin as the engine or broker reckons it, E the account's value at the same moment. "
                    + edgeCases + " Above 1 where more was set aside than there was. No margin recorded: n/a.",
                appliesToBenchmark: false),
            inputs: { _ in [] },
            compute: { context throws(Unavailable) in
                guard let margin = context.run.margin else { throw .noMargin }
                return value(context, margin)
            })
    }
}

extension Unavailable {
    /// A run that does not say what was set aside.
    public static let noMargin = Unavailable("no_margin", "the run records no margin")
}
