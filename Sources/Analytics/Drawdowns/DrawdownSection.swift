import Series

/// Drawdown over time, and every decline from a peak.
public struct DrawdownSection: Statistic {
    /// W/max(W) − 1 at every moment of growth, zero or negative.
    ///
    /// Found anew whenever it is asked for: it is as long as the run.
    public var series: TimeSeries { TimeSeries(timestamps: drawdowns.timestamps, values: drawdowns.values) }
    /// The moments of ``series``.
    public var timestamps: TimeAxis { drawdowns.timestamps }
    /// Every decline from a peak until its recovery, deepest first, equals in time order.
    public let episodes: [DrawdownEpisode]
    private let drawdowns: Drawdowns

    /// The section of a context. Linear time, and m·log(m) for m declines.
    init(_ context: MetricContext) {
        let drawdowns = context(Drawdowns.self)
        self.drawdowns = drawdowns
        let (spans, convention) = (drawdowns.spans, context.conventions.drawdownLength)
        let order = spans.indices.sorted { (spans[$0].depth, $0) < (spans[$1].depth, $1) }
        episodes = order.map { DrawdownEpisode(spans[$0], of: drawdowns, convention) }
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

    /// Calendar days from peak to valley.
    public var daysToValley: Int { valley.date.day - peak.date.day }
    /// Calendar days from valley to recovery; nil while unfinished.
    public var recoveryDays: Int? { recovery.map { $0.date.day - valley.date.day } }
}

extension DrawdownEpisode {
    fileprivate init(_ span: DrawdownSpan, of drawdowns: Drawdowns, _ convention: DrawdownLength) {
        let timestamps = drawdowns.timestamps
        self.init(
            peak: timestamps[span.peak], valley: timestamps[span.valley],
            recovery: span.recovery.map { timestamps[$0] },
            end: timestamps[span.recovery ?? timestamps.count - 1], depth: span.depth,
            days: drawdowns.length(of: span, convention))
    }
}

extension Analysis {
    /// Drawdown over time, and every decline from a peak.
    public var drawdowns: DrawdownSection { context(DrawdownSection.self) }
}
