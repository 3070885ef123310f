import Series

/// The worst of the series, its first point left out: a run has as many drawdowns as returns.
extension Drawdowns {
    /// The mean of the series at or below the quantile of a share; nil without a return.
    ///
    /// The series is found twice, so that a long run never has two of it.
    func tailMean(worst share: Double) -> Double? {
        guard let limit = quantile(share) else { return nil }
        let series = values.dropFirst()
        return TailMean.of(series.span, atOrBelow: limit)
    }

    private func quantile(_ share: Double) -> Double? {
        var series = values
        guard series.count > 1 else { return nil }
        // The first point is never below a peak: zero, the highest that there is. It goes to the end, and is cut off.
        series.swapAt(0, series.count - 1)
        series.removeLast()
        return Quantile.of(reordering: &series, at: share)
    }
}
