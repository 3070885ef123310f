import Series

/// Mean and spread of a column: what ``Moments`` gives without the higher powers, in half the time.
struct Spread: Equatable, Sendable {
    /// How many values.
    let count: Int
    /// Arithmetic mean; 0 for none.
    let mean: Double
    /// Σ(x−mean)², exactly 0 where all values are the same.
    let squares: Double

    /// The spread of a column.
    init(_ values: Span<Double>) {
        count = values.count
        guard count > 0 else { (mean, squares) = (0, 0); return }
        let mean = StableSum.of(values) / Double(values.count)
        let first = values[0]
        var sum = StableSum()
        var varies = false
        for index in values.indices {
            let distance = values[index] - mean
            sum.add(distance * distance)
            varies = varies || values[index] != first
        }
        self.mean = mean
        squares = varies ? sum.value : 0
    }

    /// The spread of a column.
    init(_ values: [Double]) { self.init(values.span) }

    /// s, with n − 1; nil for fewer than two values.
    var sampleDeviation: Double? { count > 1 ? (squares / Double(count - 1)).squareRoot() : nil }
}
