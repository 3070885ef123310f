import Series

extension MetricContext {
    /// Declines, where there is at least one.
    func declines() throws(Absence) -> Drawdowns {
        try requireReturns()
        guard !drawdowns.spans.isEmpty else { throw .noDrawdown }
        return drawdowns
    }

    /// |max drawdown|, above zero.
    func deepest() throws(Absence) -> Double { -(try declines().maximum) }

    /// Where drawdown starts to look, in words.
    var drawdownText: String {
        conventions.drawdownBaseline == .beforeFirstReturn
            ? "from the value before the first return, on every observation"
            : "from the first observation after a return"
    }
}

extension MetricDefinition {
    static let maxDrawdown = MetricDefinition(
        MetricDeclaration(
            key: "max_drawdown", name: "Max drawdown", group: .risk, unit: .fraction, places: 1,
            summary: "The deepest fall from a peak of wealth.",
            formula: "min(W/max(W) − 1), W₀ included",
            edgeCases: "Negative; 0 where wealth never fell; n = 0: n/a. On the finest data that the run has.",
            peers: "pyfolio's table and early ml4t start at the first return and miss a first-day loss; "
                + "PerformanceAnalytics and Lean show it positive."),
        convention: { $0.drawdownText },
        compute: { context throws(Absence) in
            try context.requireReturns()
            return context.drawdowns.maximum
        })

    static let averageDrawdown = MetricDefinition(
        MetricDeclaration(
            key: "average_drawdown", name: "Average drawdown", group: .risk, unit: .fraction, places: 1,
            summary: "Mean depth of the declines.",
            formula: "mean(depth of each decline)",
            edgeCases: "Negative, unfinished declines included; no decline: n/a.",
            peers: "Others average every underwater point: that is `average_underwater` here."),
        convention: {
            $0.conventions.averageDrawdown == .episodes ? "mean depth of declines" : "mean of all underwater points"
        },
        compute: { context throws(Absence) in
            let declines = try context.declines()
            switch context.conventions.averageDrawdown {
            case .episodes: return StableSum.of(declines.spans.map(\.depth)) / Double(declines.spans.count)
            case .underwaterPoints: return declines.sum / Double(declines.underwaterCount)
            }
        })

    static let averageUnderwater = MetricDefinition(
        MetricDeclaration(
            key: "average_underwater", name: "Average underwater", group: .risk, unit: .fraction, places: 1,
            summary: "Mean of the drawdown series over the moments below the peak.",
            formula: "mean(dd | dd < 0)", edgeCases: "Negative; never below the peak: n/a."),
        convention: { _ in "mean of all underwater points" },
        compute: { context throws(Absence) in
            let declines = try context.declines()
            return declines.sum / Double(declines.underwaterCount)
        })

    static let timeUnderwater = MetricDefinition(
        MetricDeclaration(
            key: "time_underwater", name: "Time underwater", group: .risk, unit: .fraction, places: 1,
            summary: "Share of observations below the running peak.",
            formula: "count(dd < 0)/n", edgeCases: "0 where wealth never fell; n = 0: n/a."),
        convention: { _ in "share of observations" },
        compute: { context throws(Absence) in
            try context.requireReturns()
            return Double(context.drawdowns.underwaterCount) / Double(context.drawdowns.observations)
        })

    static let conditionalDrawdown = MetricDefinition(
        MetricDeclaration(
            key: "cdar_95", name: "Conditional drawdown 95 %", group: .risk, unit: .fraction, places: 1,
            summary: "Mean of the worst twentieth of the drawdown series.",
            formula: "mean(dd ≤ q05(dd))",
            edgeCases: "Negative or 0, over the n observations after the start; n = 0: n/a.",
            source: "Chekhlov, Uryasev, Zabarankin (2005), Drawdown Measure in Portfolio Optimization."),
        convention: { _ in "linear-interpolated 5 % quantile of the drawdown series" },
        compute: { context throws(Absence) in
            try context.requireReturns()
            let series = context.drawdowns.values.suffix(context.history.count)
            guard let quantile = Quantile.of(unsorted: series, at: 0.05) else { throw .noReturns }
            return Tail.mean(of: series.span, atOrBelow: quantile)
        })
}
