/// Series that follow from others, computed as `Page/data.js` computes them: the same steps in the same order, with nothing
/// but sums, products, quotients and roots, so that both come to the same bits.
enum SeriesGuess {
    /// A series as the page holds it.
    struct Column {
        /// Milliseconds since 1970.
        var times: [Int64]
        /// One value per time.
        var values: [Double]
        /// Where the values are compounded, the return that leads to each from the one before it.
        var returns: [Double]?

        /// A series whose values were not compounded by the page.
        init(times: [Int64], values: [Double]) {
            self.times = times
            self.values = values
        }
    }

    /// W / max(W) − 1 at moments of a growth.
    static func drawdown(of growth: Column, at times: [Int64]) -> [Double] {
        var peak = -Double.infinity
        var index = 0
        return times.map { time in
            while index < growth.times.count, growth.times[index] <= time {
                peak = max(peak, growth.values[index])
                index += 1
            }
            return index > 0 ? growth.values[index - 1] / peak - 1 : 0
        }
    }

    /// The growth from one moment to the next; the first from the growth's beginning.
    static func returns(of growth: Column, at times: [Int64]) -> [Double] {
        var (index, previous) = (0, 0)
        return times.map { time in
            while index + 1 < growth.times.count, growth.times[index + 1] <= time { index += 1 }
            defer { previous = index }
            if index == previous + 1, let returns = growth.returns { return returns[index] }
            return growth.values.isEmpty ? 0 : growth.values[index] / growth.values[previous] - 1
        }
    }

    /// A number and multiples of columns, added up from left to right; nil where they have other moments.
    static func sum(of parts: [(column: Column, factor: Double)], plus number: Double, at times: [Int64]) -> [Double]? {
        guard parts.allSatisfy({ $0.column.times == times && $0.column.values.count == times.count }) else {
            return nil
        }
        return times.indices.map { index in
            parts.reduce(number) { $0 + $1.factor * $1.column.values[index] }
        }
    }

    /// For each of some moments the index of the last day at or before it; the first day for what lies before all.
    static func lastIndices(of moments: [Int64], in days: [Int64]) -> [Int] {
        var index = 0
        return moments.map { moment in
            while index + 1 < days.count, days[index + 1] <= moment { index += 1 }
            return index
        }
    }
}
