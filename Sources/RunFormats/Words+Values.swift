import Formatting
import RunModel
import Series

/// Cells that do not hold what their column promises.
extension Words {
    static func notANumber(_ name: String, _ line: Int, _ column: String, _ text: String) -> Finding {
        let isMissing = text.allSatisfy { $0 == " " }
        return error(
            "not_a_number", name, row: line, column: column,
            isMissing ? "the number is missing" : "not a number: \(excerpt(text))",
            isMissing ? "write one" : "write a plain decimal number, or leave the cell empty")
    }

    static func infinite(_ name: String, _ line: Int, _ column: String, _ text: String) -> Finding {
        error(
            "infinite", name, row: line, column: column, "not a finite number: \(excerpt(text))",
            "leave the cell empty where the value is unknown")
    }

    static func moreBadCells(_ name: String, _ column: String, _ more: Int) -> Finding {
        error(
            "more_bad_cells", name, column: column, "\(count(more, "more cell")) of this column cannot be read",
            "correct them too")
    }

    static func badStamp(_ name: String, _ line: Int, _ column: String, _ text: String) -> Finding {
        let isMissing = text.allSatisfy { $0 == " " }
        return error(
            "bad_stamp", name, row: line, column: column,
            isMissing ? "the date is missing" : "not a date or time: \(excerpt(text))",
            isSerial(text)
                ? "write YYYY-MM-DD; a number such as this is how spreadsheets count days"
                : "write YYYY-MM-DD, or YYYY-MM-DDThh:mm:ss with an offset, or say with --date-format how dates are written"
        )
    }

    /// Days since 1900 of our time.
    private static func isSerial(_ text: String) -> Bool {
        text.utf8.count < 20 && (Double(text).map { (20_000...60_000).contains($0) } ?? false)
    }

    static func badTime(_ name: String, _ line: Int, _ column: String, _ text: String) -> Finding {
        error(
            "bad_time", name, row: line, column: column, "not a time of day: \(excerpt(text))",
            "write hh:mm or hh:mm:ss")
    }

    static func ambiguousDate(
        _ name: String, _ line: Int, _ column: String, _ text: String,
        _ readings: [(format: String, stamp: WrittenStamp?)]
    ) -> Finding {
        let dates = readings.map { $0.stamp.map { Timestamp(milliseconds: $0.wall).date.display } ?? "no date" }
        return error(
            "ambiguous_date", name, row: line, column: column,
            "\(excerpt(text)) can be \(dates.joined(separator: " or ")), and no cell of the column decides",
            "give " + readings.map { "--date-format \($0.format)" }.joined(separator: " or ") + ", or write YYYY-MM-DD")
    }

    static func twoReadings(_ name: String, _ line: Int, _ column: String, _ text: String) -> Finding {
        let digits = text.filter { $0.isNumber || $0 == "-" }
        let point = text.replacing(",", with: ".")
        return error(
            "two_readings", name, row: line, column: column,
            "\(excerpt(text)) can be \(digits), with a mark between thousands, or \(point), with a decimal point",
            "write numbers without marks between thousands, and a full stop before decimals")
    }

    static func threeDecimals(_ name: String, _ column: String, _ text: String) -> Finding {
        let digits = text.filter { $0.isNumber || $0 == "-" }
        return note(
            "three_decimals", .schema, name,
            "all numbers of column '\(column)' have three decimals: \(excerpt(text)) was read as a decimal number, not as "
                + "\(digits)", "write amounts without marks between thousands")
    }

    static func rateInPercent(_ name: String, _ line: Int?, _ column: String?, _ rate: Double) -> Finding {
        error(
            "rate_in_percent", name, row: line, column: column,
            "a risk-free rate of \(number(rate)) is \(FixedDecimal.digits(of: rate * 100, places: 0)) % a year",
            column == nil
                ? "write \(number(rate / 100)) or \"\(number(rate))%\""
                : "write \(number(rate / 100)), or name the column 'rate_pct'")
    }

