import RunModel
import Series

/// What timestamps show of the calendar, which moments they stand for, and time that is not there.
extension Finding {
    static func sparseObservations(
        _ file: String, _ column: String, observed: Double, usual: Double, days: Int, sessions: Int,
        isWithinDays: Bool
    ) -> Finding {
        let what =
            isWithinDays
            ? "as where the account is written only when a trade closes"
            : "as where days out of the market are left out"
        return Finding(
            .sparseObservations, file, column: column,
            "values on \(days) of about \(sessions) trading days, \(what); a year is taken as "
                + "\(Phrase.perYear(observed)) observations, not \(Phrase.perYear(usual))",
            "write the account's value of every day")
    }

    static func periodsFromData(
        _ file: String, observed: Double, usual: Double, cadence: Cadence
    ) -> Finding {
        Finding(
            .periodsFromData, file,
            "\(Phrase.perYear(observed)) observations a year, not the \(Phrase.perYear(usual)) of a \(cadence.rawValue) series; "
                + "the observed number is used",
            "declare 'periods_per_year' if a year has another number")
    }

    static func calendarContradicted(_ file: String, _ column: String, observed: Double, declared: Double) -> Finding {
        Finding(
            .calendarContradicted, file, column: column,
            "\(Phrase.perYear(observed)) observations a year, but \(Phrase.perYear(declared)) are declared and used",
            "correct the declared calendar, or leave it out")
    }

    static func endOfBarTimestamps(_ file: String) -> Finding {
        Finding(
            .endOfBarTimestamps, file,
            "midnights from Tuesday to Saturday and never on a Monday: each was taken as the end of the day before")
    }

    static func midnightsEastward(_ file: String) -> Finding {
        Finding(
            .midnightsEastward, file,
            "every row stands in the afternoon or evening of a Sunday to Thursday in UTC, as midnights east of Greenwich do: "
                + "each was taken as the date that begins there")
    }

    static func firstOfPeriodTimestamps(_ file: String) -> Finding {
        Finding(
            .firstOfMonthTimestamps, file,
            "every row is labelled with the first day of a month: each was taken as that month's, quarter's or year's, "
                + "and stands at its end")
    }

    static func firstAfterPeriodTimestamps(_ file: String) -> Finding {
        Finding(
            .firstOfMonthTimestamps, file,
            "every value is stamped at the first midnight of a month: each was taken as the end of the day before")
    }

    static func gaps(_ name: String, _ line: Int, _ column: String, _ gaps: Int, longest: String) -> Finding {
        Finding(
            .gaps, name, row: line, column: column,
            "\(Phrase.count(gaps, "gap")) against the calendar; the longest \(longest)",
            "check whether data are missing there")
    }

    static func shortSessions(_ name: String, _ sessions: Int, first: CalendarDate, bars: Int, median: Int) -> Finding {
        Finding(
            .shortSessions, name,
            "\(Phrase.count(sessions, "session")) with fewer than half of the usual \(median) bars; the first is \(first) "
                + "with \(bars)",
            "check whether bars are missing there")
    }

    static func futureTimestamp(_ name: String, _ line: Int, _ column: String, _ timestamp: Timestamp) -> Finding {
        Finding(
            .futureTimestamps, name, row: line, column: column, "\(timestamp) lies in the future",
            "check the dates and the time zone")
    }
}
