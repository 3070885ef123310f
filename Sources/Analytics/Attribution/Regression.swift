import Glibc

/// The regression of the run on its benchmark.
struct BenchmarkRegression: Statistic {
    /// The line through the points.
    let fit: LinearFit
    /// The points.
    let comparison: BenchmarkComparison

    init(_ context: MetricContext) throws(Unavailable) {
        comparison = try context(BenchmarkComparison.self).overlapping()
        fit = try comparison.fit.get()
    }

    /// The intercept per year.
    func alpha(_ conventions: Conventions, annualRiskFree: Double) throws(Unavailable) -> Double {
        try comparison.requireTime(conventions)
        let periods = comparison.periodsPerYear
        switch conventions.alpha {
        case .arithmetic: return fit.intercept * periods
        case .compounded: return PeriodicRate.spanning(fit.intercept, periods: periods)
        case .compoundedMeans:
            let expected = fit.slope * (comparison.compoundedBenchmarkMean - annualRiskFree)
            return comparison.compoundedMean - annualRiskFree - expected
        }
    }

    /// The standard error of the intercept, per year.
    func alphaStandardError(_ conventions: Conventions) throws(Unavailable) -> Double {
        guard let error = fit.interceptError else { throw .shortOverlap }
        try comparison.requireTime(conventions)
        return error * comparison.periodsPerYear
    }

    /// The intercept over its standard error.
    func alphaStatistic() throws(Unavailable) -> Double {
        guard let error = fit.interceptError else { throw .shortOverlap }
        guard error > 0, comparison.leavesResidual else { throw .exactFit }
        return fit.intercept / error
    }

    /// The two-sided p-value of alpha.
    func alphaProbability() throws(Unavailable) -> Double {
        StudentDistribution.twoSidedTail(try alphaStatistic(), freedom: Double(fit.count - 2))
    }
}

extension MetricKey {
    /// Alpha, a year.
    public static let alpha = MetricKey("alpha")
    /// Beta.
    public static let beta = MetricKey("beta")
    /// Standard error of alpha.
    public static let alphaStandardError = MetricKey("alpha_standard_error")
    /// t of alpha.
    public static let alphaT = MetricKey("alpha_t")
    /// p-value of alpha.
    public static let alphaPValue = MetricKey("alpha_p_value")
    /// R².
    public static let rSquared = MetricKey("r_squared")
    /// Correlation.
    public static let correlation = MetricKey("correlation")
}

extension MetricDefinition {
    static let alpha = MetricDefinition(
        decidedBy: [.alpha, .regressionReturns, .shortSpans] + ConventionField.ofExcess,
        { conventions in
            MetricDeclaration(
                key: .alpha, name: "Alpha, a year", group: .benchmark, unit: .fractionPerYear, places: 1,
                better: .higher,
                summary: "Yearly return that the benchmark's moves do not explain"
                    + (conventions.alpha == .compoundedMeans ? "." : ": intercept of the regression."),
                formula: "\(conventions.alpha.phrase), least squares of \(conventions.regressionReturns.phrase)",
                edgeCases:
                    "Fewer than two common periods, a benchmark that does not vary, spans under 90 days: n/a. "
                    + "alpha_standard_error, alpha_t and alpha_p_value, of the intercept, are beside it.",
                peers: "backtesting.py takes the total return.",
                source: "Jensen (1968), The Performance of Mutual Funds in the Period 1945–1964.",
                appliesToBenchmark: false)
        },
        inputs: { [$0(ComparisonWords.self).periods, $0.text.riskFree] },
        compute: { context throws(Unavailable) in
            try context(BenchmarkRegression.self)
                .alpha(context.conventions, annualRiskFree: context.annualRiskFree)
        })

    static let beta = MetricDefinition(
        decidedBy: [.regressionReturns] + ConventionField.ofExcess,
        { conventions in
            MetricDeclaration(
                key: .beta, name: "Beta", group: .benchmark, unit: .ratio, places: 2, better: .neither,
                summary: "How much the run moves with the benchmark: slope of the regression.",
                formula: conventions.regressionReturns == .excess ? "cov(e,b−f)/var(b−f)" : "cov(r,b)/var(b)",
                edgeCases: "Fewer than two common periods or a benchmark that does not vary: n/a.",
                source: "Jensen (1968), The Performance of Mutual Funds in the Period 1945–1964.",
                appliesToBenchmark: false)
        },
        inputs: { $0(ComparisonWords.self).riskFree },
        compute: { context throws(Unavailable) in try context(BenchmarkRegression.self).fit.slope })

