import Series

/// The run beside its benchmark over the moments that both have.
struct BenchmarkComparison: Sendable {
    /// The line through the points, or why there is none.
    let fit: Result<LinearFit, Absence>
    /// Mean and spread of r − b.
    let differences: Spread
    /// The run's returns at the matched moments.
    let returns: [Double]
    /// The benchmark's returns at the matched moments.
    let benchmark: [Double]

    /// Compares a context's history with its benchmark.
    init(_ context: MetricContext) {
        guard let run = context.run.benchmark, context.benchmark != nil else {
            (fit, differences, returns, benchmark) = (.failure(.noBenchmark), Spread([]), [], [])
            return
        }
        let matchesAll = run.matchedRunIndices.count == context.history.count
        returns = matchesAll ? context.history.returns : run.matchedRunIndices.map { context.history.returns[$0] }
        benchmark = run.matchedReturns
        differences = Spread(zip(returns, benchmark).map { $0 - $1 })
        guard returns.count > 1 else { fit = .failure(.noOverlap); return }
        let rate = context.history.riskFree.selecting(run.matchedRunIndices)
        fit = Self.fit(
            returns, on: benchmark, less: context.conventions.regressionReturns == .excess ? rate : .constant(0))
    }

    /// The line through excess returns; a constant rate only moves it, so the columns need not be made.
    private static func fit(
        _ run: [Double], on benchmark: [Double], less rate: PeriodicRate
    ) -> Result<LinearFit, Absence> {
        let line: LinearFit? =
            switch rate {
            case .constant(let rate): LinearFit(benchmark.span, run.span, movedBy: -rate)
            case .column: LinearFit(rate.excess(of: benchmark).span, rate.excess(of: run).span, movedBy: 0)
            }
        return line.map { .success($0) } ?? .failure(.constantBenchmark)
    }
}

extension MetricContext {
    /// The comparison, with at least two matched returns.
    func compared() throws(Absence) -> BenchmarkComparison {
        guard benchmark != nil else { throw .noBenchmark }
        guard comparison.returns.count > 1 else { throw .noOverlap }
        return comparison
    }

    /// The regression on the benchmark.
    func fit() throws(Absence) -> LinearFit {
        _ = try compared()
        return try comparison.fit.get()
    }

    /// s(r − b), above zero.
    func trackingDeviation() throws(Absence) -> Double {
        let differences = try compared().differences
        guard let deviation = differences.sampleDeviation, deviation > 0 else { throw .sameAsBenchmark }
        return deviation
    }

    /// What the regression saw, in words.
    var regressionText: String {
        conventions.regressionReturns == .excess ? "excess returns, \(text.riskFree)" : "plain returns"
    }
}
