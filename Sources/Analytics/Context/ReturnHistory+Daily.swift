import RunModel
import Series

extension ReturnHistory {
    /// The returns per trading day: the daily view, taken at session closes.
    ///
    /// Series that observe once a day or less are their own daily view. Finer ones are compounded by session: the timestamps
    /// of one date; on the `fx` calendar the hours of a Saturday or Sunday belong to the Monday after them.
    func daily(on calendar: TradingCalendar, conventions: Conventions) -> ReturnHistory {
        guard count > 0, isFinerThanDaily(calendar) else { return self }
        let sessions = sessionEnds(joinsWeekend: calendar.name == "fx")
        let periods =
            calendar.cadence == .irregular
            ? periodsPerYear * Double(sessions.count) / Double(count) : calendar.sessionsPerYear
        return ReturnHistory(
            baseline: baseline, timestamps: TimeAxis(sessions.lazy.map { timestamps[$0] }),
            returns: compounded(sessions) { returns[$0] },
            riskFree: dailyRate(sessions, periodsPerYear: periods, conventions), periodsPerYear: periods,
            rounding: rounding.compounded(at: sessions))
    }

    private func isFinerThanDaily(_ calendar: TradingCalendar) -> Bool {
        switch calendar.cadence {
        case .minute, .hourly: true
        case .irregular: zip(dates, dates.dropFirst()).contains { $0 == $1 }
        case .daily, .weekly, .monthly, .quarterly, .yearly: false
        }
    }

    /// The index of every session's last return.
    private func sessionEnds(joinsWeekend: Bool) -> [Int] {
        var ends = [Int]()
        var (previous, midnight) = (0, Int64.min)
        // A date is a division, and ten million of them are most of what the daily view of as many minutes costs.
        for index in timestamps.indices where timestamps.milliseconds(index) >= midnight {
            let date = timestamps[index].date
            let session = Self.session(of: date, joinsWeekend: joinsWeekend)
            if index > 0, session != previous { ends.append(index - 1) }
            (previous, midnight) = (session, Timestamp(CalendarDate(day: date.day + 1)).milliseconds)
        }
        ends.append(count - 1)
        return ends
    }

    private static func session(of date: CalendarDate, joinsWeekend: Bool) -> Int {
        let weekday = date.weekday
        return joinsWeekend && weekday > 4 ? date.day + 7 - weekday : date.day
    }

    private func compounded(_ ends: [Int], _ value: (Int) -> Double) -> [Double] {
        var results = [Double]()
        results.reserveCapacity(ends.count)
        var start = 0
        for end in ends {
            var growth = 1.0
            for index in start...end { growth *= 1 + value(index) }
            results.append(growth - 1)
            start = end + 1
        }
        return results
    }

    /// A rate per session: the same annual rate over fewer periods, or the run's rates compounded.
    private func dailyRate(
        _ ends: [Int], periodsPerYear periods: Double, _ conventions: Conventions
    ) -> PeriodicRate {
        switch riskFree {
        case .constant(let rate):
            let span = periodsPerYear / periods
            return .constant(
                conventions.riskFreeConversion == .arithmetic ? rate * span : PeriodicRate.spanning(rate, periods: span)
            )
        case .column(let rates): return .column(compounded(ends) { rates[$0] })
        }
    }
}
