import RunModel
import Series

/// The money that a list of trades began with, as far as its percents tell: the sum of profits over its percents.
struct TradingViewCapital {
    /// What the percents leave open; nil where they say nothing.
    let range: ClosedRange<Double>?

    init(sums: [Double], percents: [Double]) {
        var (low, high) = (0.0, Double.infinity)
        for (sum, percent) in zip(sums, percents) where sum.isFinite && percent.isFinite && sum * percent > 0 {
            // Percents have two decimals, and sums may have been rounded to cents.
            let (size, share) = (sum.magnitude, percent.magnitude / 100)
            low = max(low, (size - 0.005) / (share + 0.000051))
            if share > 0.000051 { high = min(high, (size + 0.005) / (share - 0.000051)) }
        }
        range = high.isFinite && low > 0 && low <= high ? low...high : nil
    }

    /// The number of two significant digits in the range, where that is narrower than two in a hundred and holds one.
    var round: Double? {
        guard let range, range.upperBound < range.lowerBound * 1.02 else { return nil }
        for digits in [1.0, 10.0] {
            let step = WrittenDigits.powerOfTen(below: range.upperBound) / digits
            let candidate = (range.upperBound / step).rounded(.down) * step
            if candidate >= range.lowerBound { return candidate }
        }
        return nil
    }

    /// Whether an amount can be the capital.
    func allows(_ capital: Double) -> Bool {
        range.map { capital >= $0.lowerBound * 0.99 && capital <= $0.upperBound * 1.01 } ?? true
    }
}
