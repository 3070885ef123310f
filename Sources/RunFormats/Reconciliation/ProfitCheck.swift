import RunModel
import Series

/// Does every profit follow from side, prices, quantity, multiplier and fees?
struct ProfitCheck {
    let evidence: RunEvidence
    private static let shown = 5

    /// A trade whose profit is another than its prices give.
    private struct Contradiction {
        var row: RawTrades.Row
        var expected: Double
        var tolerance: Double
        /// The profit is that of the other side.
        var isOtherSide: Bool

        var difference: Double { row.trade.profit - expected }
    }

    func result() -> CheckResult {
        guard let raw = evidence.raw.trades, let rows = evidence.trades else {
            return .notChecked(.profitsMatchPrices, "the run has no trades")
        }
        guard raw.hasProfits else {
            return .notChecked(.profitsMatchPrices, "profits were made of prices, there are no others")
        }
        let priced = rows.filter { !RunEvidence.isUnpriced($0.trade) }
        guard !priced.isEmpty else { return .notChecked(.profitsMatchPrices, "the run records no trade") }
        let contradictions = priced.compactMap(contradiction)
        guard let worst = contradictions.max(by: { $0.difference.magnitude < $1.difference.magnitude }) else {
            return CheckResult(
                check: Reconciliation.Check(
                    .profitsMatchPrices, .agrees,
                    "profits follow from prices in all of \(Phrase.count(priced.count, "trade"))",
                    compared: priced.count, differing: 0,
                    tolerance: priced.map { tolerance($0.trade) }.max()))
        }
        let trade = worst.row.trade
        return CheckResult(
            check: Reconciliation.Check(
                .profitsMatchPrices, .differs,
                "profits do not follow from prices in \(contradictions.count) of "
                    + Phrase.count(priced.count, "trade"),
                compared: priced.count, differing: contradictions.count, observed: trade.profit,
                expected: worst.expected, tolerance: worst.tolerance, first: contradictions[0].row.trade.exit,
                symbol: trade.symbol.isEmpty ? nil : trade.symbol),
            findings: findings(contradictions, of: priced.count, in: raw.file))
    }

    /// Nil where the profit is within rounding of what the prices give. An open trade may have paid a part of its fees.
    private func contradiction(_ row: RawTrades.Row) -> Contradiction? {
        let trade = row.trade
        let tolerance = tolerance(trade)
        let net = trade.priceMove - trade.fees
        let highest = trade.isOpen ? trade.priceMove : net
        let (low, high) = (min(net, highest) - tolerance, max(net, highest) + tolerance)
        guard trade.profit < low || trade.profit > high else { return nil }
        let other = -trade.priceMove - trade.fees
        return Contradiction(
            row: row, expected: net, tolerance: tolerance,
            isOtherSide: (trade.profit - other).magnitude <= tolerance || (trade.profit + net).magnitude <= tolerance)
    }

    private func tolerance(_ trade: Trade) -> Double {
        evidence.rounding(ofProfit: trade) + evidence.roundingOfPrices(trade) + 1e-10 * trade.profit.magnitude
    }

    // MARK: Words

    /// A few contradictions are named row by row; where most trades have one, the file follows another rule.
    private func findings(_ all: [Contradiction], of count: Int, in file: String) -> [Finding] {
        if isGross(all) { return [] }
        guard all.count > Self.shown, all.count * 2 > count else {
            let inOrder = all.sorted { $0.row.line < $1.row.line }
            let shown = inOrder.prefix(Self.shown).map {
                Finding.contradictedProfit(
                    file, $0.row.line, $0.row.trade, expected: $0.expected, isOtherSide: $0.isOtherSide,
                    ofEngine: evidence.raw.isOfEngine)
            }
            let more = all.count - shown.count
            return shown + (more > 0 ? [Finding.moreContradictedProfits(file, more)] : [])
        }
        let ratios = all.compactMap { $0.row.trade.priceMove == 0 ? nil : $0.row.trade.profit / $0.row.trade.priceMove }
        return [
            Finding.contradictedProfits(
                file, all.count, of: count, otherSide: all.allSatisfy(\.isOtherSide), factor: Self.common(ratios),
                lacksFees: !all.contains { $0.row.trade.fees != 0 || $0.difference > 0 },
                mean: StableSum.of(all.map(\.difference)) / Double(all.count), ofEngine: evidence.raw.isOfEngine)
        ]
    }

    /// Profits without fees taken off have a warning of their own.
    private func isGross(_ all: [Contradiction]) -> Bool {
        let closed = (evidence.trades ?? []).filter { $0.trade.fees > 0 && !$0.trade.isOpen }
        let gross = closed.filter { ($0.trade.profit - $0.trade.priceMove).magnitude < $0.trade.fees * 0.1 }
        return closed.count >= 5 && gross.count * 10 >= closed.count * 9 && all.count <= gross.count
    }

    /// The factor that nearly all have in common, such as a multiplier that the file does not name.
    private static func common(_ ratios: [Double]) -> Double? {
        let sorted = ratios.sorted()
        guard sorted.count > 2 else { return nil }
        let median = sorted[sorted.count / 2].rounded()
        guard median.magnitude >= 2 else { return nil }
        let near = sorted.count { ($0 / median - 1).magnitude < 0.02 }
        return near * 10 >= sorted.count * 8 ? median : nil
    }
}
