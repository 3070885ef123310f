import Series

/// The trading days that a run's market is known to have: where a calendar period counts as covered to its end.
///
/// Weekdays come from the calendar and the series; holidays as far as they are known. Of markets that never close every
/// day is a session. Of currencies all weekdays but Christmas and New Year. Of New York, where it is declared, its own
/// holidays at the ends of months. Of any other exchange a day is no session where some large exchange is closed on it,
/// unless the series itself has traded on that day of another year.
struct SessionDays: Statistic {
    /// Which holidays are known.
    private enum Holidays: Sendable {
        case none
        case currencies
        case newYork
        case anyExchange
    }

    /// Monday first.
    private let weekdays: [Bool]
    private let holidays: Holidays
    /// The fixed days of ``elsewhere`` on which the series has traded, in one year or another.
    private let traded: Set<Int>

    /// Days, as month · 100 + day, on which some large exchange is closed every year.
    private static let elsewhere: Set<Int> = [102, 103, 501, 701, 1001, 1224, 1226, 1231]

    /// The sessions of a daily view's market.
    init(_ daily: ReturnHistory, calendar: TradingCalendar) {
        if calendar.sessionsPerYear >= 360 {
            (weekdays, holidays, traded) = ([Bool](repeating: true, count: 7), .none, [])
            return
        }
        weekdays = Self.weekdays(daily)
        switch calendar.name {
        case "fx": holidays = .currencies
        case "xnys" where !calendar.isInferred: holidays = .newYork
        default: holidays = .anyExchange
        }
        traded = Self.traded(daily)
    }

    /// The sessions of a context's market.
    init(_ context: MetricContext) { self.init(context.daily, calendar: context.sessions) }

    /// Which of the fixed days of ``elsewhere`` the series has traded on. They lie at the ends of months, so most dates are
    /// told apart without a look into a set.
    private static func traded(_ daily: ReturnHistory) -> Set<Int> {
        var days = Set<Int>()
        for date in daily.dates {
            let (_, month, day) = date.components
            if day <= 3 || day >= 24, elsewhere.contains(month * 100 + day) { days.insert(month * 100 + day) }
        }
        return days
    }

    /// Monday to Friday, unless a month of data shows other days: those seen at least half as often as the commonest.
    private static func weekdays(_ daily: ReturnHistory) -> [Bool] {
        guard daily.count >= 20 else { return (0..<7).map { $0 < 5 } }
        var counts = [Int](repeating: 0, count: 7)
        for date in daily.dates { counts[date.weekday] += 1 }
        let most = counts.max() ?? 0
        return counts.map { $0 * 2 >= most }
    }

    /// How many sessions lie strictly between two dates; counts no further than `limit`.
    func count(after first: CalendarDate, before next: CalendarDate, limit: Int) -> Int {
        var (day, count) = (first.day + 1, 0)
        while day < next.day, count < limit {
            if isSession(CalendarDate(day: day)) { count += 1 }
            day += 1
        }
        return count
    }

    /// Whether a session lies strictly between two dates.
    func hasSession(after first: CalendarDate, before next: CalendarDate) -> Bool {
        count(after: first, before: next, limit: 1) > 0
    }

    private func isSession(_ date: CalendarDate) -> Bool {
        guard weekdays[date.weekday] else { return false }
        let (_, month, day) = date.components
        switch holidays {
        case .none: return true
        case .currencies: return !((month == 1 && day == 1) || (month == 12 && day == 25))
        case .newYork: return !isClosedInNewYork(date, month, day)
        case .anyExchange: return !isClosedInNewYork(date, month, day) && !isClosedElsewhere(date, month, day)
        }
    }

    /// New York's holidays within a few days of the end of a month; a Sunday's holiday is kept on Monday, Christmas on a
    /// Saturday on Friday.
    private func isClosedInNewYork(_ date: CalendarDate, _ month: Int, _ day: Int) -> Bool {
        let isMonday = date.weekday == 0
        switch (month, day) {
        case (1, 1), (12, 25): return true
        case (1, 2), (12, 26): return isMonday
        case (12, 24): return date.weekday == 4
        case (5, 25...): return isMonday
        case (9, ...7): return isMonday
        default: return date == CalendarDate.easterSunday(of: date.year).plus(-2)
        }
    }

    private func isClosedElsewhere(_ date: CalendarDate, _ month: Int, _ day: Int) -> Bool {
        let isMonday = date.weekday == 0
        if Self.elsewhere.contains(month * 100 + day) { return !traded.contains(month * 100 + day) }
        switch (month, day) {
        case (5, ...7), (8, 25...): return isMonday
        default: return date == CalendarDate.easterSunday(of: date.year).plus(1)
        }
    }
}

extension CalendarDate {
    fileprivate func plus(_ days: Int) -> CalendarDate { CalendarDate(day: day + days) }

    /// Gregorian Easter by the anonymous algorithm (Meeus, Astronomical Algorithms, chapter 8).
    fileprivate static func easterSunday(of year: Int) -> CalendarDate {
        let (golden, century, rest) = (year % 19, year / 100, year % 100)
        let correction = (century - (century + 8) / 25 + 1) / 3
        let epact = (19 * golden + century - century / 4 - correction + 15) % 30
        let weekday = (32 + 2 * (century % 4) + 2 * (rest / 4) - epact - rest % 4) % 7
        let shift = (golden + 11 * epact + 22 * weekday) / 451
        let sum = epact + weekday - 7 * shift + 114
        return CalendarDate(year: year, month: sum / 31, day: sum % 31 + 1) ?? CalendarDate(day: 0)
    }
}