    static let alphaStandardError = MetricDefinition(
        MetricDeclaration(
            key: .alphaStandardError, name: "Standard error of alpha", group: .benchmark, unit: .fractionPerYear,
            places: 1, better: .neither,
            summary: "How far alpha may be off by chance: one standard error of the intercept, per year.",
            formula: "s.e.(a)·A",
            edgeCases: "Residuals independent and of one variance, n − 2 degrees of freedom. Fewer than three common "
                + "periods, spans under 90 days: n/a.",
            appliesToBenchmark: false),
        decidedBy: [.regressionReturns, .shortSpans] + ConventionField.ofExcess,
        inputs: {
            [$0(ComparisonWords.self).periods, "a of \($0.conventions.regressionReturns.words)"]
                + $0(ComparisonWords.self).riskFree
        },
        compute: { context throws(Unavailable) in
            try context(BenchmarkRegression.self).alphaStandardError(context.conventions)
        })

    static let alphaT = MetricDefinition(
        MetricDeclaration(
            key: .alphaT, name: "t of alpha", group: .benchmark, unit: .ratio, places: 2, better: .higher,
            summary: "Alpha over its standard error.", formula: "a/s.e.(a)",
            edgeCases: "Fewer than three common periods or no residual: n/a.", appliesToBenchmark: false),
        decidedBy: [.regressionReturns] + ConventionField.ofExcess,
        inputs: { ["a of \($0.conventions.regressionReturns.words)"] + $0(ComparisonWords.self).riskFree },
        compute: { context throws(Unavailable) in try context(BenchmarkRegression.self).alphaStatistic() })

    static let alphaPValue = MetricDefinition(
        MetricDeclaration(
            key: .alphaPValue, name: "p-value of alpha", group: .benchmark, unit: .probability, places: 3,
            better: .neither,
            summary: "How often a true alpha of zero would show one this far from zero.",
            formula: "2·(1 − T_{n−2}(|a/s.e.(a)|))",
            edgeCases: "Two-sided, Student's t with n − 2 degrees of freedom, errors independent and of one variance. "
                + "Fewer than three common periods or no residual: n/a.",
            appliesToBenchmark: false),
        decidedBy: [.regressionReturns] + ConventionField.ofExcess,
        inputs: { ["a of \($0.conventions.regressionReturns.words)"] + $0(ComparisonWords.self).riskFree },
        compute: { context throws(Unavailable) in try context(BenchmarkRegression.self).alphaProbability() })

    static let rSquared = MetricDefinition(
        MetricDeclaration(
            key: .rSquared, name: "R²", group: .benchmark, unit: .ratio, places: 2, better: .neither,
            summary: "Share of the run's variance that the benchmark explains.", formula: "correlation²",
            edgeCases: "0…1. A run or benchmark that does not vary, fewer than two common periods: n/a.",
            appliesToBenchmark: false),
        decidedBy: [.regressionReturns] + ConventionField.ofExcess,
        inputs: { ["of " + $0.conventions.regressionReturns.words] + $0(ComparisonWords.self).riskFree },
        compute: { context throws(Unavailable) in
            guard let correlation = try context(BenchmarkRegression.self).fit.correlation else { throw .constant }
            return correlation * correlation
        })

    static let correlation = MetricDefinition(
        MetricDeclaration(
            key: .correlation, name: "Correlation", group: .benchmark, unit: .ratio, places: 2, better: .neither,
            summary: "Pearson correlation with the benchmark.", formula: "cov(r,b)/(s(r)·s(b))",
            edgeCases: "−1…1. A run or benchmark that does not vary, fewer than two common periods: n/a.",
            appliesToBenchmark: false),
        decidedBy: [.regressionReturns] + ConventionField.ofExcess,
        inputs: { ["of " + $0.conventions.regressionReturns.words] + $0(ComparisonWords.self).riskFree },
        compute: { context throws(Unavailable) in
            guard let correlation = try context(BenchmarkRegression.self).fit.correlation else { throw .constant }
            return correlation
        })
}
