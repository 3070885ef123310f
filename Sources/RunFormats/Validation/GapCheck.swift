import RunModel
import Series

/// Time that is not there: dates that the calendar has and the series has not, short sessions, the future.
///
/// Holidays are not known, so up to three missing weekdays in a row are no gap; a market that never closes has none.
struct GapCheck {
    let timestamps: TimeAxis
    let lines: [UInt32]
    let pattern: TimestampPattern
    let file: String
    let column: String

    /// The longest run of missing sessions that holidays explain.
    static let holidays = 3

    func findings(today: CalendarDate?) -> [Finding] {
        [gaps(), shortSessions(), today.flatMap(future)].compactMap { $0 }
    }

    // MARK: Gaps

    private func gaps() -> Finding? {
        var (count, longest, place) = (0, 0, 0)
        for index in timestamps.indices.dropFirst()
        where timestamps[index].milliseconds - timestamps[index - 1].milliseconds > Timestamp.day {
            let missing = missing(between: timestamps[index - 1].date, timestamps[index].date)
            guard missing > allowed else { continue }
            count += 1
            if missing > longest { (longest, place) = (missing, index) }
        }
        guard count > 0 else { return nil }
        let (from, to) = (timestamps[place - 1].date, timestamps[place].date)
        return Finding.gaps(
            file, Int(lines[place]), column, count,
            longest: "misses \(Phrase.count(longest, unit)) between \(from) and \(to)")
    }

    private var allowed: Int {
        switch pattern.cadence {
        case .daily, .hourly, .minute: pattern.hasSaturdays && pattern.hasSundays ? 0 : Self.holidays
        default: 0
        }
    }

    private var unit: String {
        switch pattern.cadence {
        case .daily, .hourly, .minute: pattern.hasSaturdays && pattern.hasSundays ? "day" : "session"
        case .weekly: "week"
        case .monthly: "month"
        case .quarterly: "quarter"
        case .yearly: "year"
        case .irregular: "period"
        }
    }

    private func missing(between first: CalendarDate, _ second: CalendarDate) -> Int {
        switch pattern.cadence {
        case .daily, .hourly, .minute: missingSessions(between: first, second)
        case .weekly: (second.weekStart.day - first.weekStart.day) / 7 - 1
        case .monthly: second.monthIndex - first.monthIndex - 1
        case .quarterly: (second.monthIndex / 3) - (first.monthIndex / 3) - 1
        case .yearly: second.year - first.year - 1
        case .irregular: 0
        }
    }

    /// Whole weeks have a known number of sessions, so a gap of centuries costs no more than one of days.
    private func missingSessions(between first: CalendarDate, _ second: CalendarDate) -> Int {
        let between = second.day - first.day - 1
        guard between > 0 else { return 0 }
        let perWeek = (0..<7).count { pattern.isSessionDay(CalendarDate(day: first.day + 1 + $0)) }
        let rest = (0..<between % 7).count { pattern.isSessionDay(CalendarDate(day: first.day + 1 + $0)) }
        return between / 7 * perWeek + rest
    }

    // MARK: Sessions

    /// The first and the last date may be cut by the run itself.
    private func shortSessions() -> Finding? {
        guard pattern.isIntraday, pattern.barsPerDate >= 4, pattern.dates.count > 2 else { return nil }
        let short = pattern.dates.dropFirst().dropLast().filter {
            $0.bars * 2 < pattern.barsPerDate && pattern.isSessionDay($0.date)
        }
        guard let first = short.first else { return nil }
        return Finding.shortSessions(
            file, short.count, first: first.date, bars: first.bars, median: pattern.barsPerDate)
    }

    private func future(_ today: CalendarDate) -> Finding? {
        guard let index = timestamps.firstIndex(where: { $0.date > today }) else { return nil }
        return Finding.futureTimestamp(file, Int(lines[index]), column, timestamps[index])
    }
}
