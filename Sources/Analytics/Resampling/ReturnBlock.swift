import Glibc
import Series

/// What a stretch of neighbouring returns does to a path: enough to join stretches without looking at the returns again.
struct ReturnBlock: Sendable {
    /// Σ(e − mean(e)).
    var excess = 0.0
    /// Σ(e − mean(e))².
    var squares = 0.0
    /// Σ ln(1+r).
    var growth = 0.0
    /// The highest partial sum of ln(1+r), zero at least.
    var peak = 0.0
    /// The lowest partial sum of ln(1+r), zero at most.
    var valley = 0.0
    /// The deepest fall of the partial sums below their highest so far, zero or negative.
    var decline = 0.0

    /// This stretch with one more return behind it.
    mutating func add(excess value: Double, growth step: Double) {
        excess += value
        squares += value * value
        growth += step
        peak = max(peak, growth)
        valley = min(valley, growth)
        decline = min(decline, growth - peak)
    }

    /// This stretch with another one behind it.
    @inline(__always)
    mutating func add(_ next: ReturnBlock) {
        decline = min(decline, min(next.decline, growth + next.valley - peak))
        peak = max(peak, growth + next.peak)
        valley = min(valley, growth + next.valley)
        growth += next.growth
        excess += next.excess
        squares += next.squares
    }
}

/// Every stretch of one length in a column of returns, the last ones going on at the beginning.
struct ReturnBlocks: Sendable {
    /// mean(e), which the blocks' sums are about.
    let mean: Double
    /// How many returns there are.
    let count: Int
    /// How many returns a block has.
    let length: Int
    /// The blocks by their first return.
    let blocks: [ReturnBlock]
    /// The same for the shorter block that ends a path.
    private let ends: [ReturnBlock]
    private let horizon: Int

    /// The blocks of a column for paths of so many returns; throws where there is nothing to draw from, or a return that
    /// took everything.
    init(_ returns: [Double], excess: [Double], horizon: Int, length: Int) throws(Unavailable) {
        guard !returns.isEmpty, horizon > 0 else { throw .noReturns }
        guard returns.allSatisfy({ $0 > -1 }) else { throw .ruined }
        let mean = StableSum.of(excess) / Double(excess.count)
        (self.mean, count, self.horizon) = (mean, returns.count, horizon)
        self.length = min(length, horizon)
        let (about, growth) = (excess.map { $0 - mean }, returns.map { log1p($0) })
        blocks = Self.all(about, growth, self.length)
        ends = Self.all(about, growth, horizon % self.length)
    }

    private static func all(_ excess: [Double], _ growth: [Double], _ length: Int) -> [ReturnBlock] {
        guard length > 0 else { return [] }
        return excess.indices.map { start in
            var block = ReturnBlock()
            var place = start
            for _ in 0..<length {
                block.add(excess: excess[place], growth: growth[place])
                place = place + 1 == excess.count ? 0 : place + 1
            }
            return block
        }
    }

    /// The usual length: the cube root of the count, rounded up.
    static func length(of count: Int) -> Int { max(1, Int(cbrt(Double(count)).rounded(.up))) }

    /// Room for the draws of one path.
    var draws: [Int] { [Int](repeating: 0, count: (horizon + length - 1) / length) }

    /// One path, drawn anew.
    func path(_ generator: inout SeededGenerator, _ draws: inout [Int]) -> ReturnBlock {
        generator.fill(&draws, below: count)
        var path = ReturnBlock()
        let (stretches, places, whole) = (blocks.span, draws.span, horizon / length)
        for step in 0..<whole { path.add(stretches[places[step]]) }
        if !ends.isEmpty { path.add(ends[places[whole]]) }
        return path
    }

    /// The same path, with what it has grown to after each of its blocks.
    func path(
        _ generator: inout SeededGenerator, _ draws: inout [Int], levels: inout [Double]
    ) -> ReturnBlock {
        generator.fill(&draws, below: count)
        var path = ReturnBlock()
        let (stretches, places, whole) = (blocks.span, draws.span, horizon / length)
        var marks = levels.mutableSpan
        for step in 0..<whole {
            path.add(stretches[places[step]])
            marks[step] = path.growth
        }
        if !ends.isEmpty {
            path.add(ends[places[whole]])
            marks[whole] = path.growth
        }
        return path
    }

    /// After how many returns each block of a path ends.
    var steps: [Int] { (1...((horizon + length - 1) / length)).map { min($0 * length, horizon) } }

    /// Mean over deviation of a path, per period; nil where it does not vary beyond what the sums can tell.
    func ratio(_ path: ReturnBlock, total: Double) -> Double? {
        let size = Double(horizon)
        let about = path.squares - path.excess * path.excess / size
        guard size > 1, about > total * 1e-12 else { return nil }
        return (mean + path.excess / size) / (about / (size - 1)).squareRoot()
    }
}
