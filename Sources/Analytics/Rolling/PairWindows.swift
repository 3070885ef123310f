/// Moving windows over the run's and its benchmark's returns as the regression sees them, which beta, correlation and alpha
/// share.
struct PairWindows {
    /// Of every full window, x the benchmark, y the run.
    let windows: [PairWindow]
    /// Where the benchmark does not vary; nil where it does everywhere.
    let flatBenchmark: [Bool]?
    /// Where either does not vary; nil where both do everywhere.
    let flatEither: [Bool]?

    init(_ context: MetricContext, size: Int) throws(Unavailable) {
        let pairs = try context(BenchmarkComparison.self)
        let rate = context.conventions.regressionReturns == .excess ? pairs.riskFree : .constant(0)
        let (run, benchmark) = (rate.excess(of: pairs.returns), rate.excess(of: pairs.benchmark))
        windows = MovingWindow.statistics(benchmark, run, window: size, of: PairWindow.self)
        let flat = MovingWindow.flat(
            benchmark, window: size, squares: windows.map(\.squares), within: pairs.benchmarkRounding)
        let other = MovingWindow.flat(run, window: size, squares: windows.map(\.squaresY), within: pairs.runRounding)
        flatBenchmark = flat
        flatEither = flat.map { first in other.map { zip(first, $0).map { $0 || $1 } } ?? first } ?? other
    }
}
