import RunModel
import Series

/// Return spikes by robust z-score: distance from the median over 1.4826 times the median absolute deviation.
///
/// Returns of exactly zero are left out of both medians: a strategy that is often flat would otherwise have a deviation
/// of zero and every trade would be a spike. With fewer than 30 other returns nothing is said, and nothing where more than
/// one return in fifty is so far away: then the distribution has another shape, and those are no outliers.
struct OutlierCheck {
    let curve: AccountCurve
    let file: String
    let column: String
    let threshold: Double

    /// One warning for all spikes, placed at the farthest; nil where there is none.
    func finding() -> Finding? {
        var moving = curve.returns.values.filter { $0 != 0 }
        guard moving.count >= 30 else { return nil }
        let median = OrderStatistic.median(of: &moving)
        for index in moving.indices { moving[index] = (moving[index] - median).magnitude }
        let deviation = OrderStatistic.median(of: &moving) * 1.4826
        guard deviation > 0 else { return nil }
        let limit = threshold * deviation
        var (count, worst) = (0, -1)
        for (index, value) in curve.returns.values.enumerated() where (value - median).magnitude > limit {
            count += 1
            let isFarther =
                worst < 0
                || (value - median).magnitude > (curve.returns.values[worst] - median).magnitude
            if isFarther { worst = index }
        }
        guard worst >= 0, count * 50 <= curve.returns.count else { return nil }
        let value = curve.returns.values[worst]
        return Words.spikes(
            file, Int(curve.lines[worst]), column, count, worst: value, at: curve.returns.stamps[worst],
            score: (value - median).magnitude / deviation, threshold: threshold)
    }
}
