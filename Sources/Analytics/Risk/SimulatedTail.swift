import Series

/// The lower end of simulated returns: 10,000 paths of five independent draws from a Student distribution with the mean, the
/// deviation and the kurtosis of the daily view. Seeded, so the same run has the same numbers everywhere.
struct SimulatedTail: Statistic {
    /// How many paths there are.
    static let paths = 10_000
    /// What the draws start from.
    static let seed: UInt64 = 1

    /// The largest share that is asked of the tail.
    private static let share = 0.05

    /// The lowest draws of one day, ascending.
    private let single: [Double]
    /// The lowest of the paths' compounded returns, ascending.
    private let compounded: [Double]

    /// Throws where there are fewer than two returns. Takes a few milliseconds, whatever the length of the run.
    init(_ context: MetricContext) throws(Unavailable) {
        let normal = try context(NormalTail.self)
        var sampler = StudentSampler(
            mean: normal.mean, deviation: normal.deviation,
            excessKurtosis: context(DailyMoments.self).moments.kurtosis.map { $0 - 3 } ?? 0, seed: Self.seed)
        var single = [Double](repeating: 0, count: Self.paths * FiveDayTail.days)
        sampler.fill(&single)
        // No account loses more than it has.
        for index in single.indices { single[index] = max(single[index], -1) }
        let compounded = Self.compounded(single)
        // About a sixth of all draws lie more than a deviation below the mean.
        self.single = Quantile.lowest(of: single, to: Self.share, lookingBelow: normal.value(at: -1, days: 1))
        self.compounded = Quantile.lowest(
            of: compounded, to: Self.share, lookingBelow: normal.value(at: -1, days: FiveDayTail.days))
    }

    /// ∏(1+r) − 1 of every path.
    private static func compounded(_ draws: [Double]) -> [Double] {
        stride(from: 0, to: draws.count, by: FiveDayTail.days).map { start in
            var growth = 1.0
            for index in start..<(start + FiveDayTail.days) { growth *= 1 + draws[index] }
            return growth - 1
        }
    }

    /// VaR or CVaR.
    func value(_ number: TailNumber) throws(Unavailable) -> Double {
        let (sorted, count) = number.days == 1 ? (single, Self.paths * FiveDayTail.days) : (compounded, Self.paths)
        guard let quantile = Quantile.of(sorted: sorted.span, at: number.share, count: count) else { throw .noReturns }
        return number.isShortfall ? TailMean.of(sorted.span, atOrBelow: quantile) : quantile
    }
}
