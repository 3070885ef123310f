import RunModel
import Series

/// Do the profits of all trades, the open ones at their last price, make the change in equity?
struct TradeSumCheck {
    let evidence: RunEvidence

    func result() -> CheckResult {
        if let obstacle = obstacle { return .notChecked(.tradesExplainEquity, obstacle) }
        let rows = evidence.trades ?? []
        let equity = evidence.equity
        let explained = StableSum.of(rows.map(\.trade.profit))
        let change = equity.values[equity.count - 1] - equity.values[0]
        let tolerance = tolerance(rows)
        let agrees = (explained - change).magnitude <= tolerance
        let share = change == 0 ? nil : explained / change
        var result = CheckResult(
            check: Reconciliation.Check(
                .tradesExplainEquity, agrees ? .agrees : .differs,
                Phrase.explained(share, explained: explained, agrees: agrees), compared: rows.count,
                differing: agrees ? 0 : nil, observed: explained, expected: change, tolerance: tolerance))
        if !agrees {
            let open = rows.count { $0.trade.isOpen }
            result.findings = [
                Finding.tradesSum(
                    evidence.raw.trades?.file, rows.count, open: open, explained: explained, change: change,
                    tolerance: tolerance)
            ]
        }
        return result
    }

    private var obstacle: String? {
        if let obstacle = evidence.tradeObstacle { return obstacle }
        if evidence.raw.trades?.pricesOpen == true { return nil }
        let isUnpriced = (evidence.trades ?? []).contains { RunEvidence.isUnpriced($0.trade) }
        return isUnpriced ? "open trades have no last price" : nil
    }

    private func tolerance(_ rows: [RawTrades.Row]) -> Double {
        let last = evidence.equity.count - 1
        var sum = RoundingSum()
        for row in rows { sum.add(evidence.rounding(ofProfit: row.trade)) }
        sum.addExactly(evidence.rounding(ofPoint: 0) + evidence.rounding(ofPoint: last))
        sum.addExactly(1e-10 * (evidence.equity.values[0].magnitude + evidence.equity.values[last].magnitude))
        return sum.bound
    }
}
