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

extension DrawdownSection {
    /// One decline over the days since its peak, until its recovery.
    func drawn(_ episode: DrawdownEpisode) -> (x: MarkColumn, y: MarkColumn) {
        let (section, moments) = (self, timestamps)
        let span = moments.firstPlace(from: episode.peak)..<moments.firstPlace(after: episode.end)
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

    /// The first place of a moment or a later one.
    fileprivate func firstPlace(from moment: Timestamp) -> Int { firstPlace { $0 >= moment } }

    /// The first place behind a moment.
    fileprivate func firstPlace(after moment: Timestamp) -> Int { firstPlace { $0 > moment } }

    private func firstPlace(where isBehind: (Timestamp) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if isBehind(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
