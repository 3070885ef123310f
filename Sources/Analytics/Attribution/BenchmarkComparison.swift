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
    let timestamps: TimeAxis
    /// How far rounding alone may move the run's returns.
    let runRounding: Rounding
    /// How far rounding alone may move the benchmark's returns.
    let benchmarkRounding: Rounding
    /// Whether the line leaves more than rounding of the run's returns.
    let leavesResidual: Bool

    /// Compares a context's run with its benchmark; throws without one. Linear time.
    init(_ context: MetricContext) throws(Unavailable) {
        guard let pairs = context.run.benchmark?.pairs, context.benchmark != nil else { throw .noBenchmark }
        let conventions = context.conventions
        (returns, benchmark, days, timestamps) = (
            pairs.runReturns, pairs.benchmarkReturns, pairs.days, TimeAxis(pairs.timestamps)
        )
        periodsPerYear =
            switch conventions.periodsPerYear {
            case .calendar: pairs.periodsPerYear
            case .fixed(let periods): periods
            }
        riskFree = PeriodicRate(
            of: context.run, from: pairs.starts, to: pairs.ends, periodsPerYear: periodsPerYear,
            conventions: conventions)
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

    /// (1+mean(r))^A − 1; only where there are returns.
    var compoundedMean: Double { PeriodicRate.spanning(Self.mean(returns), periods: periodsPerYear) }
    /// (1+mean(b))^A − 1; only where there are returns.
    var compoundedBenchmarkMean: Double { PeriodicRate.spanning(Self.mean(benchmark), periods: periodsPerYear) }

    /// The arithmetic mean of a column that is not empty.
    static func mean(_ values: [Double]) -> Double { StableSum.of(values) / Double(values.count) }

    /// Looked at closely only where nearly all is explained.
    private static func leavesResidual(
        _ fit: Result<LinearFit, Unavailable>, _ run: [Double], _ benchmark: [Double], within rounding: Rounding
    ) -> Bool {
        guard let line = try? fit.get() else { return false }
        if let correlation = line.correlation, correlation * correlation < 0.999_999 { return true }
        let residuals = run.indices.map { run[$0] - line.slope * benchmark[$0] }
        return Variation.exists(in: residuals, within: rounding)
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

extension BenchmarkComparison {
    /// The comparison, with at least two stretches.
    func overlapping() throws(Unavailable) -> BenchmarkComparison {
        guard returns.count > 1 else { throw .noOverlap }
        return self
    }

    /// Throws where a deviation per year would stretch a short comparison.
    func requireTime(_ conventions: Conventions) throws(Unavailable) {
        guard try overlapping().days > 0 else { throw .noTime }
        guard conventions.shortSpans == .annualised || days >= 90 else { throw .short }
    }

    /// s(r − b), above zero.
    func trackingDeviation() throws(Unavailable) -> Double {
        guard let deviation = try overlapping().differences.sampleDeviation, deviation > 0 else {
            throw .sameAsBenchmark
        }
        return deviation
    }

    /// ∏(1+x)^(A/n) − 1 over the stretches.
    func geometricMean(_ values: [Double]) throws(Unavailable) -> Double {
        try AnnualGrowth.rate(
            of: values.reduce(1) { $0 * (1 + $1) }, over: Double(values.count) / periodsPerYear)
    }
}

/// What the comparison with a benchmark puts into formulas, in words.
struct ComparisonWords: Statistic {
    /// How many stretches a year has: `A = 252`.
    let periods: String
    /// The rate, where the regression sees it.
    let riskFree: [String]

    init(_ context: MetricContext) {
        let perYear = (try? context(BenchmarkComparison.self))?.periodsPerYear ?? context.periodsPerYear
        periods = "A = " + Notation.number(perYear)
        riskFree = context.conventions.regressionReturns == .excess ? [context.text.riskFree] : []
    }
}
