import RunModel
import Series

/// A benchmark's own returns within the span of a run.
struct OwnReturns {
    /// Where the first of them begins.
    private(set) var start: Timestamp
    /// The level there; nil where no level of few digits is written.
    private(set) var startLevel: Double?
    private(set) var timestamps = [Timestamp]()
    private(set) var returns = [Double]()
    /// How far each may be off by the digits of its levels; empty where those are not known.
    private(set) var rounding = [Double]()

    /// All moments of the benchmark from the run's start to its end, or only the common ones of a slower run.
    init(_ alignment: BenchmarkAlignment, _ moments: CommonMoments, isOnRunMoments: Bool) {
        let benchmark = alignment.benchmark
        let end = alignment.run.timestamps[alignment.run.count - 1]
        start = end
        var indices = moments.common.map(\.other)
        if !isOnRunMoments {
            indices = Self.inside(alignment, moments, end)
        }
        guard var previous = indices.first else { return }
        let shown = Dictionary(
            moments.common.map { ($0.other, alignment.run.timestamps[$0.base]) },
            uniquingKeysWith: { first, _ in first }
        )
        start = shown[previous] ?? benchmark.timestamps[previous]
        startLevel = benchmark.halves.isEmpty ? nil : benchmark.levels[previous]
        timestamps.reserveCapacity(indices.count)
        returns.reserveCapacity(indices.count)
        for (place, index) in indices.enumerated().dropFirst() {
            defer { previous = index }
            var value = benchmark.levels[index] / benchmark.levels[previous] - 1
            if index == previous + 1 {
                // A moment whose return is missing has the level of the moment before it, and no return.
                guard !benchmark.returns[index].isNaN else { continue }
                value = benchmark.returns[index]
            }
            returns.append(value)
            if let bound = benchmark.rounding(from: previous, to: index) { rounding.append(bound) }
            let timestamp = isOnRunMoments ? alignment.run.timestamps[moments.common[place].base] : shown[index]
            timestamps.append(timestamp ?? benchmark.timestamps[index])
        }
    }

    /// The benchmark's moments from its level at the run's start, or the first after it, to the run's end.
    private static func inside(_ alignment: BenchmarkAlignment, _ moments: CommonMoments, _ end: Timestamp) -> [Int] {
        let all =
            alignment.runPattern.isIntraday && alignment.benchmarkPattern.isIntraday
            ? Array(alignment.benchmark.timestamps.indices) : moments.otherMoments
        let start = alignment.run.timestamps[0]
        let timestamps = alignment.benchmark.timestamps
        let last = moments.common.last?.other
        let first = moments.common.first.flatMap { $0.base == 0 ? $0.other : nil }
        return all.filter { index in
            if let first, index <= first { return index == first }
            if let last, index <= last { return timestamps[index].date >= start.date }
            return timestamps[index].date > start.date && timestamps[index].date <= end.date && timestamps[index] <= end
        }
    }
}
