import Series

/// Means over the tail of a column.
enum TailMean {
    /// The mean of the values at or below a limit; the limit itself where there is none.
    static func of(_ values: Span<Double>, atOrBelow limit: Double) -> Double {
        var sum = StableSum()
        var count = 0
        for index in values.indices where values[index] <= limit {
            sum.add(values[index])
            count += 1
        }
        return count == 0 ? limit : sum.value / Double(count)
    }
}
