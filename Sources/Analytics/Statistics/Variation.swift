/// Whether values differ by more than rounding: the one bound behind "returns do not vary", for returns, differences to
/// a benchmark, residuals and every moving window.
enum Variation {
    /// Whether no single number lies within the rounding of every value: max(x − ε) > min(x + ε). Linear time.
    ///
    /// - Parameters:
    ///   - values: A column; an empty one does not vary, nor does a single value.
    ///   - rounding: ε of each value.
    static func exists(in values: Span<Double>, within rounding: Rounding) -> Bool {
        guard values.count > 1 else { return false }
        var (low, high) = (values[0], values[0])
        for index in values.indices {
            low = min(low, values[index])
            high = max(high, values[index])
        }
        return exists(in: values, from: low, to: high, within: rounding)
    }

    /// The same where the extremes are known; the column is looked at again only where they are close to each other.
    static func exists(in values: Span<Double>, from low: Double, to high: Double, within rounding: Rounding) -> Bool {
        if high == low { return false }
        if !(high - low <= 2 * rounding.largest) { return true }
        var (floor, ceiling) = (-Double.infinity, Double.infinity)
        for index in values.indices {
            floor = max(floor, values[index] - rounding[index])
            ceiling = min(ceiling, values[index] + rounding[index])
        }
        return floor > ceiling
    }

    /// The same for a column.
    static func exists(in values: [Double], within rounding: Rounding) -> Bool {
        exists(in: values.span, within: rounding)
    }
}
