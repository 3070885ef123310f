import Series

/// What a run is compared with: its own returns within the run's span, and both sides between common moments.
public struct Benchmark: Equatable, Sendable {
    /// As a reader should see it: `S&P 500 total return`, or `Benchmark` where nothing names it.
    public var name: String
    /// Where its first return begins: the run's start, or the first moment at which the benchmark has a level.
    public var start: Timestamp
    /// Its level there, as its file writes it; nil where the file has returns, or levels of all their digits.
    public var startLevel: Double?
    /// Its own simple returns within the run's span, at its own moments; those of the run where both have the moment.
    public var returns: TimeSeries
    /// How far each return may be off since levels were written with so many digits; empty where returns were written.
    public var rounding: [Double]
    /// What a year of its own observations is.
    public var calendar: TradingCalendar
    /// Run and benchmark side by side.
    public var pairs: BenchmarkPairs
    /// Moments of the run (its trading days and its start where it observes within days) at which the benchmark has a
    /// level.
    public var matched: Int
    /// Moments of the run at which the benchmark has no level.
    public var unmatchedInRun: Int
    /// Moments of the benchmark, within the run's span, at which the run has none.
    public var unmatchedInBenchmark: Int
    /// Pairs that were left out because a return of either side is missing within them.
    public var missingPairs: Int

    /// A benchmark with all its parts.
    public init(
        name: String, start: Timestamp, returns: TimeSeries, rounding: [Double] = [], calendar: TradingCalendar,
        pairs: BenchmarkPairs,
        matched: Int, unmatchedInRun: Int = 0, unmatchedInBenchmark: Int = 0, missingPairs: Int = 0
    ) {
        self.name = name
        self.start = start
        self.returns = returns
        self.rounding = rounding
        self.calendar = calendar
        self.pairs = pairs
        self.matched = matched
        self.unmatchedInRun = unmatchedInRun
        self.unmatchedInBenchmark = unmatchedInBenchmark
        self.missingPairs = missingPairs
    }

    /// First date that the benchmark covers within the run.
    public var firstDate: CalendarDate { start.date }
    /// Last date that the benchmark covers within the run.
    public var lastDate: CalendarDate { (returns.timestamps.last ?? start).date }

    /// Calendar days without a level that a weekend beside holidays explains.
    public static let closedDays = 4

    /// Whether the benchmark has a level at the beginning of a span.
    public func reaches(back date: CalendarDate) -> Bool { firstDate.day <= date.day + Self.closedDays }

    /// Whether the benchmark has a level at the end of a span.
    public func reaches(forward date: CalendarDate) -> Bool { lastDate.day >= date.day - Self.closedDays }
}

/// Returns of a run and its benchmark over the same stretches of time, each between two moments at which both have a
/// level. What happened at moments that only one of the two has is inside the stretches: no move is lost.
public struct BenchmarkPairs: Equatable, Sendable {
    /// Index of the run's equity point at which each stretch begins.
    public var starts: [Int]
    /// Index of the run's equity point at which each stretch ends, increasing.
    public var ends: [Int]
    /// Moments at which the stretches end: timestamps of the run.
    public var timestamps: [Timestamp]
    /// Calendar days that all stretches take together.
    public var days: Double
    /// The run's simple return over each stretch.
    public var runReturns: [Double]
    /// The benchmark's simple return over each stretch.
    public var benchmarkReturns: [Double]
    /// How far each of these may be off since levels were written with so many digits; empty where returns were written.
    public var benchmarkRounding: [Double]
    /// How many such stretches a year has; what statistics of pairs are annualised with.
    public var periodsPerYear: Double

    /// Pairs with all their columns, which have one length.
    public init(
        starts: [Int], ends: [Int], timestamps: [Timestamp], days: Double, runReturns: [Double],
        benchmarkReturns: [Double], benchmarkRounding: [Double] = [], periodsPerYear: Double
    ) {
        self.starts = starts
        self.ends = ends
        self.timestamps = timestamps
        self.days = days
        self.runReturns = runReturns
        self.benchmarkReturns = benchmarkReturns
        self.benchmarkRounding = benchmarkRounding
        self.periodsPerYear = periodsPerYear
    }

    /// How many pairs.
    public var count: Int { ends.count }
}

extension Run {
    /// Whether the benchmark covers the run from its start to its end; true without a benchmark.
    public var benchmarkIsWhole: Bool {
        guard let benchmark, let start = equity.timestamps.first, let end = returns.timestamps.last else { return true }
        return benchmark.reaches(back: start.date) && benchmark.reaches(forward: end.date)
    }
}
