import Glibc
import Series

/// The run drawn anew 10,000 times, in blocks that keep the order of its returns, round the end to the beginning: what it
/// might have been, had the same kinds of weeks come in another order and number.
///
/// Politis and Romano (1992), A Circular Block-Resampling Procedure for Stationary Data. Blocks are joined from their sums,
/// so a path costs as many steps as it has blocks.
struct Resamples: Statistic {
    /// How many paths.
    static let paths = 10_000
    /// What the draws start from.
    static let seed: UInt64 = 1

    /// Returns in a block.
    let blockLength: Int
    /// mean(e)/s(e)·√A of each path, ascending; without paths that do not vary.
    let sharpe: [Double]
    /// ln of the growth of 1 of each path, ascending.
    let growth: [Double]
    /// The deepest drawdown of each path, ascending: deepest first.
    let drawdown: [Double]
    /// What the first paths had grown to on their way.
    let cone: ConePaths

    /// Throws where there are fewer than twenty returns, or one that took everything.
    init(_ context: MetricContext) throws(Unavailable) {
        let view = context.view
        try context.requireReturns(20)
        guard view.count >= 20 else { throw .fewerThan(20, "returns") }
        let excess = view.riskFree.excess(of: view.returns)
        let blocks = try ReturnBlocks(
            view.returns, excess: excess, horizon: view.count, length: ReturnBlocks.length(of: view.count))
        let total = excess.reduce(0) { $0 + ($1 - blocks.mean) * ($1 - blocks.mean) }
        let (varies, root) = (!context.moments.isConstant, context.periodsPerYear.squareRoot())
        var (generator, cone) = (SeededGenerator(seed: Self.seed), ConePaths(of: blocks))
        var draws = blocks.draws
        var (sharpe, growth, drawdown) = ([Double](), [Double](), [Double]())
        sharpe.reserveCapacity(Self.paths)
        growth.reserveCapacity(Self.paths)
        drawdown.reserveCapacity(Self.paths)
        for index in 0..<Self.paths {
            let path = index < WealthCone.paths ? cone.add(blocks, &generator, &draws) : blocks.path(&generator, &draws)
            growth.append(path.growth)
            drawdown.append(path.decline)
            if varies, let ratio = blocks.ratio(path, total: total) { sharpe.append(ratio * root) }
        }
        (blockLength, self.cone) = (blocks.length, cone)
        self.sharpe = AscendingOrder.sorted(sharpe)
        self.growth = AscendingOrder.sorted(growth)
        self.drawdown = AscendingOrder.sorted(drawdown).map { expm1($0) }
    }

    /// A quantile of Sharpe ratios; throws where most paths do not vary, or a ratio may not be given per year.
    func sharpe(_ share: Double, _ context: MetricContext) throws(Unavailable) -> Double {
        _ = try context(SharpeRatio.self)
        guard sharpe.count * 2 > Self.paths, let value = Quantile.of(sorted: sharpe.span, at: share) else {
            throw .constant
        }
        return value
    }

    /// A quantile of growth per year.
    func annualGrowth(_ share: Double, _ context: MetricContext) throws(Unavailable) -> Double {
        try context.requireWholeYear()
        let years = AnnualGrowth.years(context)
        return expm1((Quantile.of(sorted: growth.span, at: share) ?? 0) / years)
    }

    /// A quantile of the growth of 1.
    func endValue(_ share: Double) -> Double { exp(Quantile.of(sorted: growth.span, at: share) ?? 0) }

    /// A quantile of deepest drawdowns: small shares are deep ones.
    func deepest(_ share: Double) -> Double { Quantile.of(sorted: drawdown.span, at: share) ?? 0 }

    /// The share of paths that end below the start.
    var lossProbability: Double { Double(growth.count { $0 < 0 }) / Double(growth.count) }
}
