import Series

/// Growth of 1, before the first return and after each, and the returns per trading day.
public struct GrowthSection: Statistic {
    /// The run's growth at the finest moments; the first value is 1.
    ///
    /// Found anew whenever it is asked for where the account does not begin at 1: it is as long as the run.
    public var strategy: TimeSeries { levels.series }
    /// The moments of ``strategy``.
    public var timestamps: TimeAxis { levels.timestamps }
    /// The last value of ``strategy``.
    public var end: Double? { levels.values.last }
    private let levels: GrowthLevels
    /// The benchmark's growth at the matched moments, 1 before the first matched return; nil without one.
    public let benchmark: TimeSeries?
    /// The run's simple returns per trading day; intraday returns are compounded to session closes.
    public let dailyReturns: TimeSeries
    /// The benchmark's simple returns per trading day, at moments of ``dailyReturns``; nil without one.
    public let benchmarkDailyReturns: TimeSeries?

    /// The section of a context and its benchmark's. Linear time.
    init(_ context: MetricContext) {
        levels = context(GrowthLevels.self)
        dailyReturns = TimeSeries(timestamps: context.daily.timestamps, values: context.daily.returns)
        guard let other = context.benchmark else { (benchmark, benchmarkDailyReturns) = (nil, nil); return }
        benchmark = other(GrowthLevels.self).series
        benchmarkDailyReturns = context.run.benchmark.map {
            TimeSeries(timestamps: $0.pairs.timestamps, values: $0.pairs.benchmarkReturns)
        }
    }
}

extension GrowthLevels {
    /// The levels with their moments.
    fileprivate var series: TimeSeries { TimeSeries(timestamps: timestamps, values: values.array) }
}

extension Analysis {
    /// Growth of 1.
    public var growth: GrowthSection { context(GrowthSection.self) }
}
