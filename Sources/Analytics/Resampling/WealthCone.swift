import Glibc
import Series

/// Quantiles of drawn growth over time.
public struct WealthCone: Sendable {
    /// The shares of ``quantiles``.
    public static let shares = [0.05, 0.25, 0.5, 0.75, 0.95]

    /// When, the start included.
    public let timestamps: [Timestamp]
    /// Growth of 1 by share and moment.
    public let quantiles: [[Double]]
    /// The paths' growth at the end, ascending.
    public let ends: [Double]
    /// What came at the same moments.
    public let observed: [Double]

    /// The share of paths that ended at or below what came: how often luck alone does as badly.
    public var share: Double {
        guard let last = observed.last, !ends.isEmpty else { return 0 }
        return Double(ends.count { $0 <= last }) / Double(ends.count)
    }
}

extension WealthCone {
    /// So many paths are enough for five quantiles, and are drawn in a few milliseconds.
    static let paths = 2_000

    /// The cone over some of a view's returns, drawn from some of them, starting from a level.
    init(_ view: ReturnHistory, over range: Range<Int>, from source: Range<Int>, level: Double) throws(Unavailable) {
        let returns = Array(view.returns[source])
        let blocks = try ReturnBlocks(
            returns, excess: returns, horizon: range.count, length: ReturnBlocks.length(of: returns.count))
        var (generator, paths) = (SeededGenerator(seed: Resamples.seed), ConePaths(of: blocks))
        var draws = blocks.draws
        for _ in 0..<Self.paths { _ = paths.add(blocks, &generator, &draws) }
        self.init(view, over: range, paths, level: level)
    }

    /// The cone of paths over some of a view's returns.
    fileprivate init(_ view: ReturnHistory, over range: Range<Int>, _ paths: ConePaths, level: Double) {
        let growthAtMoments = paths.growth
        let atMoments = growthAtMoments.map { Quantile.of(unsorted: $0, at: Self.shares) ?? [] }
        quantiles = Self.shares.indices.map { share in [level] + atMoments.map { level * exp($0[share]) } }
        ends = AscendingOrder.sorted(growthAtMoments.last ?? []).map { level * exp($0) }
        let start = range.lowerBound == 0 ? view.baseline : view.timestamps[range.lowerBound - 1]
        timestamps = [start] + paths.moments.map { view.timestamps[range.lowerBound + $0 - 1] }
        var (growth, path) = (level, [level])
        var next = range.lowerBound
        for moment in paths.moments {
            for index in next..<(range.lowerBound + moment) { growth *= 1 + view.returns[index] }
            next = range.lowerBound + moment
            path.append(growth)
        }
        observed = path
    }
}

/// The cone of the whole run: the first of the paths that its resampled numbers come from.
struct WholeCone: Statistic {
    let cone: WealthCone

    init(_ context: MetricContext) throws(Unavailable) {
        let view = context.view
        guard view.count >= 20 else { throw .fewerThan(20, "returns") }
        let whole = 0..<view.count
        // A few days of minutes have a cone, but no resampled numbers.
        guard let paths = try? context(Resamples.self).cone else {
            cone = try WealthCone(view, over: whole, from: whole, level: 1)
            return
        }
        cone = WealthCone(view, over: whole, paths, level: 1)
    }
}

/// The cone of the out-of-sample part, drawn from the returns before it.
struct SampleCone: Statistic {
    let cone: WealthCone

    init(_ context: MetricContext) throws(Unavailable) {
        let start = try context(SampleDivision.self).start
        let view = context.view
        let split = view.firstIndex { $0 >= start }
        guard split >= 20 else { throw .fewerThan(20, "returns in sample") }
        guard split < view.count else { throw .undividedRun }
        let level = view.returns[..<split].reduce(1) { $0 * (1 + $1) }
        cone = try WealthCone(view, over: split..<view.count, from: 0..<split, level: level)
    }
}

extension Analysis {
    /// The cone of paths drawn from the whole run.
    public var cone: WealthCone { get throws(Unavailable) { try context(WholeCone.self).cone } }
    /// The cone of the out-of-sample part, drawn from the returns before it; throws where nothing divides the run.
    public var outOfSampleCone: WealthCone { get throws(Unavailable) { try context(SampleCone.self).cone } }
}
