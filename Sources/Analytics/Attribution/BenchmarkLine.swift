import Series

/// The run beside its benchmark over the stretches that both have, and the line of the regression that gives alpha and beta.
public struct BenchmarkLine: Sendable {
    /// The run's returns over the stretches.
    public let returns: [Double]
    /// The benchmark's over the same.
    public let benchmarkReturns: [Double]
    /// The returns that the line is through: less the risk-free rate where the convention says so.
    public let points: (run: [Double], benchmark: [Double])
    /// When each stretch ends.
    public let timestamps: [Timestamp]
    /// Whether the line is through excess returns.
    public let isOfExcess: Bool
    /// a in run = a + b·benchmark, per stretch.
    public let intercept: Double
    /// b, beta.
    public let slope: Double
    /// The standard error of beta, of residuals that are independent and of one variance; nil for fewer than three
    /// stretches and where nothing correlates.
    public let slopeError: Double?

    /// s(b)/s(r): by what the run's returns are multiplied to vary as the benchmark's do; nil where they do not vary.
    public let volatilityRatio: Double?
}

extension Analysis {
    /// The run against its benchmark as its regression sees them; throws why there is no line.
    public var benchmarkLine: BenchmarkLine {
        get throws(Unavailable) {
            let regression = try context(BenchmarkRegression.self)
            let (comparison, fit) = (regression.comparison, regression.fit)
            let isOfExcess = conventions.regressionReturns == .excess
            let rate = isOfExcess ? comparison.riskFree : .constant(0)
            return BenchmarkLine(
                returns: comparison.returns, benchmarkReturns: comparison.benchmark,
                points: (rate.excess(of: comparison.returns), rate.excess(of: comparison.benchmark)),
                timestamps: Array(comparison.timestamps), isOfExcess: isOfExcess, intercept: fit.intercept,
                slope: fit.slope,
                slopeError: Self.slopeError(fit),
                volatilityRatio: Self.volatilityRatio(comparison))
        }
    }

    /// |b|·√((1/ρ² − 1)/(n − 2)).
    private static func slopeError(_ fit: LinearFit) -> Double? {
        guard fit.count > 2, let correlation = fit.correlation, correlation != 0 else { return nil }
        return fit.slope.magnitude * (max(1 / (correlation * correlation) - 1, 0) / Double(fit.count - 2)).squareRoot()
    }

    private static func volatilityRatio(_ comparison: BenchmarkComparison) -> Double? {
        let own = MeanAndVariance(comparison.returns, within: comparison.runRounding).sampleDeviation
        let other = MeanAndVariance(comparison.benchmark, within: comparison.benchmarkRounding).sampleDeviation
        guard let own, let other, own > 0, other > 0 else { return nil }
        return other / own
    }
}
