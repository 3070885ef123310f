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
        decidedBy: ConventionField.perYear, inputs: { [$0.pairsText] },
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
        decidedBy: ConventionField.perYear, inputs: { [$0.pairsText] },
        compute: { context throws(Unavailable) in
            let mean = try context.compared().differences.mean
            try context.requireComparedTime()
            return mean * context.comparison.periodsPerYear
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
        inputs: { $0.conventions.informationRatio == .perPeriod ? [] : [$0.pairsText] },
        compute: { context throws(Unavailable) in
            let deviation = try context.trackingDeviation()
            let comparison = try context.compared()
            let form = context.conventions.informationRatio
            if form == .perPeriod { return comparison.differences.mean / deviation }
            try context.requireComparedTime()
            let root = comparison.periodsPerYear.squareRoot()
            switch form {
            case .annualised, .perPeriod: return comparison.differences.mean / deviation * root
            case .geometric:
                return try (context.geometricMean(comparison.returns) - context.geometricMean(comparison.benchmark))
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
            case .annualMeanExcess, .geometricExcess, .compoundedMean: [context.pairsText, context.text.riskFree]
            case .annualGrowth: context.text.growth + [context.text.riskFree]
            case .totalReturn: [context.text.riskFree]
            case .periodMean: []
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
        inputs: { _ in ["between the moments that both have"] },
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
            return BenchmarkComparison.mean(comparison.riskFree.excess(of: comparison.returns))
                * comparison.periodsPerYear
        case .annualGrowth: return try annualExcessGrowth()
        case .geometricExcess:
            try requireComparedTime()
            return try geometricMean(comparison.riskFree.excess(of: comparison.returns))
        case .compoundedMean:
            try requireComparedTime()
            return comparison.compoundedMean - annualRiskFree
        case .totalReturn: return try totalReturn() - annualRiskFree
        case .periodMean: return BenchmarkComparison.mean(comparison.returns)
        }
    }

    /// ∏(1+x)^(A/n) − 1 over the stretches of the comparison.
    fileprivate func geometricMean(_ values: [Double]) throws(Unavailable) -> Double {
        try annualised(
            growth: values.reduce(1) { $0 * (1 + $1) }, years: Double(values.count) / comparison.periodsPerYear)
    }
}
