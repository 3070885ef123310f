import Graphics

/// Moves labels apart along one dimension, as little as possible.
enum LabelSpread {
    /// Centres near the wished ones, in the same order, whose extents neither overlap nor leave the interval.
    ///
    /// Isotonic regression: labels that collide form a block around the mean of their wishes. Extents that do not fit
    /// into the interval together give nil.
    static func centers(wished: [Double], extents: [Double], in interval: Interval) -> [Double]? {
        guard extents.reduce(0, +) <= interval.upper - interval.lower else { return nil }
        let order = wished.indices.sorted { (wished[$0], $0) < (wished[$1], $1) }
        var offsets = [Double]()
        var sum = 0.0
        for index in order {
            offsets.append(sum + extents[index] / 2)
            sum += extents[index]
        }
        let starts = nonDecreasing(zip(order, offsets).map { wished[$0] - $1 })
        var centers = wished
        for (rank, index) in order.enumerated() {
            centers[index] = min(max(starts[rank], interval.lower), interval.upper - sum) + offsets[rank]
        }
        return centers
    }

    /// The nearest non-decreasing sequence in the sense of least squares (pool adjacent violators).
    private static func nonDecreasing(_ values: [Double]) -> [Double] {
        var blocks: [(sum: Double, count: Int)] = []
        for value in values {
            var block = (sum: value, count: 1)
            while let last = blocks.last, last.sum / Double(last.count) > block.sum / Double(block.count) {
                block = (last.sum + block.sum, last.count + block.count)
                blocks.removeLast()
            }
            blocks.append(block)
        }
        return blocks.flatMap { Array(repeating: $0.sum / Double($0.count), count: $0.count) }
    }
}

/// Knows where words stand, so that none is set on another.
struct LabelPlacer {
    /// Boxes of what was placed.
    private(set) var taken: [Rect] = []
    /// Words must stay inside.
    let bounds: Rect

    init(bounds: Rect) { self.bounds = bounds }

    /// Reserves a box.
    mutating func take(_ box: Rect) { taken.append(box) }

    /// Whether a box lies inside the bounds and on nothing that was placed.
    func isFree(_ box: Rect) -> Bool {
        box.x0 >= bounds.x0 && box.x1 <= bounds.x1 && box.y0 >= bounds.y0 && box.y1 <= bounds.y1
            && !taken.contains { $0.overlaps(box) }
    }
}

extension Rect {
    /// Whether two rectangles share more than an edge.
    func overlaps(_ other: Rect) -> Bool { x0 < other.x1 && other.x0 < x1 && y0 < other.y1 && other.y0 < y1 }
}
