import RunModel
import Series

/// Return spikes by robust z-score: distance from the median over 1.4826 times the median absolute deviation.
///
/// Returns of exactly zero are left out of both medians: a strategy that is often flat would otherwise have a deviation
/// of zero and every trade would be a spike. With fewer than 30 other returns nothing is said. Where more than one return in
/// fifty is so far away, the unit or the number format is in doubt. A few jumps of levels may be payments.
struct OutlierCheck {
    let curve: AccountCurve
    let file: String
    let column: String
    let threshold: Double
    /// Whether the file holds levels, which payments move.
    let holdsLevels: Bool

    /// Many returns that are far apart and smaller than this have another shape, not another unit.
    private static let extreme = 0.05

    /// Returns below this are no payments worth speaking of.
    private static let smallestPayment = 0.03

    /// One warning for all spikes, placed at the farthest; nil where there is none.
    func finding() -> Finding? {
        let values = curve.returns.values
        guard let (median, spread) = Self.middle(values) else { return nil }
        let deviation = spread * 1.4826
        guard deviation > 0 else { return nil }
        func distance(_ index: Int) -> Double { (values[index] - median).magnitude / deviation }
        let spikes = values.indices.filter { distance($0) > threshold && values[$0] > -1 }
        let large = spikes.filter { values[$0].magnitude >= Self.extreme }
        let isUsual = spikes.count * 50 > values.count
        let worst = (isUsual ? large : spikes).max { distance($0) < distance($1) }
        if let worst, large.count * 50 > values.count {
            return Finding.manyReturnSpikes(
                file, Int(curve.lines[worst]), column, large.count, of: values.count, worst: values[worst],
                at: curve.returns.timestamps[worst], threshold: threshold)
        }
        if holdsLevels, let payment = payment(worst, deviation: deviation, distance) { return payment }
        guard let worst else { return nil }
        return Finding.returnSpikes(
            file, Int(curve.lines[worst]), column, isUsual ? large.count : spikes.count, worst: values[worst],
            at: curve.returns.timestamps[worst], score: distance(worst), threshold: threshold)
    }

    /// The median of the returns that are not zero, and their median distance from it; nil where there are few.
    private static func middle(_ values: [Double]) -> (median: Double, spread: Double)? {
        guard values.count < 1 << 16 else {
            let moving = values.lazy.filter { $0 != 0 }
            guard let (median, count) = OrderStatistic.median(ofMany: moving), count >= 30 else { return nil }
            return OrderStatistic.median(ofMany: moving.map { ($0 - median).magnitude }).map { (median, $0.value) }
        }
        var moving = Scratch.moving(values)
        guard moving.count >= 30 else { return nil }
        let median = OrderStatistic.median(of: &moving)
        for index in moving.indices { moving[index] = (moving[index] - median).magnitude }
        return (median, OrderStatistic.median(of: &moving))
    }

    /// The farthest jump, or the farthest of a round amount, as a payment in or out.
    private func payment(_ worst: Int?, deviation: Double, _ distance: (Int) -> Double) -> Finding? {
        let values = curve.returns.values
        let far = values.indices.filter {
            distance($0) > 8 && values[$0].magnitude >= Self.smallestPayment && values[$0] > -1
        }
        guard far.count * 50 <= values.count else { return nil }
        let round = far.filter { isRound($0, tolerance: 1.5 * deviation) }.max { distance($0) < distance($1) }
        guard let index = round ?? worst, values[index].magnitude >= Self.smallestPayment else { return nil }
        let amount = curve.equity.values[index + 1] - curve.equity.values[index]
        return Finding.equityJump(
            file, Int(curve.lines[index]), column, values[index], amount: amount, at: curve.returns.timestamps[index],
            score: distance(index), isRound: round == index)
    }

    /// Whether the equity moved by 1, 2, 2.5 or 5 times a power of ten, but for a usual day's move.
    private func isRound(_ index: Int, tolerance: Double) -> Bool {
        let before = curve.equity.values[index]
        let amount = (curve.equity.values[index + 1] - before).magnitude
        var unit = 1.0
        while unit * 10 <= amount { unit *= 10 }
        while unit > amount { unit /= 10 }
        guard unit > 1e-6 else { return false }
        return [1, 2, 2.5, 3, 4, 5, 6, 7, 7.5, 8, 9, 10].contains {
            ($0 * unit - amount).magnitude <= min(tolerance * before, 0.005 * amount)
        }
    }
}
