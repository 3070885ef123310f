import Series

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
            formula: "min(W/max(W) − 1), W₀ included, on every observation",
            edgeCases: "Negative; 0 where growth never fell; n = 0: n/a. On the finest data that the run has.",
            peers: "pyfolio's table and early ml4t start at the first return and miss a first-day loss; "
                + "PerformanceAnalytics and Lean show it positive.", appliesToBenchmark: true),
        inputs: { _ in [] },
        compute: { context throws(Unavailable) in
            try context.requireReturns()
            return context(Drawdowns.self).maximum
        })

    static let averageDrawdown = MetricDefinition(
        decidedBy: [.averageDrawdown],
        { conventions in
            let isOfDeclines = conventions.averageDrawdown == .episodes
            return MetricDeclaration(
                key: .averageDrawdown, name: "Average drawdown", group: .risk, unit: .fraction, places: 1,
                better: .higher,
                summary: isOfDeclines ? "Mean depth of the declines." : "Mean of the drawdown series below the peak.",
                formula: conventions.averageDrawdown.phrase,
                edgeCases: "Negative, unfinished declines included; no decline: n/a.",
                peers:
                    "Others average every underwater point: that is `average_underwater` here. quantstats lists no decline "
                    + "that lasts from the first return to the last, and then has none.",
                appliesToBenchmark: true)
        },
        inputs: { _ in [] },
        compute: { context throws(Unavailable) in
            let declines = try context(Drawdowns.self).declines()
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
        inputs: { _ in [] },
        compute: { context throws(Unavailable) in
            let declines = try context(Drawdowns.self).declines()
            return declines.sum / Double(declines.underwaterCount)
        })

    static let timeUnderwater = MetricDefinition(
        MetricDeclaration(
            key: .timeUnderwater, name: "Time underwater", group: .risk, unit: .fraction, places: 1, better: .lower,
            summary: "Share of observations below the running peak.",
            formula: "count(dd < 0)/n", edgeCases: "0 where growth never fell; n = 0: n/a.", appliesToBenchmark: true),
        inputs: { _ in [] },
        compute: { context throws(Unavailable) in
            try context.requireReturns()
            return Double(context(Drawdowns.self).underwaterCount) / Double(context(Drawdowns.self).observations)
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
        inputs: { _ in ["quantile interpolated linearly"] },
        compute: { context throws(Unavailable) in
            try context.requireReturns()
            guard let mean = context(Drawdowns.self).tailMean(worst: 0.05) else { throw .noReturns }
            return mean
        })
}
