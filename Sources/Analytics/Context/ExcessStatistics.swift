import Series

/// Sums over excess returns e = r − f that ratios share.
struct ExcessStatistics: Statistic {
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
        switch history.riskFree {
        case .constant(let rate):
            self.init(history.returns.span, less: rate, moments: moments.moved(by: -rate))
        case .column:
            let values = history.riskFree.excess(of: history.returns)
            self.init(values.span, less: 0, moments: Moments(values, within: history.rounding))
        }
    }

    /// The statistics of the returns that ratios are made of. Linear time.
    init(_ context: MetricContext) { self.init(of: context.view, moments: context.moments) }

    /// Branch-free, because the signs of returns cannot be predicted.
    private init(_ values: Span<Double>, less rate: Double, moments: Moments) {
        var (gains, losses, down, upward) = (StableSum(), StableSum(), StableSum(), StableSum())
        for index in values.indices {
            let value = values[index] - rate
            let (above, below) = (max(value, 0), min(value, 0))
            gains.add(above)
            losses.add(-below)
            down.add(below * below)
            upward.add(above * above)
        }
        self.moments = moments
        (self.gains, self.losses) = (gains.value, losses.value)
        (downsideSquares, upsideSquares) = (down.value, upward.value)
    }
}
