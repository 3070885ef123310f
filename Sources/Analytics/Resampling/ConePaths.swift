/// What drawn paths have grown to at the moments of a cone.
struct ConePaths: Sendable {
    /// At most so many moments.
    private static let most = 60

    /// After how many returns each moment is.
    let moments: [Int]
    /// The block that ends at each moment.
    private let steps: [Int]
    /// ln of the growth of 1 of each path at all moments, path by path.
    private var levels: [Double] = []
    /// Of the path being drawn, after each of its blocks.
    private var path: [Double]

    /// No paths yet.
    init(of blocks: ReturnBlocks) {
        let all = blocks.steps
        let stride = max(1, (all.count + Self.most - 1) / Self.most)
        steps = all.indices.filter { ($0 + 1) % stride == 0 || $0 == all.count - 1 }
        moments = steps.map { all[$0] }
        path = [Double](repeating: 0, count: all.count)
        levels.reserveCapacity(WealthCone.paths * moments.count)
    }

    /// Draws one more path.
    mutating func add(_ blocks: ReturnBlocks, _ generator: inout SeededGenerator, _ draws: inout [Int]) -> ReturnBlock {
        let whole = blocks.path(&generator, &draws, levels: &path)
        for step in steps { levels.append(path[step]) }
        return whole
    }

    /// By moment, ln of the growth of 1 of each path.
    var growth: [[Double]] {
        let count = moments.count
        return moments.indices.map { moment in stride(from: moment, to: levels.count, by: count).map { levels[$0] } }
    }
}
