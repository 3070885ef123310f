import Series

/// What a run is compared with, aligned to the run by date.
public struct Benchmark: Equatable, Sendable {
    /// As a reader should see it: `S&P 500 total return`, or `Benchmark` where nothing names it.
    public var name: String
    /// The benchmark's own simple returns at its own moments, before alignment.
    public var returns: TimeSeries
    /// Indices into the run's returns that have a benchmark return at the same moment, increasing.
    public var matchedRunIndices: [Int]
    /// The benchmark's return for each of ``matchedRunIndices``.
    public var matchedReturns: [Double]
    /// Moments of the run without a benchmark return.
    public var unmatchedInRun: Int
    /// Moments of the benchmark, within the run's span, without a return of the run.
    public var unmatchedInBenchmark: Int

    /// A benchmark with its alignment.
    public init(
        name: String, returns: TimeSeries, matchedRunIndices: [Int], matchedReturns: [Double], unmatchedInRun: Int,
        unmatchedInBenchmark: Int
    ) {
        self.name = name
        self.returns = returns
        self.matchedRunIndices = matchedRunIndices
        self.matchedReturns = matchedReturns
        self.unmatchedInRun = unmatchedInRun
        self.unmatchedInBenchmark = unmatchedInBenchmark
    }
}
