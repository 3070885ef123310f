import Formatting
import Series

/// Finds what a year of observations is: from what is declared, else from the timestamps (Documentation/Formats.md).
enum CalendarInference {
    /// What the run or the user declares; an option stands above the run's file before it comes here.
    struct Declaration {
        var calendar: CalendarCatalog.Entry?
        var periodsPerYear: Double?
    }

    /// A calendar, and what its timestamps show against it.
    struct Judgement {
        var calendar: TradingCalendar
        var sight: CalendarSight?
    }

    /// The calendar in force. What is declared stays in force, whatever the timestamps show.
    ///
    /// - Parameter timestamps: Moments with a value; the pattern may know more, those of missing values too.
    static func judge(_ pattern: TimestampPattern, timestamps: TimeAxis, declared: Declaration) -> Judgement {
        let inferred = infer(pattern, observed: timestamps)
        let calendar: TradingCalendar
        if let periods = declared.periodsPerYear {
            calendar = custom(inferred.calendar, periods)
        } else if let entry = declared.calendar {
            calendar = named(entry, pattern, inferred.calendar)
        } else {
            return inferred
        }
        return Judgement(calendar: calendar, sight: CalendarSight(against: calendar, timestamps: timestamps))
    }

    static func calendar(_ pattern: TimestampPattern, timestamps: TimeAxis, declared: Declaration) -> TradingCalendar {
        judge(pattern, timestamps: timestamps, declared: declared).calendar
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
        _ entry: CalendarCatalog.Entry, _ pattern: TimestampPattern, _ inferred: TradingCalendar
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

    static func bars(_ pattern: TimestampPattern) -> String {
        Phrase.count(pattern.barsPerDate, "bar") + " on a median day"
    }

    static func text(_ value: Double) -> String { SignificantDigits.json(value) }
}
