import Series

/// Winning and losing periods, counted and summed.
struct PeriodOutcomes: Equatable, Sendable {
    /// Periods above zero.
    private(set) var wins = 0
    /// Periods below zero.
    private(set) var losses = 0
    /// Periods of exactly zero.
    private(set) var zeros = 0
    /// Σ of the wins.
    let gained: Double
    /// Σ of the losses, positive.
    let lost: Double
    /// Most wins in a row.
    private(set) var longestWinning = 0
    /// Most losses in a row.
    private(set) var longestLosing = 0

    /// Counts a column once. A zero ends both kinds of streak.
    init(_ values: [Double]) {
        var (gains, costs) = (StableSum(), StableSum())
        var (winning, losing) = (0, 0)
        for value in values {
            if value > 0 {
                wins += 1
                gains.add(value)
                (winning, losing) = (winning + 1, 0)
                longestWinning = max(longestWinning, winning)
            } else if value < 0 {
                losses += 1
                costs.add(-value)
                (winning, losing) = (0, losing + 1)
                longestLosing = max(longestLosing, losing)
            } else {
                zeros += 1
                (winning, losing) = (0, 0)
            }
        }
        (gained, lost) = (gains.value, costs.value)
    }

    /// Mean win over mean loss.
    func payoff() throws(Absence) -> Double {
        guard losses > 0 else { throw .noLoss }
        guard wins > 0 else { throw .noGain }
        return gained / Double(wins) / (lost / Double(losses))
    }
}
