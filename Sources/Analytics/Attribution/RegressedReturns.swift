import Series

/// What regressions on the benchmark see beside the line itself: excess returns of both, as columns.
struct RegressedReturns: Statistic {
    /// e, the run's excess returns over the common stretches.
    let run: [Double]
    /// c, the benchmark's.
    let benchmark: [Double]
    /// The comparison that they are of.
    let comparison: BenchmarkComparison

    /// Throws where there are fewer than five stretches, either side does not vary, or the line leaves no residual.
    init(_ context: MetricContext) throws(Unavailable) {
        comparison = try context(BenchmarkRegression.self).comparison
        guard comparison.returns.count > 4 else { throw .fewerThan(5, "periods in common with the benchmark") }
        guard comparison.leavesResidual else { throw .exactFit }
        run = comparison.riskFree.excess(of: comparison.returns)
        benchmark = comparison.riskFree.excess(of: comparison.benchmark)
    }

    /// The fit of e on columns.
    func fit(on columns: [[Double]]) throws(Unavailable) -> LeastSquares {
        guard let fit = LeastSquares(run, on: columns) else { throw .collinear }
        return fit
    }
}

extension Unavailable {
    static let collinear = Unavailable("collinear", "the explaining returns depend on each other")
}