    static func mixedOffsets(_ name: String, _ line: Int, _ column: String) -> Finding {
        error(
            "mixed_offsets", .time, name, row: line, column: column,
            "some stamps have an offset from UTC and some have none", "write all stamps in one way")
    }

    static func unsorted(
        _ name: String, _ line: Int, _ column: String, _ stamp: Timestamp, after: Timestamp, on other: Int
    ) -> Finding {
        error(
            "unsorted_stamps", .time, name, row: line, column: column,
            "\(stamp) stands after \(after) of line \(other)", "sort the rows by time")
    }

    static func duplicate(_ name: String, _ line: Int, _ column: String, _ stamp: Timestamp, on other: Int) -> Finding {
        error(
            "duplicate_stamp", .time, name, row: line, column: column, "\(stamp) stands on line \(other) already",
            "write each moment with its time of day, once, and one series per file")
    }

    static func moreUnordered(_ name: String, _ more: Int) -> Finding {
        error("more_unordered", .time, name, "\(count(more, "more row")) out of order", "sort the rows by time")
    }

    static func notPositiveLevel(_ name: String, _ line: Int, _ column: String, _ value: Double) -> Finding {
        error(
            "nonpositive_level", name, row: line, column: column,
            "the level is \(number(value)); returns need levels above zero",
            "leave the cell empty where the level is unknown")
    }

    static func startsAtNothing(_ name: String, _ line: Int, _ column: String, _ value: Double) -> Finding {
        error(
            "nonpositive_equity", name, row: line, column: column,
            "the run begins with an equity of \(number(value)); returns need a start value above zero",
            "write the account's value, not its profit: the capital plus all profits so far")
    }

    static func totalLoss(_ name: String, _ line: Int, _ column: String, _ value: Double) -> Finding {
        error(
            "total_loss", name, row: line, column: column,
            "a return of \(number(value)) loses all there is; returns are fractions above -1",
            "write 1 % as 0.01, or name a column of percents 'return_pct'")
    }

    static func lossOrPercent(
        _ name: String, _ line: Int, _ column: String, _ value: Double, typical: Double
    ) -> Finding {
        error(
            "loss_or_percent", .outliers, name, row: line, column: column,
            "\(number(value)) can be a loss of all there is, as a fraction, or \(number(value)) percent; half of the returns "
                + "are larger than \(number(typical))",
            "name the column 'return_pct' if it holds percents; else end it where the account is lost")
    }

    static func ruin(
        _ name: String, _ line: Int, _ column: String, _ value: Double, on stamp: Timestamp, behind: Int, isLevel: Bool
    ) -> Finding {
        let rows = behind > 0 ? "; \(count(behind, "row")) behind it \(behind == 1 ? "is" : "are") left out" : ""
        return warning(
            "ruin", .outliers, name, row: line, column: column,
            "the account was used up on \(stamp): " + (isLevel ? "equity is" : "a return of")
                + " \(number(value)), so the run "
                + "ends there with a total return of -100 %" + rows,
            "give --to to look at the time before")
    }

    static func outOfRange(_ name: String, _ line: Int, _ column: String) -> Finding {
        error(
            "out_of_range", name, row: line, column: column,
            "the values up to here leave the range of numbers: a return or the equity is no finite number above zero",
            "check the values and their unit")
    }

    static func moreBadValues(_ name: String, _ column: String, _ more: Int) -> Finding {
        error("more_bad_values", name, column: column, "\(count(more, "more value")) of this kind", "correct them too")
    }

    static func tooFewRows(_ name: String, _ rows: Int) -> Finding {
        error("too_few_rows", name, "\(count(rows, "row")) with a value; a run needs two", "give a longer run")
    }

    static func missingValues(
        _ name: String, _ column: String, _ missing: Int, of all: Int, line: Int, isEquity: Bool
    ) -> Finding {
        warning(
            "missing_values", .schema, name, row: line, column: column,
            "\(missing) of \(count(all, "value")) \(missing == 1 ? "is" : "are") missing, here the first; "
                + (isEquity ? "one return spans each gap" : "those periods are left out"),
            "fill them at the source, if they are known there")
    }

