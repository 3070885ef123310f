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
        decidedBy: ConventionField.perYear, inputs: { [$0(ComparisonWords.self).periods] },
        compute: { context throws(Unavailable) in
            let comparison = try context(BenchmarkComparison.self).overlapping()
            try comparison.requireTime(context.conventions)
            return (comparison.differences.sampleDeviation ?? 0) * comparison.periodsPerYear.squareRoot()
        })

    static let activeReturn = MetricDefinition(
        MetricDeclaration(
            key: .activeReturn, name: "Active return a year, arithmetic", group: .benchmark, unit: .fractionPerYear,
            places: 1, better: .higher,
            summary: "Mean difference to the benchmark, per year, arithmetic.", formula: "mean(r−b)·A",
            edgeCases:
                "Arithmetic; `excess_cagr` is the difference of growth rates. Fewer than two common periods, spans under 90 days: n/a.",
            appliesToBenchmark: false),
        decidedBy: ConventionField.perYear, inputs: { [$0(ComparisonWords.self).periods] },
        compute: { context throws(Unavailable) in
            let comparison = try context(BenchmarkComparison.self).overlapping()
            try comparison.requireTime(context.conventions)
            return comparison.differences.mean * comparison.periodsPerYear
        })

    static let informationRatio = MetricDefinition(
        decidedBy: [.informationRatio] + ConventionField.perYear,
        { conventions in
            let isPerPeriod = conventions.informationRatio == .perPeriod
            return MetricDeclaration(
                key: .informationRatio, name: isPerPeriod ? "Information ratio, per period" : "Information ratio",
                group: .ratios, unit: .ratio, places: isPerPeriod ? 4 : 2, better: .higher,
                summary: "Difference to the benchmark per unit of its volatility\(isPerPeriod ? "" : ", per year").",
                formula: conventions.informationRatio.phrase,
                edgeCases: "Fewer than two common periods, no difference"
                    + (isPerPeriod ? ": n/a." : ", spans under 90 days: n/a."),
                source: "Grinold and Kahn (1999), Active Portfolio Management.", appliesToBenchmark: false)
        },
        inputs: { $0.conventions.informationRatio == .perPeriod ? [] : [$0(ComparisonWords.self).periods] },
        compute: { context throws(Unavailable) in
            let comparison = try context(BenchmarkComparison.self).overlapping()
            let deviation = try comparison.trackingDeviation()
            let form = context.conventions.informationRatio
            if form == .perPeriod { return comparison.differences.mean / deviation }
            try comparison.requireTime(context.conventions)
            let root = comparison.periodsPerYear.squareRoot()
            switch form {
            case .annualised, .perPeriod: return comparison.differences.mean / deviation * root
            case .geometric:
                return try
                    (comparison.geometricMean(comparison.returns) - comparison.geometricMean(comparison.benchmark))
                    / (deviation * root)
            case .compoundedMeans:
                return (comparison.compoundedMean - comparison.compoundedBenchmarkMean) / (deviation * root)
            }
        })

    static let treynor = MetricDefinition(
        decidedBy: [.treynorNumerator] + ConventionField.ofGrowth + ConventionField.ofExcess,
        { conventions in
            let numerator = conventions.treynorNumerator
            let isPerYear = numerator != .totalReturn && numerator != .periodMean
            return MetricDeclaration(
                key: .treynor, name: numerator == .periodMean ? "Treynor ratio, per period" : "Treynor ratio",
                group: .ratios, unit: .ratio, places: numerator == .periodMean ? 4 : 2, better: .higher,
                summary: "Return \(numerator == .periodMean ? "" : "above the risk-free rate ")per unit of beta"
                    + (isPerYear ? ", per year." : "."),
                formula: "(\(numerator.phrase))/beta",
                edgeCases: "Beta of zero or below, no benchmark\(isPerYear ? ", spans under 90 days" : ""): n/a.",
                source: "Treynor (1965), How to Rate Management of Investment Funds.", appliesToBenchmark: false)
        },
        inputs: { context in
            switch context.conventions.treynorNumerator {
            case .annualMeanExcess, .geometricExcess, .compoundedMean:
                [context(ComparisonWords.self).periods, context.text.riskFree]
            case .annualGrowth: context.text.growth + [context.text.riskFree]
            case .totalReturn: [context.text.riskFree]
            case .periodMean: []
            }
        },
        compute: { context throws(Unavailable) in
            let beta = try context(BenchmarkRegression.self).fit.slope
            guard beta > 0 else { throw .noPositiveBeta }
            return try context(TreynorRatioNumerator.self).value / beta
        })

    static let battingAverage = MetricDefinition(
        MetricDeclaration(
            key: .battingAverage, name: "Batting average", group: .benchmark, unit: .fraction, places: 1,
            better: .higher,
            summary: "Share of periods in which the run earned more than the benchmark.",
            formula: "count(r > b)/n",
            edgeCases: "Returns that differ by rounding only are not ahead. Fewer than two common periods: n/a.",
            appliesToBenchmark: false),
        inputs: { _ in ["between the moments that both have"] },
        compute: { context throws(Unavailable) in
            let comparison = try context(BenchmarkComparison.self).overlapping()
            let rounding = comparison.runRounding.adding(comparison.benchmarkRounding)
            let ahead = comparison.returns.indices.count { index in
                comparison.returns[index] - comparison.benchmark[index] > rounding[index]
            }
            return Double(ahead) / Double(comparison.returns.count)
        })
}

/// The numerator of Treynor.
private struct TreynorRatioNumerator: Statistic {
    let value: Double

    init(_ context: MetricContext) throws(Unavailable) {
        let comparison = try context(BenchmarkComparison.self).overlapping()
        switch context.conventions.treynorNumerator {
        case .annualMeanExcess:
            try comparison.requireTime(context.conventions)
            value =
                BenchmarkComparison.mean(comparison.riskFree.excess(of: comparison.returns))
                * comparison.periodsPerYear
        case .annualGrowth: value = try context(AnnualExcessGrowth.self).value
        case .geometricExcess:
            try comparison.requireTime(context.conventions)
            value = try comparison.geometricMean(comparison.riskFree.excess(of: comparison.returns))
        case .compoundedMean:
            try comparison.requireTime(context.conventions)
            value = comparison.compoundedMean - context.annualRiskFree
        case .totalReturn: value = try context(TotalReturn.self).value - context.annualRiskFree
        case .periodMean: value = BenchmarkComparison.mean(comparison.returns)
        }
    }
}
