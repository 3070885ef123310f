import RunModel
import Series

/// Margin before its moments have a zone.
struct RawMargin {
    /// Margin from one moment on.
    struct Row {
        var time: WrittenTimestamp
        /// A share of the account, or money.
        var value: Double
    }

    var file: String
    var rows: [Row]
    /// Whether values are shares of the account rather than money.
    var areShares: Bool

    /// The shares on a run's clock; of equal moments the last stands. Money is divided by the account's value at or before its
    /// moment; nil where that is not money.
    func use(_ clock: WallClock, _ curve: AccountCurve, moneyIsKnown: Bool) -> MarginUse? {
        guard areShares || moneyIsKnown else { return nil }
        var use = MarginUse(file: file, timestamps: [], shares: [])
        let order = rows.enumerated().map { (clock.timestamp($1.time), $0, $1.value) }.sorted {
            ($0.0, $0.1) < ($1.0, $1.1)
        }
        for (moment, _, value) in order {
            let share = areShares ? value : value / Self.account(curve, at: moment)
            guard share.isFinite else { continue }
            if use.timestamps.last == moment {
                use.shares[use.shares.count - 1] = share
            } else {
                use.timestamps.append(moment)
                use.shares.append(share)
            }
        }
        return use.timestamps.isEmpty ? nil : use
    }

    private static func account(_ curve: AccountCurve, at moment: Timestamp) -> Double {
        curve.equity.values[curve.equity.timestamps.indexBeforePartition(where: { $0 > moment }) ?? 0]
    }
}
