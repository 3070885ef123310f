import Formatting
import RunModel
import Series

/// What timestamps show against the calendar that one would expect, or that was declared.
enum CalendarSight: Equatable {
    /// Values on few of the days: those on which trades close, or days in the market only.
    case fewDays(observed: Double, usual: Double, days: Int, sessions: Int, isWithinDays: Bool)
    /// Fewer or more observations than the usual distance suggests.
    case otherNumber(observed: Double, usual: Double, cadence: Cadence)
    /// A declared number that the observations contradict.
    case againstDeclared(observed: Double, declared: Double)

    /// A tenth more or less than declared is no holiday any more.
    private static let declaredTolerance = 0.1

    /// What the timestamps show where the data have decided.
    init(_ pattern: TimestampPattern, usual: TradingCalendar, calendar: TradingCalendar, timestamps: TimeAxis) {
        let isDays = pattern.cadence == .daily || pattern.isIntraday
        guard isDays, calendar.sessionsPerYear < usual.sessionsPerYear, let first = pattern.dates.first?.date.day,
            let last = pattern.dates.last?.date.day
        else {
            self = .otherNumber(
                observed: calendar.periodsPerYear, usual: usual.periodsPerYear, cadence: pattern.cadence)
            return
        }
        let span = Double(last - first + 1) / 365.25 * (usual.sessionsPerYear > 300 ? usual.sessionsPerYear : 261)
        self = .fewDays(
            observed: calendar.periodsPerYear, usual: usual.periodsPerYear, days: pattern.dates.count,
            sessions: Int(exactly: span.rounded()) ?? pattern.dates.count, isWithinDays: pattern.isIntraday)
    }

    /// What the timestamps show against a declared calendar; nil where they agree.
    init?(against calendar: TradingCalendar, timestamps: TimeAxis) {
        let density = ObservationDensity(timestamps)
        let slack = ObservationDensity.slack(of: calendar, perSession: calendar.periodsPerSession)
        guard let observed = density.perYear,
            density.contradicts(calendar.periodsPerYear, beyond: Self.declaredTolerance, forgiving: slack)
        else { return nil }
        self = .againstDeclared(observed: observed, declared: calendar.periodsPerYear)
    }

    /// The finding for a file.
    func finding(_ file: String, _ column: String) -> Finding {
        switch self {
        case .fewDays(let observed, let usual, let days, let sessions, let isWithinDays):
            return Finding.sparseObservations(
                file, column, observed: observed, usual: usual, days: days, sessions: sessions,
                isWithinDays: isWithinDays)
        case .otherNumber(let observed, let usual, let cadence):
            return Finding.periodsFromData(file, observed: observed, usual: usual, cadence: cadence)
        case .againstDeclared(let observed, let declared):
            return Finding.calendarContradicted(file, column, observed: observed, declared: declared)
        }
    }
}
