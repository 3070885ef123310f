/// The regression on the benchmark with what is needed to judge it; the numbers under alpha and beta.
public struct BenchmarkRegression: Equatable, Sendable {
    /// Stretches between common moments.
    public let observations: Int
    /// Intercept per year, as the metric `alpha`; nil where that is n/a.
    public let alpha: Double?
    /// Standard error of the intercept, times A.
    public let alphaError: Double?
    /// Intercept over its standard error.
    public let alphaStatistic: Double?
    /// Two-sided p-value of the intercept.
    public let alphaProbability: Double?
    /// Slope.
    public let beta: Double
    /// Pearson correlation; nil where the run does not vary.
    public let correlation: Double?

    /// The regression of a context; nil where there is none.
    init?(_ context: MetricContext) {
        guard let fit = try? context.fit() else { return nil }
        observations = fit.count
        alpha = try? context.alpha()
        alphaError = fit.interceptError.map { $0 * context.comparison.periodsPerYear }
        alphaStatistic = try? context.alphaStatistic()
        alphaProbability = try? context.alphaProbability()
        beta = fit.slope
        correlation = fit.correlation
    }
}
