import RunModel

/// A run's returns over stretches between some of its moments: what is left of a run where it is held against others.
package struct StretchReturns: Sendable {
    /// Simple returns, one for each stretch.
    package let returns: [Double]
    /// The same less what an account without risk earned meanwhile.
    package let excess: [Double]
    /// Whether the excess returns differ by more than rounding.
    package let varies: Bool

    /// The returns of a run between neighbours of `points`.
    ///
    /// - Parameters:
    ///   - points: Indices of the run's equity points, increasing.
    ///   - periodsPerYear: How many such stretches a year has, by which a yearly rate is divided.
    package init(of run: Run, between points: [Int], periodsPerYear: Double, conventions: Conventions) {
        let (starts, ends) = (Array(points.dropLast()), Array(points.dropFirst()))
        let returns = zip(starts, ends).map { start, end in
            end == start + 1 ? run.returns.values[start] : run.equity.values[end] / run.equity.values[start] - 1
        }
        let rate = PeriodicRate(
            of: run, from: starts, to: ends, periodsPerYear: periodsPerYear, conventions: conventions)
        let excess = rate.excess(of: returns)
        let rounding = ReturnHistory(of: run, conventions: conventions).rounding.joined(starts, ends)
        self.returns = returns
        self.excess = excess
        varies = Variation.exists(in: excess, within: rounding)
    }
}
