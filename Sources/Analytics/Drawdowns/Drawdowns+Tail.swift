import Series

/// The worst of the series, its first point left out: a run has as many drawdowns as returns.
extension Drawdowns {
    /// The quantile of a share; nil without a return.
    func quantile(_ share: Double) -> Double? {
        var series = values
        guard series.count > 1 else { return nil }
        // The first point is never below a peak: zero, the highest that there is. It goes to the end, and is cut off.
        series.swapAt(0, series.count - 1)
        series.removeLast()
        return Quantile.of(reordering: &series, at: share)
    }

    /// The mean of the values at or below a limit; the limit itself where there is none.
    func tailMean(atOrBelow limit: Double) -> Double {
        let series = values.dropFirst()
        return TailMean.of(series.span, atOrBelow: limit)
    }
}
