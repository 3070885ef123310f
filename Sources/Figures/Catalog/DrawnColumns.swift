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

    /// One decline over the days since its peak, until its recovery.
    func drawn(_ episode: DrawdownEpisode) -> (x: MarkColumn, y: MarkColumn) {
        let (section, moments) = (self, timestamps)
        let span = moments.partitioningIndex { $0 >= episode.peak }..<moments.partitioningIndex { $0 > episode.end }
        let start = episode.peak.fractionalDays
        return (
            MarkColumn(count: span.count) { span.map { moments[$0].fractionalDays - start } },
            MarkColumn(count: span.count) { Array(section.series.values[span]) }
        )
    }
}

extension TimeAxis {
    /// The moments as coordinates of a time axis.
    fileprivate var drawn: MarkColumn { MarkColumn(days: self) }
}