    static func number(_ value: Double) -> String { SignificantDigits.json(value) }
}

/// Values far outside, and time that is not there.
extension Words {
    static func manySpikes(
        _ name: String, _ line: Int, _ column: String, _ spikes: Int, of all: Int, worst: Double, at stamp: Timestamp,
        threshold: Double
    ) -> Finding {
        warning(
            "many_return_spikes", .outliers, name, row: line, column: column,
            "\(spikes) of \(count(all, "return")) are more than \(number(threshold)) robust standard deviations from the "
                + "median, too many for outliers; the farthest is \(percent(worst)) at \(stamp)",
            "check what the column holds: the unit, marks between thousands, payments in or out")
    }

    static func jump(
        _ name: String, _ line: Int, _ column: String, _ value: Double, amount: Double, at stamp: Timestamp,
        score: Double, isRound: Bool
    ) -> Finding {
        let digits = FixedDecimal.digits(of: amount.magnitude, places: 2)
        let move = amount < 0 ? "falls" : "rises"
        return warning(
            "equity_jump", .outliers, name, row: line, column: column,
            "equity \(move) by \(digits) (\(percent(value))) at \(stamp), \(FixedDecimal.digits(of: score, places: 0)) robust "
                + "standard deviations from the median"
                + (isRound
                    ? ", and the amount is round: it looks like a " + (amount < 0 ? "withdrawal" : "deposit") : ""),
            "if it is a payment \(amount < 0 ? "out" : "in"), take it out of the returns: "
                + "(equity - payment) / previous equity - 1 as 'returns'; else check the data there")
    }

    static func returnsLookLikePercents(
        _ name: String, _ column: String, typical: Double, yearly: Double
    ) -> Finding {
        warning(
            "returns_look_like_percents", .outliers, name, column: column,
            "half of the returns are larger than \(percent(typical)), which makes a volatility of "
                + "\(FixedDecimal.digits(of: yearly * 100, places: 0)) % a year: they look like percents",
            "name the column 'return_pct' if they are, or write 1 % as 0.01")
    }

    static func spikes(
        _ name: String, _ line: Int, _ column: String, _ spikes: Int, worst: Double, at stamp: Timestamp,
        score: Double, threshold: Double
    ) -> Finding {
        warning(
            "return_spikes", .outliers, name, row: line, column: column,
            "\(count(spikes, "return")) more than \(number(threshold)) robust standard deviations from the median; "
                + "the farthest is \(percent(worst)) at \(stamp), \(FixedDecimal.digits(of: score, places: 0)) of them "
                + "away",
            "check the data there")
    }

    static func percent(_ fraction: Double) -> String { FixedDecimal.digits(of: fraction * 100, places: 2) + " %" }

    static func gaps(_ name: String, _ line: Int, _ column: String, _ gaps: Int, longest: String) -> Finding {
        warning(
            "gaps", .time, name, row: line, column: column,
            "\(count(gaps, "gap")) against the calendar; the longest \(longest)",
            "check whether data are missing there")
    }

    static func shortSessions(_ name: String, _ sessions: Int, first: CalendarDate, bars: Int, median: Int) -> Finding {
        warning(
            "short_sessions", .time, name,
            "\(count(sessions, "session")) with fewer than half of the usual \(median) bars; the first is \(first) "
                + "with \(bars)",
            "check whether bars are missing there")
    }

    static func future(_ name: String, _ line: Int, _ column: String, _ stamp: Timestamp) -> Finding {
        warning(
            "future_stamps", .time, name, row: line, column: column, "\(stamp) lies in the future",
            "check the dates and the time zone")
    }

    static func capitalMismatch(_ name: String, _ capital: Double, _ first: Double) -> Finding {
        warning(
            "capital_mismatch", .relations, name,
            "the initial capital of \(number(capital)) and the first equity of \(number(first)) give a first return "
                + "of \(percent(first / capital - 1))",
            "check the initial capital")
    }
}
