import Series

/// Sums over excess returns e = r − f that ratios share.
struct ExcessStatistics: Sendable {
    /// Mean and central moments of e.
    let moments: Moments
    /// Σ max(e, 0).
    let gains: Double
    /// Σ max(−e, 0).
    let losses: Double
    /// Σ min(e, 0)².
    let downsideSquares: Double
    /// Σ max(e, 0)².
    let upsideSquares: Double

    /// The statistics of a history whose returns have these moments; a constant f only moves their mean.
    init(of history: ReturnHistory, moments: Moments) {
        let values = history.riskFree.excess(of: history.returns)
        switch history.riskFree {
        case .constant(let rate): self.moments = moments.moved(by: -rate)
        case .column: self.moments = Moments(values)
        }
        var (gains, losses, down, upward) = (StableSum(), StableSum(), StableSum(), StableSum())
        let span = values.span
        for index in span.indices {
            let value = span[index]
            if value < 0 {
                losses.add(-value)
                down.add(value * value)
            } else {
                gains.add(value)
                upward.add(value * value)
            }
        }
        (self.gains, self.losses) = (gains.value, losses.value)
        (downsideSquares, upsideSquares) = (down.value, upward.value)
    }
}
