import Formatting
import RunModel
import Series

/// What stamps show of the calendar, and which moments they stand for.
extension Words {
    private static func perYear(_ value: Double) -> String { SignificantDigits.json(value, count: 4) }

    static func fewDays(
        _ file: String, _ column: String, observed: Double, usual: Double, days: Int, sessions: Int,
        isWithinDays: Bool
    ) -> Finding {
        let what =
            isWithinDays
            ? "as where the account is written only when a trade closes"
            : "as where days out of the market are left out"
        return warning(
            "sparse_observations", .time, file, column: column,
            "values on \(days) of about \(sessions) trading days, \(what); a year is taken as "
                + "\(perYear(observed)) observations, not \(perYear(usual))",
            "write the account's value of every day")
    }

    static func otherNumber(
        _ file: String, observed: Double, usual: Double, cadence: Cadence
    ) -> Finding {
        note(
            "periods_from_data", .time, file,
            "\(perYear(observed)) observations a year, not the \(perYear(usual)) of a \(cadence.rawValue) series; "
                + "the observed number is used",
            "declare 'periods_per_year' if a year has another number")
    }

    static func againstDeclared(_ file: String, _ column: String, observed: Double, declared: Double) -> Finding {
        warning(
            "calendar_contradicted", .time, file, column: column,
            "\(perYear(observed)) observations a year, but \(perYear(declared)) are declared and used",
            "correct the declared calendar, or leave it out")
    }

    static func endOfBar(_ file: String) -> Finding {
        note(
            "end_of_bar_stamps", .time, file,
            "midnights from Tuesday to Saturday and never on a Monday: each was taken as the end of the day before")
    }

    static func firstOfPeriod(_ file: String) -> Finding {
        note(
            "first_of_month_stamps", .time, file,
            "every row is labelled with the first day of a month: each was taken as that month's, quarter's or year's, "
                + "and stands at its end")
    }

    static func firstAfterPeriod(_ file: String) -> Finding {
        note(
            "first_of_month_stamps", .time, file,
            "every value is stamped at the first midnight of a month: each was taken as the end of the day before")
    }
}
