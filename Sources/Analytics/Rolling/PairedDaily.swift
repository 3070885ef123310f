import Series

/// The daily views of the run and its benchmark at the trading days that both have.
struct PairedDaily {
    /// The run's stamps of those days.
    private(set) var stamps = [Timestamp]()
    /// Their places in the run's daily view.
    private(set) var places = [Int]()
    /// The run's simple returns, whatever the convention.
    private(set) var returns = [Double]()
    /// The run's returns of the regression, by the convention in force.
    private(set) var strategy = [Double]()
    /// The benchmark's.
    private(set) var benchmark = [Double]()
    /// The benchmark's simple returns, whatever the convention.
    private(set) var benchmarkReturns = [Double]()

    /// The pairs of a context; empty without a benchmark.
    init(_ context: MetricContext) {
        guard let history = context.benchmark else { return }
        let run = context.daily
        let other = history.daily(on: context.run.calendar, conventions: context.conventions)
        let usesExcess = context.conventions.regressionReturns == .excess
        var index = 0
        for place in other.dates.indices {
            while index < run.count, run.stamps[index] < other.stamps[place] { index += 1 }
            // Two views of one session may end at different moments; the run's is the later one.
            guard index < run.count, run.dates[index] == other.dates[place] else { continue }
            stamps.append(run.stamps[index])
            places.append(index)
            returns.append(run.returns[index])
            strategy.append(run.returns[index] - (usesExcess ? run.riskFree[index] : 0))
            benchmark.append(other.returns[place] - (usesExcess ? other.riskFree[place] : 0))
            benchmarkReturns.append(other.returns[place])
        }
    }
}
