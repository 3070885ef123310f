import Series

/// Mean and spread of a column: what ``Moments`` gives without the higher powers, in half the time.
struct MeanAndVariance: Equatable, Sendable {
    /// How many values.
    let count: Int
    /// Arithmetic mean; 0 for none.
    let mean: Double
    /// Σ(x−mean)², exactly 0 where the values differ by no more than rounding.
    let squares: Double

    /// The spread of a column whose values are known within `rounding`.
    init(_ values: Span<Double>, within rounding: Rounding = .none) {
        count = values.count
        guard count > 0 else { (mean, squares) = (0, 0); return }
        let mean = StableSum.of(values) / Double(values.count)
        var (low, high) = (values[0], values[0])
        var sum = StableSum()
        for index in values.indices {
            let distance = values[index] - mean
            sum.add(distance * distance)
            low = min(low, values[index])
            high = max(high, values[index])
        }
        self.mean = mean
        squares = Variation.exists(in: values, from: low, to: high, within: rounding) ? sum.value : 0
    }

    /// The spread of a column.
    init(_ values: [Double], within rounding: Rounding = .none) { self.init(values.span, within: rounding) }

    /// s, with n − 1; nil for fewer than two values.
    var sampleDeviation: Double? { count > 1 ? (squares / Double(count - 1)).squareRoot() : nil }
}
