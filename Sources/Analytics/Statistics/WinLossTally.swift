import Series

/// Winning and losing periods, counted and summed.
struct WinLossTally: Equatable, Sendable {
    /// Periods above zero.
    let wins: Int
    /// Periods below zero; those of exactly zero too, where they count as losses.
    let losses: Int
    /// Periods of exactly zero that are neither.
    let zeros: Int
    /// Σ of the wins.
    let gained: Double
    /// Σ of the losses, positive.
    let lost: Double
    /// Most wins in a row.
    let longestWinning: Int
    /// Most losses in a row.
    let longestLosing: Int

    /// Counts a column once. A zero ends both kinds of streak, unless it is a loss. No branch on the sign, which no processor
    /// can foresee.
    init(_ values: [Double], zeroIsLoss: Bool = false) {
        var (gains, costs) = (StableSum(), StableSum())
        var (wins, losses, winning, losing, longestWinning, longestLosing) = (0, 0, 0, 0, 0, 0)
        let span = values.span
        for index in span.indices {
            let value = span[index]
            gains.add(max(value, 0))
            costs.add(-min(value, 0))
            let (isWin, isLoss) = (value > 0 ? 1 : 0, value < 0 || (zeroIsLoss && value == 0) ? 1 : 0)
            wins += isWin
            losses += isLoss
            winning = (winning + 1) * isWin
            losing = (losing + 1) * isLoss
            longestWinning = max(longestWinning, winning)
            longestLosing = max(longestLosing, losing)
        }
        (self.wins, self.losses, zeros) = (wins, losses, values.count - wins - losses)
        (gained, lost) = (gains.value, costs.value)
        (self.longestWinning, self.longestLosing) = (longestWinning, longestLosing)
    }

    /// Mean win over mean loss.
    func payoff() throws(Unavailable) -> Double {
        guard lost > 0 else { throw .noLoss }
        guard wins > 0 else { throw .noGain }
        return gained / Double(wins) / (lost / Double(losses))
    }
}
