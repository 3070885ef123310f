import Series

/// Which calendar periods a run covers whole.
///
/// Monthly and slower series: every month, quarter or year of the period has an observation, and so has the one before
/// it, from which the first return starts. Weekly and irregular ones: there is a value before the period, no more than two
/// steps before its first one or on the very day before it, and so at its end; at the end of the run the next value would
/// lie in the next period. Daily ones: no session of the market is missing between the run's start or end
/// and the period's. Inside the run, more than ten sessions in a row, or three steps of a weekly or irregular series,
/// without an observation are a missing piece of every period that they touch.
struct PeriodCoverage {
    /// How a series shows that something is missing.
    enum Rule: Sendable {
        /// By the sessions of its market.
        case sessions(SessionDays)
        /// By its usual distance in days.
        case steps(Int)
        /// By calendar periods of so many months.
        case months(Int)
    }

    private let daily: ReturnHistory
    /// First date that the run covers.
    private let start: CalendarDate
    private let rule: Rule
    /// Indices of returns that span a missing piece, increasing.
    private let pieces: [Int]

    /// The most sessions in a row that holidays take from a market: Japan's of spring 2019 took six, China's take seven.
    private static let mostClosed = 10

    /// The coverage of a daily view from a date on.
    init(_ daily: ReturnHistory, start: CalendarDate, rule: Rule) {
        self.daily = daily
        self.start = start
        self.rule = rule
        var (pieces, previous) = ([Int](), start)
        for index in daily.dates.indices {
            if Self.isPiece(previous, daily.dates[index], rule) { pieces.append(index) }
            previous = daily.dates[index]
        }
        self.pieces = pieces
    }

    private static func isPiece(_ first: CalendarDate, _ next: CalendarDate, _ rule: Rule) -> Bool {
        switch rule {
        case .months(let months): return next.monthIndex / months - first.monthIndex / months > 1
        case .steps(let days): return next.day - first.day > 3 * days
        case .sessions(let sessions):
            guard next.day - first.day > mostClosed else { return false }
            return sessions.count(after: first, before: next, limit: mostClosed + 1) > mostClosed
        }
    }

    /// Whether the period of some observations is covered whole.
    ///
    /// - Parameters:
    ///   - begin: First day of the period.
    ///   - next: First day of the next one.
    ///   - range: The places of its observations, at least one.
    func isWhole(_ begin: CalendarDate, _ next: CalendarDate, _ range: Range<Int>) -> Bool {
        let last = daily.dates[range.upperBound - 1]
        let before = range.lowerBound == 0 ? start : daily.dates[range.lowerBound - 1]
        let after = range.upperBound == daily.count ? nil : daily.dates[range.upperBound]
        switch rule {
        case .months(let months):
            let end = CalendarDate(day: next.day - 1)
            return !pieces.contains(where: range.contains)
                && before.monthIndex / months == begin.monthIndex / months - 1
                && last.monthIndex / months == end.monthIndex / months
        case .steps(let days):
            let first = daily.dates[range.lowerBound]
            let starts = before.day == begin.day - 1 || first.day - before.day <= 2 * days
            let isOpen =
                after.map { $0.day - last.day > 2 * days && last.day != next.day - 1 } ?? (last.day + days < next.day)
            return before < begin && starts && !isOpen
                && !pieces.contains { range.lowerBound < $0 && $0 < range.upperBound }
        case .sessions(let sessions):
            let isOpen = after == nil || pieces.contains(range.upperBound)
            let isLate =
                range.lowerBound == 0 && sessions.hasSession(after: CalendarDate(day: begin.day - 1), before: start)
            return !isLate && !pieces.contains(where: range.contains)
                && !(isOpen && sessions.hasSession(after: last, before: next))
        }
    }
}

extension PeriodCoverage.Rule {
    /// How a context's series shows that a calendar period is not covered whole.
    init(_ context: MetricContext) {
        let resolution = context.resolution
        switch resolution {
        case .minute, .hourly, .daily, .irregular: self = .sessions(context(SessionDays.self))
        case .weekly: self = .steps(context.usualDistance)
        case .monthly, .quarterly, .yearly:
            self = context.cadence == .irregular ? .steps(context.usualDistance) : .months(resolution.months)
        }
    }
}

extension MetricContext {
    /// Whether the value before the first return was put there by the reader, and is no record.
    var baselineIsAdded: Bool { run.baselineIsAdded && history.baseline == run.equity.timestamps.first }

    /// The first date that the run covers. A start value that the reader put before the first daily return covers nothing.
    var coverageStart: CalendarDate {
        baselineIsAdded && resolution == .daily ? history.dates.first ?? history.baseline.date : history.baseline.date
    }
}
