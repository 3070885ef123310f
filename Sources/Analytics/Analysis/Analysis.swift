import RunModel
import Series

/// Every section's numbers, series and tables of one run under one set of conventions: what all writers read.
public struct Analysis: Sendable {
    /// What was analysed.
    public let run: Run
    /// The choices in force.
    public let conventions: Conventions
    /// Every metric of the catalogue, in its order.
    public let metrics: MetricSet
    /// The metrics that make sense for a benchmark, over the same moments; nil without one.
    public let benchmarkMetrics: MetricSet?
    /// Growth of 1.
    public let growth: GrowthSection
    /// Declines from the running peak.
    public let drawdowns: DrawdownSection
    /// Returns by month, year, trailing window.
    public let periods: PeriodSection
    /// How returns are distributed.
    public let distribution: DistributionSection
    /// Rolling statistics.
    public let rolling: [RollingSeries]
    /// Round trips; nil where the run records none.
    public let trades: TradeSection?
    /// What a reader should mind, most important first.
    public let cautions: [Caution]
    /// 0–100 with its parts.
    public let score: ScoreSection
    /// Alpha and beta with standard error, t and p; nil without a benchmark that varies.
    public let regression: BenchmarkRegression?
    /// By what the daily view is annualised; nil where nobody said.
    public let daily: DailyBasis?
    /// The same of the benchmark's own days; nil without one.
    public let benchmarkDaily: DailyBasis?
    /// Key statistics in and out of sample; nil where the run names no date that divides it.
    public let samples: SampleSection?
    /// What was held over time; nil where the run records no positions, or no account value beside them.
    public let positions: PositionSection?

    /// An analysis with all its parts.
    public init(
        run: Run, conventions: Conventions, metrics: MetricSet, benchmarkMetrics: MetricSet?, growth: GrowthSection,
        drawdowns: DrawdownSection, periods: PeriodSection, distribution: DistributionSection,
        rolling: [RollingSeries], trades: TradeSection?, cautions: [Caution], score: ScoreSection,
        regression: BenchmarkRegression? = nil, daily: DailyBasis? = nil,
        benchmarkDaily: DailyBasis? = nil, samples: SampleSection? = nil,
        positions: PositionSection? = nil
    ) {
        self.run = run
        self.conventions = conventions
        self.metrics = metrics
        self.benchmarkMetrics = benchmarkMetrics
        self.growth = growth
        self.drawdowns = drawdowns
        self.periods = periods
        self.distribution = distribution
        self.rolling = rolling
        self.trades = trades
        self.cautions = cautions
        self.score = score
        self.regression = regression
        self.daily = daily
        self.benchmarkDaily = benchmarkDaily
        self.samples = samples
        self.positions = positions
    }
}

/// Growth of 1, before the first return and after each.
public struct GrowthSection: Sendable {
    /// The run's growth at the finest moments; the first value is 1.
    public let strategy: TimeSeries
    /// The benchmark's growth at the matched moments, 1 before the first matched return; nil without one.
    public let benchmark: TimeSeries?
    /// The run's simple returns per trading day; intraday returns are compounded to session closes.
    public let dailyReturns: TimeSeries
    /// The benchmark's simple returns per trading day, at moments of ``dailyReturns``; nil without one.
    public let benchmarkDailyReturns: TimeSeries?

    /// A section with all its parts.
    public init(
        strategy: TimeSeries, benchmark: TimeSeries?, dailyReturns: TimeSeries, benchmarkDailyReturns: TimeSeries?
    ) {
        self.strategy = strategy
        self.benchmark = benchmark
        self.dailyReturns = dailyReturns
        self.benchmarkDailyReturns = benchmarkDailyReturns
    }
}

/// Declines from the running peak.
public struct DrawdownSection: Sendable {
    /// W/max(W) − 1 at every moment of the wealth series, zero or negative.
    public let series: TimeSeries
    /// Every decline from a peak until its recovery, deepest first.
    public let episodes: [DrawdownEpisode]

    /// A section with all its parts.
    public init(series: TimeSeries, episodes: [DrawdownEpisode]) {
        self.series = series
        self.episodes = episodes
    }

    /// The deepest `count` declines; their position + 1 is their number in figures and tables.
    public func worst(_ count: Int) -> ArraySlice<DrawdownEpisode> { episodes.prefix(count) }
}

/// One decline from a peak.
public struct DrawdownEpisode: Equatable, Sendable {
    /// When the peak was reached.
    public let peak: Timestamp
    /// The deepest moment.
    public let valley: Timestamp
    /// The first moment at or above the peak again; nil while unfinished.
    public let recovery: Timestamp?
    /// The recovery, or the run's last moment.
    public let end: Timestamp
    /// Fraction lost at the valley, negative.
    public let depth: Double

    /// Days of the decline as the convention in force counts them: calendar days from peak to recovery, or to the end while
    /// unfinished, under `standard`.
    public let days: Int

    /// An episode with all its parts; nil for `days` counts calendar days from peak to end.
    public init(
        peak: Timestamp, valley: Timestamp, recovery: Timestamp?, end: Timestamp, depth: Double, days: Int? = nil
    ) {
        self.peak = peak
        self.valley = valley
        self.recovery = recovery
        self.end = end
        self.depth = depth
        self.days = days ?? end.date.day - peak.date.day
    }

    /// Calendar days from peak to valley.
    public var daysToValley: Int { valley.date.day - peak.date.day }
    /// Calendar days from valley to recovery; nil while unfinished.
    public var recoveryDays: Int? { recovery.map { $0.date.day - valley.date.day } }
}
