import RunModel
import Series

/// Is equity, at every moment without an open trade, the start value and what the trades closed until then have earned?
///
/// Engines book a trade at its bar or at the next; so a moment beside an entry or exit counts only where it agrees, or
/// where nothing agrees from there on and the whole sum does not either.
struct QuietMomentCheck {
    let evidence: RunEvidence
    let sumDiffers: Bool

    /// A moment without an open trade.
    private struct Moment {
        var point: Int
        /// Equity less the start value and all realised profits.
        var residual: Double
        var tolerance: Double
        var isBesideEvent: Bool

        var agrees: Bool { residual.magnitude <= tolerance }
    }

    func result() -> CheckResult {
        if let obstacle = evidence.tradeObstacle { return .notChecked(.tradesAlongTime, obstacle) }
        let moments = counted(quietMoments())
        guard moments.count > 1 else {
            return .notChecked(.tradesAlongTime, "there is no moment without an open trade")
        }
        let differing = moments.count { !$0.agrees }
        guard let place = moments.firstIndex(where: { !$0.agrees }) else {
            return CheckResult(
                check: Reconciliation.Check(
                    .tradesAlongTime, .agrees,
                    "equity is what trades had earned at \(Phrase.count(moments.count, "moment")) without a position",
                    compared: moments.count, differing: 0, tolerance: moments.map(\.tolerance).max()))
        }
        return difference(moments, place, differing)
    }

    private func difference(_ moments: [Moment], _ place: Int, _ differing: Int) -> CheckResult {
        let (moment, equity) = (moments[place], evidence.equity)
        let level = equity.values[moment.point]
        let timestamp = equity.timestamps[moment.point]
        let since = place > 0 ? equity.timestamps[moments[place - 1].point] : nil
        return CheckResult(
            check: Reconciliation.Check(
                .tradesAlongTime, .differs,
                "equity is not what trades had earned at \(differing) of \(Phrase.count(moments.count, "moment")) "
                    + "without a position",
                compared: moments.count, differing: differing, observed: level, expected: level - moment.residual,
                tolerance: moment.tolerance, first: timestamp),
            findings: [
                Finding.tradesInTime(
                    evidence.raw.main.file, evidence.line(ofPoint: moment.point), differing, of: moments.count,
                    residual: moment.residual, level: level, at: timestamp, agreedUntil: since)
            ])
    }

    /// What counts: agreement anywhere, difference away from entries and exits, and a difference that stays until the end.
    private func counted(_ moments: [Moment]) -> [Moment] {
        let lastAgreeing = moments.lastIndex { $0.agrees } ?? -1
        return moments.enumerated().filter { index, moment in
            moment.agrees || !moment.isBesideEvent || (sumDiffers && index > lastAgreeing)
        }.map(\.element)
    }

    // MARK: The sweep

    /// Every point of equity without an open trade; one pass over points, entries and exits.
    private func quietMoments() -> [Moment] {
        let equity = evidence.equity
        let trades = (evidence.trades ?? []).map(\.trade)
        let closed = trades.filter { !$0.isOpen }
        let entries = trades.map { evidence.key($0.entry) }.sorted()
        let exits = closed.map { evidence.key($0.exit) }
        var (entered, left, moments) = (0, 0, [Moment]())
        var (realised, rounding) = (StableSum(), RoundingSum())
        for point in equity.timestamps.indices {
            let now = evidence.key(equity.timestamps[point])
            let next = point + 1 < equity.count ? evidence.key(equity.timestamps[point + 1]) : now
            let before = entered + left
            while entered < entries.count, entries[entered] <= now { entered += 1 }
            while left < exits.count, exits[left] <= now {
                realised.add(closed[left].profit)
                rounding.add(evidence.rounding(ofProfit: closed[left]))
                left += 1
            }
            guard entered == left else { continue }
            let event = min(entered < entries.count ? entries[entered] : .max, left < exits.count ? exits[left] : .max)
            moments.append(
                moment(
                    point, realised.value, rounding.bound, isBesideEvent: entered + left > before || event <= next))
        }
        return moments
    }

    private func moment(_ point: Int, _ realised: Double, _ rounding: Double, isBesideEvent: Bool) -> Moment {
        let (start, level) = (evidence.equity.values[0], evidence.equity.values[point])
        let tolerance =
            rounding + evidence.rounding(ofPoint: 0) + evidence.rounding(ofPoint: point)
            + 1e-10 * (start.magnitude + level.magnitude)
        return Moment(
            point: point, residual: level - start - realised, tolerance: tolerance, isBesideEvent: isBesideEvent)
    }
}
