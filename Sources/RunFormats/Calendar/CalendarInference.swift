import Formatting
import Series

/// Finds what a year of observations is: from what is declared, else from the stamps (Documentation/Formats.md).
enum CalendarInference {
    /// What the run or the user declares; an option stands above the run's file before it comes here.
    struct Declaration {
        var calendar: CalendarCatalogue.Entry?
        var periodsPerYear: Double?
    }

    static func calendar(
        _ pattern: StampPattern, stamps: [Timestamp], declared: Declaration
    ) -> TradingCalendar {
        let inferred = inferred(pattern, stamps)
        if let periods = declared.periodsPerYear { return custom(inferred, periods) }
        guard let entry = declared.calendar else { return inferred }
        return named(entry, pattern, inferred)
    }

    /// A declared number of periods: bars of intraday sessions follow from it.
    private static func custom(_ inferred: TradingCalendar, _ periods: Double) -> TradingCalendar {
        var calendar = inferred
        calendar.name = "custom"
        calendar.isInferred = false
        calendar.periodsPerYear = periods
        calendar.reason = "\(text(periods)) periods a year, as declared."
        if inferred.periodsPerSession > 1 {
            calendar.periodsPerSession = periods / calendar.sessionsPerYear
        } else {
            calendar.sessionsPerYear = periods
            calendar.periodsPerSession = 1
        }
        return calendar
    }

    private static func named(
        _ entry: CalendarCatalogue.Entry, _ pattern: StampPattern, _ inferred: TradingCalendar
    ) -> TradingCalendar {
        var calendar = inferred
        calendar.name = entry.name
        calendar.isInferred = false
        let isSlower = inferred.cadence != .irregular && !pattern.isIntraday && inferred.cadence != .daily
        if isSlower, entry.cadence == nil {
            // A monthly series of an exchange still has twelve values a year.
            calendar.reason =
                "Calendar \(entry.name), as declared, with \(inferred.cadence.rawValue) observations: "
                + "\(text(inferred.periodsPerYear)) a year."
            return calendar
        }
        calendar.cadence = entry.cadence ?? inferred.cadence
        calendar.sessionsPerYear = entry.sessionsPerYear
        calendar.periodsPerSession = pattern.isIntraday && entry.cadence == nil ? Double(pattern.barsPerDate) : 1
        calendar.periodsPerYear = calendar.sessionsPerYear * calendar.periodsPerSession
        calendar.reason =
            calendar.periodsPerSession > 1
            ? "Calendar \(entry.name), as declared: \(bars(pattern)) times \(text(entry.sessionsPerYear)) sessions a year."
            : "Calendar \(entry.name), as declared: \(text(entry.sessionsPerYear)) a year."
        return calendar
    }

    // MARK: From the stamps

    private static func inferred(_ pattern: StampPattern, _ stamps: [Timestamp]) -> TradingCalendar {
        switch pattern.cadence {
        case .weekly: slow(.weekly, 52, "one observation a week")
        case .monthly: slow(.monthly, 12, "one observation a month")
        case .quarterly: slow(.quarterly, 4, "one observation a quarter")
        case .yearly: slow(.yearly, 1, "one observation a year")
        case .irregular: irregular(stamps)
        case .daily, .hourly, .minute: sessions(pattern)
        }
    }

    private static func slow(_ cadence: Cadence, _ periods: Double, _ what: String) -> TradingCalendar {
        TradingCalendar(
            name: cadence.rawValue, cadence: cadence, sessionsPerYear: periods, periodsPerSession: 1,
            periodsPerYear: periods, isInferred: true,
            reason: "Inferred from the stamps: \(what), so \(text(periods)) a year.")
    }

    /// No step is usual: as many observations a year as there were.
    private static func irregular(_ stamps: [Timestamp]) -> TradingCalendar {
        let days = (stamps.last?.fractionalDays ?? 0) - (stamps.first?.fractionalDays ?? 0)
        let periods = days > 0 ? Double(stamps.count - 1) / days * 365.25 : 252
        let rounded = SignificantDigits.round(periods, to: 6)
        return TradingCalendar(
            name: "custom", cadence: .irregular, sessionsPerYear: rounded, periodsPerSession: 1,
            periodsPerYear: rounded, isInferred: true,
            reason: "Inferred from the stamps: no regular distance, \(stamps.count - 1) periods in "
                + "\(FixedDecimal.digits(of: days, places: 0)) days, so \(text(rounded)) a year.")
    }

    private static func sessions(_ pattern: StampPattern) -> TradingCalendar {
        let (name, sessions, week) = market(pattern)
        let bars = pattern.isIntraday ? Double(pattern.barsPerDate) : 1
        let reason =
            pattern.isIntraday
            ? "Inferred from the stamps: \(Self.bars(pattern)), \(week), times \(text(sessions)) sessions a year."
            : "Inferred from the stamps: one observation a day, \(week), so \(text(sessions)) a year."
        return TradingCalendar(
            name: name, cadence: pattern.cadence, sessionsPerYear: sessions, periodsPerSession: bars,
            periodsPerYear: sessions * bars, isInferred: true, reason: reason)
    }

    /// Which market keeps such a week.
    private static func market(_ pattern: StampPattern) -> (name: String, sessions: Double, week: String) {
        if pattern.hasSaturdays && pattern.hasSundays { return ("24x7", 365, "weekends included") }
        if pattern.hasSundays {
            return pattern.hasFridays
                ? ("fx", 260, "Sundays included and Saturdays not")
                : ("custom", 252, "Sunday to Thursday")
        }
        if pattern.hasSaturdays { return ("custom", 302, "Monday to Saturday") }
        if pattern.isIntraday && pattern.isRoundTheClock { return ("fx", 260, "Monday to Friday round the clock") }
        return ("xnys", 252, "Monday to Friday")
    }

    private static func bars(_ pattern: StampPattern) -> String {
        Words.count(pattern.barsPerDate, "bar") + " on a median day"
    }

    static func text(_ value: Double) -> String { SignificantDigits.json(value) }
}
