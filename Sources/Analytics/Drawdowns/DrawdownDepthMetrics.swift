import Series

extension MetricContext {
    /// Declines, where there is at least one.
    func declines() throws(Unavailable) -> Drawdowns {
        try requireReturns()
        guard !drawdowns.spans.isEmpty else { throw .noDrawdown }
        return drawdowns
    }

    /// |max drawdown|, above zero.
    func deepest() throws(Unavailable) -> Double { -(try declines().maximum) }

    /// Where drawdown starts to look, in words.
    var drawdownText: String {
        conventions.drawdownBaseline == .beforeFirstReturn
            ? "from the value before the first return, on every observation"
            : "from the first observation after a return"
    }
}

extension MetricKey {
    /// Max drawdown.
    public static let maxDrawdown = MetricKey("max_drawdown")
    /// Average drawdown.
    public static let averageDrawdown = MetricKey("average_drawdown")
    /// Average underwater.
    public static let averageUnderwater = MetricKey("average_underwater")
    /// Time underwater.
    public static let timeUnderwater = MetricKey("time_underwater")
    /// Conditional drawdown 95 %.
    public static let conditionalDrawdown = MetricKey("cdar_95")
}

extension MetricDefinition {
    static let maxDrawdown = MetricDefinition(
        MetricDeclaration(
            key: .maxDrawdown, name: "Max drawdown", group: .risk, unit: .fraction, places: 1, better: .higher,
            summary: "The deepest fall from a peak of growth.",
            formula: "min(W/max(W) − 1), W₀ included",
            edgeCases: "Negative; 0 where growth never fell; n = 0: n/a. On the finest data that the run has.",
            peers: "pyfolio's table and early ml4t start at the first return and miss a first-day loss; "
                + "PerformanceAnalytics and Lean show it positive.", appliesToBenchmark: true),
        convention: { $0.drawdownText },
        compute: { context throws(Unavailable) in
            try context.requireReturns()
            return context.drawdowns.maximum
        })

    static let averageDrawdown = MetricDefinition(
        MetricDeclaration(
            key: .averageDrawdown, name: "Average drawdown", group: .risk, unit: .fraction, places: 1, better: .higher,
            summary: "Mean depth of the declines.",
            formula: "mean(depth of each decline)",
            edgeCases: "Negative, unfinished declines included; no decline: n/a.",
            peers: "Others average every underwater point: that is `average_underwater` here.", appliesToBenchmark: true
        ),
        convention: {
            $0.conventions.averageDrawdown == .episodes ? "mean depth of declines" : "mean of all underwater points"
        },
        compute: { context throws(Unavailable) in
            let declines = try context.declines()
            switch context.conventions.averageDrawdown {
            case .episodes: return StableSum.of(declines.spans.map(\.depth)) / Double(declines.spans.count)
            case .underwaterPoints: return declines.sum / Double(declines.underwaterCount)
            }
        })

    static let averageUnderwater = MetricDefinition(
        MetricDeclaration(
            key: .averageUnderwater, name: "Average underwater", group: .risk, unit: .fraction, places: 1,
            better: .higher,
            summary: "Mean of the drawdown series over the moments below the peak.",
            formula: "mean(dd | dd < 0)", edgeCases: "Negative; never below the peak: n/a.", appliesToBenchmark: true),
        convention: { _ in "mean of all underwater points" },
        compute: { context throws(Unavailable) in
            let declines = try context.declines()
            return declines.sum / Double(declines.underwaterCount)
        })

    static let timeUnderwater = MetricDefinition(
        MetricDeclaration(
            key: .timeUnderwater, name: "Time underwater", group: .risk, unit: .fraction, places: 1, better: .lower,
            summary: "Share of observations below the running peak.",
            formula: "count(dd < 0)/n", edgeCases: "0 where growth never fell; n = 0: n/a.", appliesToBenchmark: true),
        convention: { _ in "share of observations" },
        compute: { context throws(Unavailable) in
            try context.requireReturns()
            return Double(context.drawdowns.underwaterCount) / Double(context.drawdowns.observations)
        })

    static let conditionalDrawdown = MetricDefinition(
        MetricDeclaration(
            key: .conditionalDrawdown, name: "Conditional drawdown 95 %", group: .risk, unit: .fraction, places: 1,
            better: .higher,
            summary: "Mean of the worst twentieth of the drawdown series.",
            formula: "mean(dd ≤ q05(dd))",
            edgeCases: "Negative or 0, over the n observations after the start; n = 0: n/a.",
            source: "Chekhlov, Uryasev, Zabarankin (2005), Drawdown Measure in Portfolio Optimization.",
            appliesToBenchmark: true),
        convention: { _ in "linear-interpolated 5 % quantile of the drawdown series" },
        compute: { context throws(Unavailable) in
            try context.requireReturns()
            let series = context.drawdowns.values.suffix(context.history.count)
            guard let quantile = Quantile.of(unsorted: series, at: 0.05) else { throw .noReturns }
            return TailMean.of(series.span, atOrBelow: quantile)
        })
}
