import RunModel
import Series

/// Holds the parts of a run against each other, one check after another, and logs what differs beyond rounding.
struct Reconciler {
    private let evidence: RunEvidence
    private let log: ReadingLog

    init(_ evidence: RunEvidence, log: ReadingLog) {
        self.evidence = evidence
        self.log = log
    }

    /// Every check, in the order of its keys.
    func reconciliation() -> Reconciliation {
        let sum = TradeSumCheck(evidence: evidence).result()
        let sumDiffers = sum.check.outcome == .differs
        let results = [
            sum, QuietMomentCheck(evidence: evidence, sumDiffers: sumDiffers).result(),
            PositionSumCheck(evidence: evidence).result(), PositionValueCheck(evidence: evidence).result(),
            HoldingCheck(evidence: evidence).result(), CashCheck(evidence: evidence).result(),
            ProfitCheck(evidence: evidence).result(), FeeCheck(evidence: evidence).result(),
            RepeatedTradeCheck(evidence: evidence, sumAgrees: sum.check.outcome == .agrees).result(),
            EndValueCheck(evidence: evidence).result(), ReturnCheck(evidence: evidence).result(),
            BenchmarkCheck(evidence: evidence).result(),
        ]
        for finding in results.flatMap(\.findings) { log.add(finding) }
        return Reconciliation(checks: results.map(\.check))
    }
}
