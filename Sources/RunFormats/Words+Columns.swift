import RunModel

/// Headers that leave open what the columns hold.
extension Words {
    static func noStampColumn(_ name: String, _ header: [String]) -> Finding {
        error(
            "no_stamp_column", name, "no column of dates among \(list(header))",
            "add a column 'date' with YYYY-MM-DD, or give --date-format where its cells are dates of another form")
    }

    static func notASeries(_ name: String) -> Finding {
        error(
            "not_a_series", name, "not a table of returns or equity",
            "give a run folder, or a CSV with a column of dates and one of returns or equity")
    }

    static func refusedColumn(_ name: String, _ column: String, _ kind: RefusedColumn) -> Finding {
        let (fact, remedy): (String, String) =
            switch kind {
            case .percentOrFraction:
                (
                    "can be fractions, as pandas' pct_change writes them (0.01 is 1 %), or percents (0.01 is 0.01 %)",
                    "name it 'returns' for fractions, 'return_pct' for percents"
                )
            case .logarithm:
                (
                    "can be logarithms of returns or of equity",
                    "name it 'log_return' or 'log_equity', or write exp(x) - 1 as 'returns'"
                )
            case .profit:
                (
                    "holds profits in money, not returns or equity",
                    "write the capital plus the sum of all profits so far as 'equity'"
                )
            case .drawdown:
                (
                    "holds distances from the peak, of which neither returns nor equity can be made",
                    "give the equity or the returns"
                )
            case .payments:
                (
                    "holds payments in or out, not returns or equity",
                    "write (equity - payment) / previous equity - 1 as 'returns'"
                )
            }
        return error("not_returns", name, column: column, fact, remedy)
    }

    static func payments(_ name: String, _ line: Int, _ column: String, _ count: Int, choice: String) -> Finding {
        error(
            "payments_in_equity", .relations, name, row: line, column: column,
            "\(Self.count(count, "payment")) in or out, here the first: '\(choice)' moves by them without a return",
            "write (\(choice) - payment) / previous \(choice) - 1 as 'returns', without the other two columns")
    }

    static func percentsLookLikeFractions(_ name: String, _ column: String, _ median: Double) -> Finding {
        warning(
            "percents_look_like_fractions", .outliers, name, column: column,
            "half of the returns are smaller than \(percent(median)) when the column is read as percents, as its name says",
            "name it 'returns' if the values are fractions")
    }

    static func noValueColumn(_ name: String, _ header: [String]) -> Finding {
        error("no_value_column", name, "no column beside the dates: \(list(header))", "add a column of values")
    }

    static func noMainColumn(_ name: String, _ wanted: RunOptions.BareContent, _ header: [String]) -> Finding {
        let column = wanted == .returns ? "returns" : "equity"
        return error(
            "no_\(column)_column", name, "no column '\(column)' among \(list(header))",
            wanted == .returns
                ? "name the column of returns per period 'returns'"
                : "name the column with the account's value 'equity'")
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
            "name it 'annual_rate' for fractions per year, 'rate_pct' for percents, 'returns' for fractions per period")
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

    static func unknownCalendar(_ place: String, _ calendar: String, _ near: String?) -> Finding {
        error(
            "unknown_calendar", place, "unknown calendar \(excerpt(calendar))",
            near.map { "did you mean '\($0)'?" } ?? "known are " + CalendarCatalogue.list)
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
