import Formatting
import RunModel
import Series

/// Values far outside the others.
extension Finding {
    static func manyReturnSpikes(
        _ name: String, _ line: Int, _ column: String, _ spikes: Int, of all: Int, worst: Double,
        at timestamp: Timestamp,
        threshold: Double
    ) -> Finding {
        Finding(
            .manyReturnSpikes, name, row: line, column: column,
            "\(spikes) of \(Phrase.count(all, "return")) are more than \(Phrase.number(threshold)) robust standard deviations from the "
                + "median, too many for outliers; the farthest is \(Phrase.percent(worst)) at \(timestamp)",
            "check what the column holds: the unit, marks between thousands, payments in or out")
    }

    static func equityJump(
        _ name: String, _ line: Int, _ column: String, _ value: Double, amount: Double, at timestamp: Timestamp,
        score: Double, isRound: Bool
    ) -> Finding {
        let digits = FixedDecimal.digits(of: amount.magnitude, places: 2)
        let move = amount < 0 ? "falls" : "rises"
        return Finding(
            .equityJump, name, row: line, column: column,
            "equity \(move) by \(digits) (\(Phrase.percent(value))) at \(timestamp), \(FixedDecimal.digits(of: score, places: 0)) robust "
                + "standard deviations from the median"
                + (isRound
                    ? ", and the amount is round: it looks like a " + (amount < 0 ? "withdrawal" : "deposit") : ""),
            "if it is a payment \(amount < 0 ? "out" : "in"), take it out of the returns: "
                + "(equity - payment) / previous equity - 1 as 'returns'; else check the data there")
    }

    static func returnsLookLikePercents(
        _ name: String, _ column: String, typical: Double, yearly: Double
    ) -> Finding {
        Finding(
            .returnsLookLikePercents, name, column: column,
            "half of the returns are larger than \(Phrase.percent(typical)), which makes a volatility of "
                + "\(FixedDecimal.digits(of: yearly * 100, places: 0)) % a year: they look like percents",
            "name the column 'return_pct' if they are, or write 1 % as 0.01")
    }

    static func returnSpikes(
        _ name: String, _ line: Int, _ column: String, _ spikes: Int, worst: Double, at timestamp: Timestamp,
        score: Double, threshold: Double
    ) -> Finding {
        Finding(
            .returnSpikes, name, row: line, column: column,
            "\(Phrase.count(spikes, "return")) more than \(Phrase.number(threshold)) robust standard deviations from the median; "
                + "the farthest is \(Phrase.percent(worst)) at \(timestamp), \(FixedDecimal.digits(of: score, places: 0)) of them "
                + "away",
            "check the data there")
    }
}
