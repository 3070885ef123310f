import Series

extension MetricKey {
    /// M².
    public static let mSquared = MetricKey("m_squared")
    /// Jensen's alpha.
    public static let jensenAlpha = MetricKey("jensen_alpha")
    /// Appraisal ratio.
    public static let appraisalRatio = MetricKey("appraisal_ratio")
    /// Specific risk.
    public static let specificRisk = MetricKey("specific_risk")
    /// Systematic risk.
    public static let systematicRisk = MetricKey("systematic_risk")
}

extension MetricDefinition {
    static let mSquared = MetricDefinition(
        decidedBy: [.mSquared, .shortSpans] + ConventionField.ofExcess,
        { conventions in
            MetricDeclaration(
                key: .mSquared, name: "M², a year", group: .benchmark, unit: .fractionPerYear, places: 1,
                better: .higher,
                summary: "What the run would have returned in a year at the benchmark's volatility.",
                formula: conventions.mSquared.phrase,
                edgeCases:
                    "c = b − f, over the common stretches. Fewer than two, spans under 90 days, returns that do not vary: n/a.",
                source: "Modigliani and Modigliani (1997), Risk-Adjusted Performance.", appliesToBenchmark: false)
        },
        inputs: { [$0(ComparisonWords.self).periods, $0.text.riskFree] },
        compute: { context throws(Unavailable) in
            let comparison = try context(BenchmarkComparison.self).overlapping()
            try comparison.requireTime(context.conventions)
            try context.requireVariation()
            let excess = MeanAndVariance(
                comparison.riskFree.excess(of: comparison.returns), within: comparison.runRounding)
            guard let own = excess.sampleDeviation, own > 0 else { throw .constant }
            let market = MeanAndVariance(
                comparison.riskFree.excess(of: comparison.benchmark), within: comparison.benchmarkRounding)
            let scale = (market.sampleDeviation ?? 0) / own
            let rate = context.annualRiskFree
            switch context.conventions.mSquared {
            case .arithmetic: return excess.mean * comparison.periodsPerYear * scale + rate
            case .geometric: return try (comparison.geometricMean(comparison.returns) - rate) * scale + rate
            }
        })

    static let jensenAlpha = MetricDefinition(
        MetricDeclaration(
            key: .jensenAlpha, name: "Jensen's alpha, a year, geometric", group: .benchmark, unit: .fractionPerYear,
            places: 1, better: .higher,
            summary: "Growth per year above what the benchmark's growth and beta would have given.",
            formula: "G(r) − rf − beta·(G(b) − rf), G(x) = ∏(1+x)^(A/n) − 1",
            edgeCases:
                "Of growth rates; `alpha` is the intercept of the regression. Fewer than two common periods, a benchmark that "
                + "does not vary, a total loss, spans under a year: n/a.",
            source:
                "Jensen (1968); in this form Bacon (2008), Practical Portfolio Performance Measurement and Attribution.",
            appliesToBenchmark: false),
        decidedBy: [.regressionReturns] + ConventionField.perYear + ConventionField.ofExcess,
        inputs: { [$0(ComparisonWords.self).periods, $0.text.riskFree] },
        compute: { context throws(Unavailable) in
            try context.requireWholeYear()
            return try context(JensenAlpha.self).value
        })

    static let appraisalRatio = MetricDefinition(
        decidedBy: [.mSquared, .regressionReturns, .shortSpans] + ConventionField.ofExcess,
        { conventions in
            MetricDeclaration(
                key: .appraisalRatio, name: "Appraisal ratio", group: .benchmark, unit: .ratio, places: 2,
                better: .higher,
                summary: "Alpha per unit of the risk that the benchmark does not explain, per year.",
                formula: conventions.mSquared == .arithmetic
                    ? "a·√A/s(residuals)" : "jensen_alpha/(√(Σ(residual − mean)²/n)·√A)",
                edgeCases:
                    "Residuals with n − 2 degrees of freedom. Fewer than five common periods, no residual, spans under 90 days: "
                    + "n/a.",
                source: "Treynor and Black (1973), How to Use Security Analysis to Improve Portfolio Selection.",
                appliesToBenchmark: false)
        },
        inputs: { [$0(ComparisonWords.self).periods, $0.text.riskFree] },
        compute: { context throws(Unavailable) in
            let returns = try context(RegressedReturns.self)
            try returns.comparison.requireTime(context.conventions)
            let fit = try returns.fit(on: [returns.benchmark])
            let scale = returns.comparison.periodsPerYear.squareRoot()
            switch context.conventions.mSquared {
            case .arithmetic: return fit.coefficients[0] * scale / fit.residualDeviation
            case .geometric:
                return try context(JensenAlpha.self).value / (populationDeviation(fit) * scale)
            }
        })

    /// √(Σ residual²/n).
    private static func populationDeviation(_ fit: LeastSquares) -> Double {
        fit.residualDeviation * (Double(fit.freedom) / Double(fit.count)).squareRoot()
    }

    static let specificRisk = split(
        .specificRisk, "Specific risk, a year", "does not explain", "√(Σ residual²/n)·√A"
    ) { _, fit in populationDeviation(fit) }

    static let systematicRisk = split(
        .systematicRisk, "Systematic risk, a year", "explains", "|beta|·√(Σ(b − mean)²/n)·√A"
    ) { returns, fit in
        let market = MeanAndVariance(returns.benchmark)
        return fit.coefficients[1].magnitude * (market.squares / Double(market.count)).squareRoot()
    }

    private static func split(
        _ key: MetricKey, _ name: String, _ verb: String, _ formula: String,
        _ value: @escaping @Sendable (RegressedReturns, LeastSquares) -> Double
    ) -> MetricDefinition {
        MetricDefinition(
            MetricDeclaration(
                key: key, name: name, group: .benchmark, unit: .fractionPerYear, places: 1, better: .neither,
                summary: "Volatility of what the benchmark \(verb), per year.", formula: formula,
                edgeCases:
                    "The squares of specific and systematic risk sum to that of the run, all with n in the denominator. Fewer "
                    + "than five common periods, no residual, spans under 90 days: n/a.",
                source: "Bacon (2008), Practical Portfolio Performance Measurement and Attribution.",
                appliesToBenchmark: false),
            decidedBy: [.shortSpans] + ConventionField.ofExcess,
            inputs: { [$0(ComparisonWords.self).periods, $0.text.riskFree] },
            compute: { context throws(Unavailable) in
                let returns = try context(RegressedReturns.self)
                try returns.comparison.requireTime(context.conventions)
                let fit = try returns.fit(on: [returns.benchmark])
                return value(returns, fit) * returns.comparison.periodsPerYear.squareRoot()
            })
    }
}

/// Growth above what beta would have given.
private struct JensenAlpha: Statistic {
    let value: Double

    init(_ context: MetricContext) throws(Unavailable) {
        let regression = try context(BenchmarkRegression.self)
        let comparison = regression.comparison
        try comparison.requireTime(context.conventions)
        let rate = context.annualRiskFree
        let own = try comparison.geometricMean(comparison.returns)
        let market = try comparison.geometricMean(comparison.benchmark)
        value = own - rate - regression.fit.slope * (market - rate)
    }
}
