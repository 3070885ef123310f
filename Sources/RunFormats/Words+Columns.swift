import RunModel

/// Headers that leave open what the columns hold.
extension Words {
    static func noStampColumn(_ name: String, _ header: [String]) -> Finding {
        error(
            "no_stamp_column", name, "no column of dates among \(list(header))",
            "name it 'date' and write YYYY-MM-DD")
    }

    static func noValueColumn(_ name: String, _ header: [String]) -> Finding {
        error("no_value_column", name, "no column beside the dates: \(list(header))", "add a column of values")
    }

    static func noMainColumn(_ name: String, _ wanted: RunOptions.BareContent, _ header: [String]) -> Finding {
        let column = wanted == .returns ? "returns" : "equity"
        return error(
            "no_\(column)_column", name, "no column '\(column)' among \(list(header))",
            "name the column '\(column)'")
    }

    static func ambiguousContent(_ name: String, _ columns: [String], _ isBenchmark: Bool) -> Finding {
        let one = columns.count == 1
        return error(
            "ambiguous_content", name, column: one ? columns[0] : nil,
            one
                ? "the name does not say whether these are returns or equity"
                : "no column says whether it holds returns or equity: \(list(columns))",
            isBenchmark
                ? "name the column 'returns' or 'close'"
                : "name the column 'returns' or 'equity', or give "
                    + (one ? "--returns or --equity" : "--returns or --equity with a file of two columns"))
    }

    static func contentConflict(_ name: String, _ column: String, _ wanted: RunOptions.BareContent) -> Finding {
        let other = wanted == .returns ? "equity" : "returns"
        return error(
            "content_conflict", name, column: column,
            "holds \(other) by its name, but --\(wanted.rawValue) was given", "leave --\(wanted.rawValue) out")
    }

    static func noHeader(_ name: String) -> Finding {
        error(
            "no_header", name, row: 1, "the file has no header",
            "add one, such as 'date,equity'; a file of two columns is read with --returns or --equity")
    }

    static func duplicateColumn(_ name: String, _ column: String) -> Finding {
        error(
            "duplicate_column", name, column: column, "the header has this name twice", "rename one of the columns")
    }

    static func missingColumn(_ name: String, _ column: String, _ header: [String]) -> Finding {
        error("missing_column", name, "no column \(excerpt(column)) among \(list(header))", "check the name")
    }

    static func noRateColumn(_ name: String, _ header: [String]) -> Finding {
        error(
            "no_rate_column", name, "no column 'annual_rate' or 'returns' among \(list(header))",
            "name it 'annual_rate' for fractions per year, 'returns' for fractions per period")
    }

    static func missingTradeColumns(_ name: String, _ columns: [String]) -> Finding {
        error(
            "missing_trade_columns", name, "no column for \(list(columns))",
            "write symbol,side,qty,entry_time,entry_price,exit_time,exit_price,fees,pnl")
    }
}

/// Fields of `run.json`.
extension Words {
    static func unknownField(_ name: String, _ field: String, _ near: String?) -> Finding {
        warning(
            "unknown_field", .schema, name, "unknown field \(excerpt(field))",
            near.map { "did you mean '\($0)'?" } ?? "own values belong into 'parameters'")
    }

    static func wrongType(_ name: String, _ field: String, expected: String, found: String) -> Finding {
        let isNumber = ["NaN", "Infinity", "-Infinity"].contains(found)
        return error(
            "wrong_type", name, "\(excerpt(field)) must be \(expected), not \(found)",
            isNumber ? "\(found) is not allowed there; write a number or leave the field out" : "correct the field")
    }

    static func longText(_ name: String?, _ field: String, _ limit: Int) -> Finding {
        warning(
            "long_text", .schema, name, "'\(field)' holds a text of more than \(limit) characters; the rest is cut off",
            "shorten it")
    }

    static func tooManyTexts(_ name: String?, _ field: String, _ count: Int, _ limit: Int) -> Finding {
        warning(
            "too_many_texts", .schema, name, "'\(field)' has \(count) entries; the first \(limit) are shown",
            "leave out what belongs into other files")
    }

    static func notPositive(_ name: String, _ field: String) -> Finding {
        error("not_positive", name, "'\(field)' must be above 0", "correct the field or leave it out")
    }
}

/// Options.
extension Words {
    static func badOption(_ option: String, _ fact: String, _ remedy: String) -> Finding {
        error("bad_option", option, fact, remedy)
    }

    static func unknownCalendar(_ place: String, _ calendar: String, _ near: String?, _ all: [String]) -> Finding {
        error(
            "unknown_calendar", place, "unknown calendar \(excerpt(calendar))",
            near.map { "did you mean '\($0)'?" } ?? "known are " + all.joined(separator: ", "))
    }

    static func unknownTimeZone(_ place: String, _ zone: String, _ near: String?) -> Finding {
        error(
            "unknown_time_zone", place, "unknown time zone \(excerpt(zone))",
            near.map { "did you mean '\($0)'?" }
                ?? "write a name such as 'America/New_York' (needs the package tzdata), 'UTC' or '+01:00'")
    }

    static func emptyRange(_ first: String, _ last: String) -> Finding {
        error(
            "empty_range", .time, nil, "no return between --from and --to; the run goes from \(first) to \(last)",
            "widen the range")
    }
}
