extension MetricKey {
    /// p-value of alpha, Newey–West.
    public static let alphaPValueNeweyWest = MetricKey("alpha_p_value_newey_west")
}

extension MetricDefinition {
    static let alphaPValueNeweyWest = MetricDefinition(
        MetricDeclaration(
            key: .alphaPValueNeweyWest, name: "p-value of alpha, Newey–West", group: .benchmark, unit: .probability,
            places: 3, better: .neither,
            summary:
                "The p-value of alpha for residuals that vary in size and depend on each other, as those of bars and smoothed "
                + "prices do.",
            formula: "2·(1 − T_{n−2}(|a/s.e.|)), s.e. with Bartlett's weights up to lag 4·(n/100)^(2/9)",
            edgeCases:
                "Two-sided, Student's t with n − 2 degrees of freedom, errors times n/(n−2). Fewer than five common periods or "
                + "no residual: n/a.",
            source: "Newey and West (1987), A Simple, Positive Semi-definite Covariance Matrix; (1994) for the lag.",
            appliesToBenchmark: false),
        decidedBy: [.regressionReturns] + ConventionField.ofExcess,
        inputs: { context in
            let count = (try? context(BenchmarkComparison.self))?.returns.count ?? 0
            return ["lag \(LeastSquares.lag(for: count))", "a of \(context.conventions.regressionReturns.words)"]
                + context(ComparisonWords.self).riskFree
        },
        compute: { context throws(Unavailable) in
            let returns = try context(RegressedReturns.self)
            let isPlain = context.conventions.regressionReturns == .plain
            let (y, x) =
                isPlain
                ? (returns.comparison.returns, returns.comparison.benchmark) : (returns.run, returns.benchmark)
            guard let fit = LeastSquares(y, on: [x]) else { throw .collinear }
            let error = fit.neweyWestErrors(lag: LeastSquares.lag(for: fit.count))[0]
            guard error > 0 else { throw .exactFit }
            return StudentDistribution.twoSidedTail(fit.coefficients[0] / error, freedom: Double(fit.freedom))
        })
}
