import Analytics
import Charts
import Series

/// Series as long as the run, as columns that are found again whenever they are drawn.
extension GrowthSection {
    /// Growth over time.
    var drawn: (x: MarkColumn, y: MarkColumn) {
        let section = self
        return (timestamps.drawn, MarkColumn(count: timestamps.count) { section.strategy.values })
    }
}

extension DrawdownSection {
    /// Drawdown over time.
    var drawn: (x: MarkColumn, y: MarkColumn) {
        let section = self
        return (timestamps.drawn, MarkColumn(count: timestamps.count) { section.series.values })
    }
}

extension TimeAxis {
    /// The moments as coordinates of a time axis.
    fileprivate var drawn: MarkColumn { MarkColumn(count: count) { map(\.fractionalDays) } }
}
