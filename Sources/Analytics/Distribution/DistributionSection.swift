import Series

/// How returns are distributed.
public struct DistributionSection: Statistic {
    /// Daily returns (or the run's own periods where they are slower), binned.
    public let histogram: Histogram
    /// `daily`, `weekly`, `monthly`: what one return of the histogram spans.
    public let periodName: String
    /// Mean of the binned returns; nil without any.
    public let mean: Double?
    /// Sample standard deviation; nil for fewer than two.
    public let deviation: Double?
    /// Historical VaR at 95 %, negative; nil where the metric is n/a.
    public let var95: Double?
    /// Historical VaR at 99 %.
    public let var99: Double?
    /// The best periods, best first, at most ten.
    public let best: [DatedReturn]
    /// The worst periods, worst first, at most ten.
    public let worst: [DatedReturn]
}

/// Counts in bins of equal width whose edges are round numbers, one of them zero.
public struct Histogram: Equatable, Sendable {
    /// Lower edge of the first bin.
    public let start: Double
    /// Width of every bin.
    public let width: Double
    /// How many values lie in each bin: lower edge included, upper excluded.
    public let counts: [Int]
    /// Values below the first bin (the extreme tails are gathered so that the middle can be seen).
    public let below: Int
    /// Values at or above the last bin's upper edge.
    public let above: Int
}

/// A return with its day.
public struct DatedReturn: Equatable, Sendable {
    /// The session's date at midnight, or the moment where a series has no regular step.
    public let timestamp: Timestamp
    /// Simple return.
    public let value: Double
}
