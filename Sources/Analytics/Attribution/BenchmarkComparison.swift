import Series

/// The run beside its benchmark over the days that both have, or the periods of slower series.
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
        guard let other = context.benchmark else {
            (fit, differences, returns, benchmark) = (.failure(.noBenchmark), Spread([]), [], [])
            return
        }
        let pairs = context.pairedDaily
        (returns, benchmark) = (pairs.returns, pairs.benchmarkReturns)
        let rounding = context.daily.rounding.selecting(pairs.places).adding(Rounding(other.rounding.largest))
        differences = Spread(zip(returns, benchmark).map { $0 - $1 }, within: rounding)
        guard returns.count > 1 else { fit = .failure(.noOverlap); return }
        guard Variation.exists(in: benchmark, within: Rounding(other.rounding.largest)) else {
            fit = .failure(.constantBenchmark)
            return
        }
        let rate = context.daily.riskFree.selecting(pairs.places)
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
