import Formatting
import RunModel
import Series

/// Fields of `run.json`, and options.
extension Finding {
    static func unknownField(_ name: String, _ field: String, _ near: String?) -> Finding {
        Finding(
            .unknownField, name, "unknown field \(Phrase.excerpt(field))",
            near.map { "did you mean '\($0)'?" } ?? "own values belong into 'parameters'")
    }

    static func wrongType(_ name: String, _ field: String, expected: String, found: String) -> Finding {
        let isNumber = ["NaN", "Infinity", "-Infinity"].contains(found)
        return Finding(
            .wrongType, name, "\(Phrase.excerpt(field)) must be \(expected), not \(found)",
            isNumber ? "\(found) is not allowed there; write a number or leave the field out" : "correct the field")
    }

    static func longText(_ name: String?, _ field: String, _ limit: Int) -> Finding {
        Finding(
            .longText, name, "'\(field)' holds a text of more than \(limit) characters; the rest is cut off",
            "shorten it")
    }

    static func tooManyTexts(_ name: String?, _ field: String, _ count: Int, _ limit: Int) -> Finding {
        Finding(
            .tooManyTexts, name, "'\(field)' has \(count) entries; the first \(limit) are shown",
            "leave out what belongs into other files")
    }

    static func notPositive(_ name: String, _ field: String) -> Finding {
        Finding(.notPositive, name, "'\(field)' must be above 0", "correct the field or leave it out")
    }

    static func outOfSampleOutside(_ start: CalendarDate, _ first: CalendarDate, _ last: CalendarDate) -> Finding {
        Finding(
            .outOfSampleOutside, "run.json", column: "out_of_sample_start",
            "\(start.iso) does not divide the returns, which run from \(first.iso) to \(last.iso); nothing is shown as "
                + "out of sample",
            "give a date after the first return and not after the last")
    }

    static func badOption(_ option: String, _ fact: String, _ remedy: String) -> Finding {
        Finding(.badOption, option, fact, remedy)
    }

    static func unknownCalendar(_ place: String, _ calendar: String, _ near: String?) -> Finding {
        Finding(
            .unknownCalendar, place, "unknown calendar \(Phrase.excerpt(calendar))",
            near.map { "did you mean '\($0)'?" } ?? "known are " + CalendarCatalog.list)
    }

    static func unknownTimeZone(_ place: String, _ zone: String, _ near: String?) -> Finding {
        Finding(
            .unknownTimeZone, place, "unknown time zone \(Phrase.excerpt(zone))",
            near.map { "did you mean '\($0)'?" }
                ?? "write a name such as 'America/New_York' (needs the package tzdata), 'UTC' or '+01:00'")
    }

    static func emptyRange(_ first: String, _ last: String) -> Finding {
        Finding(
            .emptyRange, nil, "no return between --from and --to; the run goes from \(first) to \(last)",
            "widen the range")
    }

    static func rateInPercent(_ name: String, _ line: Int?, _ column: String?, _ rate: Double) -> Finding {
        Finding(
            .rateInPercent, name, row: line, column: column,
            "a risk-free rate of \(Phrase.number(rate)) is \(FixedDecimal.digits(of: rate * 100, places: 0)) % a year",
            column == nil
                ? "write \(Phrase.number(rate / 100)) or \"\(Phrase.number(rate))%\""
                : "write \(Phrase.number(rate / 100)), or name the column 'rate_pct'")
    }
}
