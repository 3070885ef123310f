import RunModel
import Series

/// What was traded in each calendar month.
public struct MonthTraded: Equatable, Sendable {
    /// First day of the month.
    public let start: CalendarDate
    /// Value bought and sold, money.
    public let traded: Double
    /// Fees paid, money.
    public let fees: Double
    /// Value bought and sold over the mean value of the account in the month: 2 where all was sold and bought again.
    public let turnover: Double
}

extension Analysis {
    /// What was traded in each calendar month of the run, those without a trade included; throws without a record of trades
    /// or money.
    public func tradedByMonth() throws(Unavailable) -> [MonthTraded] {
        let activity = try context(TradingActivity.self)
        let (run, dates) = (context.run, context.history.dates)
        var (months, first) = ([MonthTraded](), 0)
        while first < dates.count {
            let start = dates[first].monthStart
            var end = first + 1
            while end < dates.count, dates[end].monthStart == start { end += 1 }
            let traded = StableSum.of(Array(activity.traded[first..<end]))
            let equity = StableSum.of(Array(run.equity.values[first..<end])) / Double(end - first)
            months.append(
                MonthTraded(
                    start: start, traded: traded, fees: StableSum.of(Array(activity.fees[first..<end])),
                    turnover: traded / equity))
            first = end
        }
        return months
    }
}
