import Analytics
import Formatting

/// `A Sharpe ratio of 0.97, at 95 % from −0.42 to 2.36: it may be zero`.
enum CertaintyHeadline {
    static func sentence(_ metrics: MetricSet) -> String? {
        guard let sharpe = metrics.number(.sharpe), let low = metrics.number(.sharpeCILow),
            let high = metrics.number(.sharpeCIHigh)
        else { return nil }
        return sentence(sharpe, from: low, to: high)
    }

    /// Of a ratio and its 95 % interval; an interval without zero within it says so.
    static func sentence(_ sharpe: Double, from low: Double, to high: Double) -> String? {
        guard low < high, sharpe.isFinite else { return nil }
        let texts = [sharpe, low, high].map { DisplayNumber.number($0, places: 2) }
        let isClear = low > 0 || high < 0
        return "A Sharpe ratio of \(texts[0]), at 95\u{202F}% from \(texts[1]) to \(texts[2]): "
            + (isClear ? "not zero" : "it may be zero")
    }
}
