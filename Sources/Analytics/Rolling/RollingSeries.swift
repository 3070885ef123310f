import Series

/// A statistic over a rolling window of daily observations.
public struct RollingSeries: Sendable {
    /// `rolling_sharpe_126`.
    public let key: String
    /// `Rolling Sharpe ratio, 126 sessions`.
    public let label: String
    /// What it rolls.
    public let statistic: RollingStatistic
    /// Observations per window.
    public let window: Int
    /// One value per window at the window's last observation, without windows that have none; empty where the run is
    /// shorter.
    public let series: TimeSeries
    /// Mean of the values; nil where there is none.
    public let mean: Double?
    /// The value of the last window; nil where that has none.
    public let current: Double?
}

extension RollingSeries {
    /// The series of a statistic over windows of one length.
    init(_ statistic: RollingStatistic, over window: RollingWindow, _ values: RollingValues) {
        self.statistic = statistic
        self.window = window.size
        key = "rolling_\(statistic.key)_\(window.size)"
        label = "Rolling \(statistic.name), \(window.size) \(window.context.cadence.periodNoun)"
        series = values.defined
        mean = series.isEmpty ? nil : StableSum.of(series.values) / Double(series.count)
        current = series.timestamps.last == values.timestamps.last ? series.values.last : nil
    }
}

extension RollingValues {
    /// The windows that have a value.
    fileprivate var defined: TimeSeries {
        if values.allSatisfy(\.isFinite) { return TimeSeries(timestamps: timestamps, values: values) }
        let chosen = values.indices.filter { values[$0].isFinite }
        return TimeSeries(timestamps: TimeAxis(chosen.lazy.map { timestamps[$0] }), values: chosen.map { values[$0] })
    }
}
