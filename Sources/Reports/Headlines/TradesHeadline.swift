import Formatting
import Series

/// `The best 34 of 2 000 trades made at least half of the profit`.
enum TradesHeadline {
    /// Of closed trades' net profits; nil for fewer than ten trades, and where they neither earned nor lost.
    static func sentence(_ profits: [Double]) -> String? {
        let net = StableSum.of(profits)
        guard profits.count >= 10, net != 0, net.isFinite else { return nil }
        let count = HeadlineWords.count(profits.count)
        guard net > 0 else {
            let won = profits.count { $0 > 0 }
            return "The \(count) trades lost in sum: \(won == 0 ? "none" : HeadlineWords.count(won)) of them won"
        }
        guard let best = HeadlineWords.countOfHalf(profits.sorted(by: >), total: net) else { return nil }
        let which = best == 1 ? "best of \(count) trades" : "best \(HeadlineWords.count(best)) of \(count) trades"
        return "The \(which) made at least half of the profit"
    }
}
