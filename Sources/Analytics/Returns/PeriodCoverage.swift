import Series

/// Which calendar periods a run covers whole.
///
/// Monthly and slower series: every month, quarter or year of the period has an observation, and so has the one before
/// it, from which the first return starts. Weekly and irregular ones: the value before the period is there, and the next
/// observation after the last would lie in the next period. Daily ones: no session of the market is missing between the
/// run's start or end and the period's. Inside the run, more than ten sessions in a row or two steps of a slower series
/// without an observation are a missing piece of every period that they touch.
struct PeriodCoverage {
    private let daily: ReturnHistory
    /// First date that the run covers.
    private let start: CalendarDate
    private let resolution: Cadence
    private let sessions: SessionDays
    /// Indices of returns that span a missing piece, increasing.
    private let pieces: [Int]

    /// The most sessions in a row that holidays take from a market: Japan's of spring 2019 took six, China's take seven.
    private static let mostClosed = 10

    /// The coverage of a daily view from a date on.
    init(_ daily: ReturnHistory, start: CalendarDate, resolution: Cadence, sessions: SessionDays) {
        self.daily = daily
        self.start = start
        self.resolution = resolution
        self.sessions = sessions
        pieces = Self.pieces(daily, start: start, resolution, sessions)
    }

    /// Whether the period of some observations is covered whole.
    ///
    /// - Parameters:
    ///   - begin: First day of the period.
    ///   - next: First day of the next one.
    ///   - range: The places of its observations, at least one.
    func isWhole(_ begin: CalendarDate, _ next: CalendarDate, _ range: Range<Int>) -> Bool {
        if pieces.contains(where: range.contains) { return false }
        let endsOpen = range.upperBound == daily.count || pieces.contains(range.upperBound)
        let last = daily.dates[range.upperBound - 1]
        let before = range.lowerBound == 0 ? start : daily.dates[range.lowerBound - 1]
        switch resolution {
        case .monthly, .quarterly, .yearly:
            let first = unit(begin)
            return unit(before) == first - 1 && unit(last) == unit(CalendarDate(day: next.day - 1))
        case .weekly: return before < begin && (!endsOpen || last.day + 7 >= next.day)
        case .minute, .hourly, .daily, .irregular:
            let starts =
                range.lowerBound > 0 || !sessions.hasSession(after: CalendarDate(day: begin.day - 1), before: start)
            return starts && (!endsOpen || !sessions.hasSession(after: last, before: next))
        }
    }

    /// The month, quarter or year of a date, counted from year 0.
    private func unit(_ date: CalendarDate) -> Int { date.monthIndex / max(1, resolution.months) }

    private static func pieces(
        _ daily: ReturnHistory, start: CalendarDate, _ resolution: Cadence, _ sessions: SessionDays
    ) -> [Int] {
        var (pieces, previous) = ([Int](), start)
        for index in daily.dates.indices {
            let date = daily.dates[index]
            if isPiece(previous, date, resolution, sessions) { pieces.append(index) }
            previous = date
        }
        return pieces
    }

    private static func isPiece(
        _ first: CalendarDate, _ next: CalendarDate, _ resolution: Cadence, _ sessions: SessionDays
    ) -> Bool {
        switch resolution {
        case .monthly, .quarterly, .yearly:
            return next.monthIndex / resolution.months - first.monthIndex / resolution.months > 1
        case .weekly: return next.day - first.day > 21
        case .minute, .hourly, .daily, .irregular:
            guard next.day - first.day > mostClosed else { return false }
            return sessions.count(after: first, before: next, limit: mostClosed + 1) > mostClosed
        }
    }
}
