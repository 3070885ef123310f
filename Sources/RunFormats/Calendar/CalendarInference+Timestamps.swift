import Formatting
import Series

/// What timestamps alone show.
extension CalendarInference {
    /// The calendar that the pattern suggests, or as many observations a year as there were where the two differ.
    static func infer(_ pattern: TimestampPattern, observed timestamps: TimeAxis) -> Judgement {
        let usual = usual(pattern, timestamps)
        let density = ObservationDensity(timestamps)
        let slack = ObservationDensity.slack(of: usual, perSession: usual.periodsPerSession)
        guard usual.cadence != .irregular, let observed = density.perYear,
            density.contradicts(usual.periodsPerYear, forgiving: slack)
        else { return Judgement(calendar: usual, sight: nil) }
        var calendar = usual
        calendar.name = "custom"
        calendar.periodsPerYear = observed
        let sessions = sessionsPerYear(usual, pattern, timestamps)
        calendar.sessionsPerYear = pattern.isIntraday ? sessions : observed
        calendar.periodsPerSession = pattern.isIntraday ? observed / sessions : 1
        calendar.cadence = cadence(of: calendar, usual)
        calendar.reason =
            "Inferred from the timestamps: \(density.count) periods in \(FixedDecimal.digits(of: density.days, places: 0)) "
            + "days, so \(text(observed)) a year, not the usual \(text(usual.periodsPerYear))."
        return Judgement(
            calendar: calendar, sight: CalendarSight(pattern, usual: usual, calendar: calendar, timestamps: timestamps))
    }

    /// Trading days with a value in a year: the usual number unless those that are there differ from it.
    private static func sessionsPerYear(
        _ usual: TradingCalendar, _ pattern: TimestampPattern, _ timestamps: TimeAxis
    ) -> Double {
        let sessions = pattern.dates.count { !(usual.name == "fx" && $0.date.weekday > 4) }
        guard let first = timestamps.first?.date.day, let last = timestamps.last?.date.day else {
            return usual.sessionsPerYear
        }
        let density = ObservationDensity(count: sessions - 1, days: Double(last - first))
        let slack = ObservationDensity.slack(of: usual, perSession: 1)
        return density.contradicts(usual.sessionsPerYear, forgiving: slack)
            ? density.perYear ?? usual.sessionsPerYear : usual.sessionsPerYear
    }

    /// Fewer than half of the usual days, or more than one value a month, is no regular distance any more.
    private static func cadence(of calendar: TradingCalendar, _ usual: TradingCalendar) -> Cadence {
        switch usual.cadence {
        case .minute, .hourly, .daily:
            calendar.sessionsPerYear * 2 < usual.sessionsPerYear ? .irregular : usual.cadence
        case .weekly, .monthly, .quarterly, .yearly:
            calendar.periodsPerYear > usual.periodsPerYear ? .irregular : usual.cadence
        case .irregular: .irregular
        }
    }

    // MARK: What the pattern suggests

    private static func usual(_ pattern: TimestampPattern, _ timestamps: TimeAxis) -> TradingCalendar {
        switch pattern.cadence {
        case .weekly: slow(.weekly, 52, "one observation a week")
        case .monthly: slow(.monthly, 12, "one observation a month")
        case .quarterly: slow(.quarterly, 4, "one observation a quarter")
        case .yearly: slow(.yearly, 1, "one observation a year")
        case .irregular: irregular(timestamps)
        case .daily, .hourly, .minute: sessions(pattern)
        }
    }

    private static func slow(_ cadence: Cadence, _ periods: Double, _ what: String) -> TradingCalendar {
        TradingCalendar(
            name: cadence.rawValue, cadence: cadence, sessionsPerYear: periods, periodsPerSession: 1,
            periodsPerYear: periods, isInferred: true,
            reason: "Inferred from the timestamps: \(what), so \(text(periods)) a year.")
    }

    /// No step is usual: as many observations a year as there were.
    private static func irregular(_ timestamps: TimeAxis) -> TradingCalendar {
        let density = ObservationDensity(timestamps)
        let periods = density.perYear ?? 252
        return TradingCalendar(
            name: "custom", cadence: .irregular, sessionsPerYear: periods, periodsPerSession: 1,
            periodsPerYear: periods, isInferred: true,
            reason: "Inferred from the timestamps: no regular distance, \(density.count) periods in "
                + "\(FixedDecimal.digits(of: density.days, places: 0)) days, so \(text(periods)) a year.")
    }

    private static func sessions(_ pattern: TimestampPattern) -> TradingCalendar {
        let (name, sessions, week) = market(pattern)
        let bars = pattern.isIntraday ? Double(pattern.barsPerDate) : 1
        let reason =
            pattern.isIntraday
            ? "Inferred from the timestamps: \(Self.bars(pattern)), \(week), times \(text(sessions)) sessions a year."
            : "Inferred from the timestamps: one observation a day, \(week), so \(text(sessions)) a year."
        return TradingCalendar(
            name: name, cadence: pattern.cadence, sessionsPerYear: sessions, periodsPerSession: bars,
            periodsPerYear: sessions * bars, isInferred: true, reason: reason)
    }

    /// Which market keeps such a week. The hours of a Sunday evening are part of Monday; a Sunday of daily bars is a
    /// sixth observation of the week.
    private static func market(_ pattern: TimestampPattern) -> (name: String, sessions: Double, week: String) {
        if pattern.hasSaturdays && pattern.hasSundays { return ("24x7", 365, "weekends included") }
        if pattern.hasSundays {
            guard pattern.hasFridays else { return ("custom", 252, "Sunday to Thursday") }
            return pattern.isIntraday
                ? ("fx", 260, "Sundays included and Saturdays not") : ("fx", 313, "six a week, Sunday to Friday")
        }
        if pattern.hasSaturdays {
            return pattern.weekdays[0] ? ("custom", 302, "Monday to Saturday") : ("custom", 252, "Tuesday to Saturday")
        }
        if pattern.isIntraday && pattern.isRoundTheClock { return ("fx", 260, "Monday to Friday round the clock") }
        return ("xnys", 252, "Monday to Friday")
    }
}
