import Analytics
import Formatting

/// `118 of 2 268 days fell below the 95 % value at risk forecast for them; 113 were to be expected`.
enum ForecastHeadline {
    static func sentence(_ analysis: Analysis) -> String? {
        guard analysis.hasValueAtRiskBacktest, let test = (try? analysis.valueAtRiskBacktest)?.test95 else {
            return nil
        }
        return sentence(failures: test.failures, of: test.count)
    }

    /// Nil where there was no forecast.
    static func sentence(failures: Int, of count: Int) -> String? {
        guard count > 0 else { return nil }
        let expected = DisplayNumber.number(0.05 * Double(count), places: count < 200 ? 1 : 0)
        return
            "\(HeadlineWords.share(failures, of: count)) returns fell below the 95\u{202F}% forecast of value at risk; "
            + "\(expected) were to be expected"
    }
}
