import Series

extension MetricKey {
    /// Tracking error, a year.
    public static let trackingError = MetricKey("tracking_error")
    /// Active return a year, arithmetic.
    public static let activeReturn = MetricKey("active_return")
    /// Information ratio.
    public static let informationRatio = MetricKey("information_ratio")
    /// Treynor ratio.
    public static let treynor = MetricKey("treynor")
    /// Batting average.
    public static let battingAverage = MetricKey("batting_average")
}

extension MetricDefinition {
    static let trackingError = MetricDefinition(
        MetricDeclaration(
            key: .trackingError, name: "Tracking error, a year", group: .benchmark, unit: .fractionPerYear, places: 1,
            better: .neither,
            summary: "Volatility of the difference to the benchmark.", formula: "s(r−b)·√A",
            edgeCases: "Sample deviation. Fewer than two common periods, spans under 90 days: n/a. No difference: 0.",
            appliesToBenchmark: false),
        convention: { "s(r−b)·√\($0.pairsText)" },
        compute: { context throws(Unavailable) in
            let deviation = try context.compared().differences.sampleDeviation ?? 0
            try context.requireComparedTime()
            return deviation * context.comparison.periodsPerYear.squareRoot()
        })

    static let activeReturn = MetricDefinition(
        MetricDeclaration(
            key: .activeReturn, name: "Active return a year, arithmetic", group: .benchmark, unit: .fractionPerYear,
            places: 1, better: .higher,
            summary: "Mean difference to the benchmark, per year, arithmetic.", formula: "mean(r−b)·A",
            edgeCases:
                "Arithmetic; `excess_cagr` is the difference of growth rates. Fewer than two common periods, spans under 90 days: n/a.",
            appliesToBenchmark: false),
        convention: { "arithmetic, mean(r−b)·\($0.pairsText)" },
        compute: { context throws(Unavailable) in
            let mean = try context.compared().differences.mean
            try context.requireComparedTime()
            return mean * context.comparison.periodsPerYear
        })

    static let informationRatio = MetricDefinition(
        MetricDeclaration(
            key: .informationRatio, name: "Information ratio", group: .ratios, unit: .ratio, places: 2, better: .higher,
            summary: "Mean difference to the benchmark per unit of its volatility, per year.",
            formula: "mean(r−b)/s(r−b)·√A",
            edgeCases: "Fewer than two common periods, no difference, spans under 90 days: n/a.",
            peers: "quantstats and empyrical do not annualise; PerformanceAnalytics takes the difference of geometric "
                + "annual returns.",
            source: "Grinold and Kahn (1999), Active Portfolio Management.", appliesToBenchmark: false),
        convention: { context in
            context.conventions.informationRatio == .annualised
                ? "mean(r−b)/s(r−b)·√\(context.pairsText)" : "mean(r−b)/s(r−b), per period"
        },
        compute: { context throws(Unavailable) in
            let ratio = try context.compared().differences.mean / context.trackingDeviation()
            guard context.conventions.informationRatio == .annualised else { return ratio }
            try context.requireComparedTime()
            return ratio * context.comparison.periodsPerYear.squareRoot()
        })

    static let treynor = MetricDefinition(
        MetricDeclaration(
            key: .treynor, name: "Treynor ratio", group: .ratios, unit: .ratio, places: 2, better: .higher,
            summary: "Return above the risk-free rate per unit of beta, per year.",
            formula: "mean(e)·A/beta",
            edgeCases:
                "Both over the moments that run and benchmark have. Beta of zero or below, no benchmark, spans under "
                + "90 days: n/a.",
            peers: "quantstats divides the total return by beta.",
            source: "Treynor (1965), How to Rate Management of Investment Funds.", appliesToBenchmark: false),
        convention: { context in
            switch context.conventions.treynorNumerator {
            case .annualMeanExcess: "mean(e)·\(context.pairsText)/beta, \(context.text.riskFree)"
            case .annualGrowth: "(CAGR − rf)/beta, \(context.text.riskFree)"
            case .totalReturn: "(total return − rf)/beta, \(context.text.riskFree)"
            case .periodMean: "mean(r)/beta, per period"
            }
        },
        compute: { context throws(Unavailable) in
            let beta = try context.fit().slope
            guard beta > 0 else { throw .noPositiveBeta }
            return try context.treynorNumerator() / beta
        })

    static let battingAverage = MetricDefinition(
        MetricDeclaration(
            key: .battingAverage, name: "Batting average", group: .benchmark, unit: .fraction, places: 1,
            better: .higher,
            summary: "Share of periods in which the run earned more than the benchmark.",
            formula: "count(r > b)/n",
            edgeCases: "Returns that differ by rounding only are not ahead. Fewer than two common periods: n/a.",
            appliesToBenchmark: false),
        convention: { _ in "between the moments that both have" },
        compute: { context throws(Unavailable) in
            let comparison = try context.compared()
            let rounding = comparison.runRounding.adding(comparison.benchmarkRounding)
            let ahead = comparison.returns.indices.count { index in
                comparison.returns[index] - comparison.benchmark[index] > rounding[index]
            }
            return Double(ahead) / Double(comparison.returns.count)
        })
}

extension MetricContext {
    /// The numerator of Treynor.
    fileprivate func treynorNumerator() throws(Unavailable) -> Double {
        switch conventions.treynorNumerator {
        case .annualMeanExcess:
            try requireComparedTime()
            return StableSum.of(comparison.riskFree.excess(of: comparison.returns)) / Double(comparison.returns.count)
                * comparison.periodsPerYear
        case .annualGrowth: return try annualExcessGrowth()
        case .totalReturn: return try totalReturn() - annualRiskFree
        case .periodMean: return StableSum.of(comparison.returns) / Double(comparison.returns.count)
        }
    }
}
