import Series

/// A statistic over a rolling window of daily observations.
public struct RollingSeries: Sendable {
    /// `rolling_sharpe_126`.
    public let key: String
    /// `Rolling Sharpe ratio, 126 sessions`.
    public let label: String
    /// What it rolls: `volatility`, `sharpe`, `sortino`, `beta`.
    public let statistic: String
    /// Observations per window.
    public let window: Int
    /// One value per window, stamped at the window's last observation; empty where the run is shorter.
    public let series: TimeSeries
    /// Mean of the values; nil where there is none.
    public let mean: Double?
    /// The last value; nil where there is none.
    public let current: Double?

    /// A rolling statistic with all its parts.
    public init(
        key: String, label: String, statistic: String, window: Int, series: TimeSeries, mean: Double?, current: Double?
    ) {
        self.key = key
        self.label = label
        self.statistic = statistic
        self.window = window
        self.series = series
        self.mean = mean
        self.current = current
    }
}
