extension Histogram {
    /// Several columns counted in the same bins.
    public struct Shared: Equatable, Sendable {
        /// Lower edge of the first bin.
        public let start: Double
        /// Width of every bin; 0 where there is no value.
        public let width: Double
        /// Of each column, how many values lie in each bin; what lies beyond the bins is counted in the outermost.
        public let counts: [[Int]]
    }

    /// Bins that fit all columns together.
    public static func shared(_ columns: [[Double]], fewest: Double = 12, most: Double = 60) -> Shared {
        let bins = Histogram(of: columns.flatMap { $0 }, fewest: fewest, most: most)
        guard !bins.counts.isEmpty else { return Shared(start: 0, width: 0, counts: columns.map { _ in [] }) }
        let counts = columns.map { column in
            var counts = [Int](repeating: 0, count: bins.counts.count)
            for value in column {
                let place = ((value - bins.start) / bins.width + 1e-9).rounded(.down)
                counts[min(max(Int(exactly: place) ?? 0, 0), counts.count - 1)] += 1
            }
            return counts
        }
        return Shared(start: bins.start, width: bins.width, counts: counts)
    }
}
