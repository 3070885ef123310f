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
    /// Mean and moments of the negative e alone.
    let negatives: Moments

    /// The statistics of a column.
    init(_ values: [Double]) {
        moments = Moments(values)
        var (gains, losses, down, upward) = (StableSum(), StableSum(), StableSum(), StableSum())
        var negative = [Double]()
        let span = values.span
        for index in span.indices {
            let value = span[index]
            if value < 0 {
                losses.add(-value)
                down.add(value * value)
                negative.append(value)
            } else {
                gains.add(value)
                upward.add(value * value)
            }
        }
        self.gains = gains.value
        self.losses = losses.value
        downsideSquares = down.value
        upsideSquares = upward.value
        negatives = Moments(negative)
    }
}
