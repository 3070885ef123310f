import RunModel
import Series

/// The run beside its benchmark over the stretches of time between moments that both have.
struct BenchmarkComparison: Statistic {
    /// The line through the points, or why there is none.
    let fit: Result<LinearFit, Unavailable>
    /// Mean and spread of r − b.
    let differences: MeanAndVariance
    /// The run's returns over the stretches.
    let returns: [Double]
    /// The benchmark's returns over the stretches.
    let benchmark: [Double]
    /// f over the stretches.
    let riskFree: PeriodicRate
    /// How many stretches a year has.
    let periodsPerYear: Double
    /// Calendar days of all stretches.
    let days: Double
    /// Moments at which the stretches end.
    let stamps: [Timestamp]
    /// How far rounding alone may move the run's returns.
    let runRounding: Rounding
    /// How far rounding alone may move the benchmark's returns.
    let benchmarkRounding: Rounding
    /// Whether the line leaves more than rounding of the run's returns.
    let leavesResidual: Bool

    /// Compares a context's run with its benchmark.
    init(_ context: MetricContext) {
        guard let pairs = context.run.benchmark?.pairs, context.benchmark != nil else {
            (fit, differences, returns, benchmark) = (.failure(.noBenchmark), MeanAndVariance([]), [], [])
            (riskFree, periodsPerYear, days, stamps) = (.constant(0), context.periodsPerYear, 0, [])
            (runRounding, benchmarkRounding, leavesResidual) = (.none, .none, false)
            return
        }
        let conventions = context.conventions
        (returns, benchmark, days, stamps) = (pairs.runReturns, pairs.benchmarkReturns, pairs.days, pairs.stamps)
        periodsPerYear =
            switch conventions.periodsPerYear {
            case .calendar: pairs.periodsPerYear
            case .fixed(let periods): periods
            }
        riskFree = Self.rate(context.run, pairs, periodsPerYear, conventions)
        runRounding = context.history.rounding.joined(pairs.starts, pairs.ends)
        benchmarkRounding = Rounding(ofReturns: benchmark, written: pairs.benchmarkRounding)
        differences = MeanAndVariance(
            zip(returns, benchmark).map { $0 - $1 }, within: runRounding.adding(benchmarkRounding))
        guard returns.count > 1 else { (fit, leavesResidual) = (.failure(.noOverlap), false); return }
        guard Variation.exists(in: benchmark, within: benchmarkRounding) else {
            (fit, leavesResidual) = (.failure(.constantBenchmark), false)
            return
        }
        // Returns that do not vary have no slope, whatever their last digits are.
        let varies = Variation.exists(in: returns, within: runRounding)
        let explained = varies ? returns : [Double](repeating: returns[0], count: returns.count)
        let line = Self.fit(
            explained, on: benchmark, less: conventions.regressionReturns == .excess ? riskFree : .constant(0))
        fit = line
        leavesResidual = Self.leavesResidual(
            line, explained, benchmark,
            within: runRounding.adding(benchmarkRounding, times: (try? line.get().slope) ?? 0))
    }

    /// Looked at closely only where nearly all is explained.
    private static func leavesResidual(
        _ fit: Result<LinearFit, Unavailable>, _ run: [Double], _ benchmark: [Double], within rounding: Rounding
    ) -> Bool {
        guard let line = try? fit.get() else { return false }
        if let correlation = line.correlation, correlation * correlation < 0.999_999 { return true }
        let residuals = run.indices.map { run[$0] - line.slope * benchmark[$0] }
        return Variation.exists(in: residuals, within: rounding)
    }

    /// The rate of a stretch: the yearly rate over one of so many a year, or the run's rates compounded over it.
    private static func rate(
        _ run: Run, _ pairs: BenchmarkPairs, _ periodsPerYear: Double, _ conventions: Conventions
    ) -> PeriodicRate {
        switch run.riskFree {
        case .annual(let annual):
            return .constant(
                PeriodicRate.perPeriod(
                    annual, periodsPerYear: periodsPerYear, conversion: conventions.riskFreeConversion))
        case .perPeriod(let rates, _):
            return .column(
                zip(pairs.starts, pairs.ends).map { start, end in
                    if end == start + 1 { return rates[start] }
                    var growth = 1.0
                    for index in start..<end { growth *= 1 + rates[index] }
                    return growth - 1
                })
        }
    }

    /// The line through excess returns; a constant rate only moves it, so the columns need not be made.
    private static func fit(
        _ run: [Double], on benchmark: [Double], less rate: PeriodicRate
    ) -> Result<LinearFit, Unavailable> {
        let line: LinearFit? =
            switch rate {
            case .constant(let rate): LinearFit(benchmark.span, run.span, movedBy: -rate)
            case .column: LinearFit(rate.excess(of: benchmark).span, rate.excess(of: run).span, movedBy: 0)
            }
        return line.map { .success($0) } ?? .failure(.constantBenchmark)
    }
}

extension MetricContext {
    /// Regression and differences against the benchmark.
    var comparison: BenchmarkComparison { self(BenchmarkComparison.self) }

    /// The comparison, with at least two stretches.
    func compared() throws(Unavailable) -> BenchmarkComparison {
        guard benchmark != nil else { throw .noBenchmark }
        guard comparison.returns.count > 1 else { throw .noOverlap }
        return comparison
    }

    /// Throws where a deviation per year would stretch a short comparison.
    func requireComparedTime() throws(Unavailable) {
        guard try compared().days > 0 else { throw .noTime }
        guard conventions.annualiseShort || comparison.days >= 90 else { throw .short }
    }

    /// The regression on the benchmark.
    func fit() throws(Unavailable) -> LinearFit {
        _ = try compared()
        return try comparison.fit.get()
    }

    /// s(r − b), above zero.
    func trackingDeviation() throws(Unavailable) -> Double {
        let differences = try compared().differences
        guard let deviation = differences.sampleDeviation, deviation > 0 else { throw .sameAsBenchmark }
        return deviation
    }

    /// What the regression saw, in words.
    var regressionText: String {
        conventions.regressionReturns == .excess ? "excess returns, \(text.riskFree)" : "plain returns"
    }

    /// How many stretches a year has, as text.
    var pairsText: String { ConventionText.number(comparison.periodsPerYear) }
}
