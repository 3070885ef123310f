import Analytics
import Formatting

/// `Sharpe ratio above zero in 1 893 of 2 268 windows of 252 sessions`.
enum RollingHeadline {
    /// Of the longest windows that the run is long enough for.
    static func sentence(_ rolling: [RollingSeries]) -> String? {
        let sharpe = rolling.filter { $0.statistic.key == "sharpe" && !$0.series.isEmpty }
        guard let longest = sharpe.max(by: { $0.window < $1.window }) else { return nil }
        return sentence(longest.series.values, window: longest.window)
    }

    /// Nil for fewer than ten windows, which are nearly one.
    static func sentence(_ values: [Double], window: Int) -> String? {
        guard values.count >= 10 else { return nil }
        let above = values.count { $0 > 0 }
        return "Sharpe ratio above zero in \(HeadlineWords.share(above, of: values.count)) windows of \(window)"
    }
}
