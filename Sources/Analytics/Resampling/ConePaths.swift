/// What drawn paths have grown to at the moments of a cone.
struct ConePaths: Sendable {
    /// At most so many moments.
    private static let most = 60

    /// After how many returns each moment is.
    let moments: [Int]
    /// By moment, ln of the growth of 1 of each path.
    private(set) var growth: [[Double]]
    /// The moment that each block of a path ends at; −1 between moments.
    private let places: [Int]

    /// No paths yet.
    init(of blocks: ReturnBlocks) {
        let steps = blocks.steps
        let stride = max(1, (steps.count + Self.most - 1) / Self.most)
        let chosen = steps.indices.filter { ($0 + 1) % stride == 0 || $0 == steps.count - 1 }
        var places = [Int](repeating: -1, count: steps.count)
        for (place, step) in chosen.enumerated() { places[step] = place }
        self.places = places
        moments = chosen.map { steps[$0] }
        growth = [[Double]](repeating: [], count: chosen.count)
        for index in growth.indices { growth[index].reserveCapacity(WealthCone.paths) }
    }

    /// Draws one more path.
    mutating func add(_ blocks: ReturnBlocks, _ generator: inout SeededGenerator, _ draws: inout [Int]) -> ReturnBlock {
        blocks.path(&generator, &draws) { step, value in
            if places[step] >= 0 { growth[places[step]].append(value) }
        }
    }
}
