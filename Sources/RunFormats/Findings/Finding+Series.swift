import RunModel
import Series

/// Values and order of a series.
extension Finding {
    static func mixedOffsets(_ name: String, _ line: Int, _ column: String) -> Finding {
        Finding(
            .mixedOffsets, name, row: line, column: column,
            "some timestamps have an offset from UTC and some have none", "write all timestamps in one way")
    }

    static func unsortedTimestamps(
        _ name: String, _ line: Int, _ column: String, _ timestamp: Timestamp, after: Timestamp, on other: Int
    ) -> Finding {
        Finding(
            .unsortedTimestamps, name, row: line, column: column,
            "\(timestamp) stands after \(after) of line \(other)", "sort the rows by time")
    }

    static func duplicateTimestamp(_ name: String, _ line: Int, _ column: String, _ timestamp: Timestamp, on other: Int)
        -> Finding
    {
        Finding(
            .duplicateTimestamp, name, row: line, column: column, "\(timestamp) stands on line \(other) already",
            "write each moment with its time of day, once, and one series per file")
    }

    static func moreUnordered(_ name: String, _ more: Int) -> Finding {
        Finding(.moreUnordered, name, "\(Phrase.count(more, "more row")) out of order", "sort the rows by time")
    }

    static func nonpositiveStart(_ name: String, _ line: Int, _ column: String, _ value: Double) -> Finding {
        Finding(
            .nonpositiveEquity, name, row: line, column: column,
            "the run begins with an equity of \(Phrase.number(value)); returns need a start value above zero",
            "write the account's value, not its profit: the capital plus all profits so far")
    }

    static func totalLoss(_ name: String, _ line: Int, _ column: String, _ value: Double) -> Finding {
        Finding(
            .totalLoss, name, row: line, column: column,
            "a return of \(Phrase.number(value)) loses all there is; returns are fractions above -1",
            "write 1 % as 0.01, or name a column of percents 'return_pct'")
    }

    static func lossOrPercent(
        _ name: String, _ line: Int, _ column: String, _ value: Double, typical: Double
    ) -> Finding {
        Finding(
            .lossOrPercent, name, row: line, column: column,
            "\(Phrase.number(value)) can be a loss of all there is, as a fraction, or \(Phrase.number(value)) percent; half of the returns "
                + "are larger than \(Phrase.number(typical))",
            "name the column 'return_pct' if it holds percents; else end it where the account is lost")
    }

    static func ruin(
        _ name: String, _ line: Int, _ column: String, _ value: Double, on timestamp: Timestamp, behind: Int,
        isLevel: Bool
    ) -> Finding {
        let rows = behind > 0 ? "; \(Phrase.count(behind, "row")) behind it \(behind == 1 ? "is" : "are") left out" : ""
        return Finding(
            .ruin, name, row: line, column: column,
            "the account was used up on \(timestamp): " + (isLevel ? "equity is" : "a return of")
                + " \(Phrase.number(value)), so the run "
                + "ends there with a total return of -100 %" + rows,
            "give --to to look at the time before")
    }

    static func outOfRange(_ name: String, _ line: Int, _ column: String) -> Finding {
        Finding(
            .outOfRange, name, row: line, column: column,
            "the values up to here leave the range of numbers: a return or the equity is no finite number above zero",
            "check the values and their unit")
    }

    static func moreBadValues(_ name: String, _ column: String, _ more: Int) -> Finding {
        Finding(
            .moreBadValues, name, column: column, "\(Phrase.count(more, "more value")) of this kind", "correct them too"
        )
    }

    static func tooFewRows(_ name: String, _ rows: Int) -> Finding {
        Finding(.tooFewRows, name, "\(Phrase.count(rows, "row")) with a value; a run needs two", "give a longer run")
    }

    static func missingValues(
        _ name: String, _ column: String, _ missing: Int, of all: Int, line: Int, isEquity: Bool
    ) -> Finding {
        Finding(
            .missingValues, name, row: line, column: column,
            "\(missing) of \(Phrase.count(all, "value")) \(missing == 1 ? "is" : "are") missing, here the first; "
                + (isEquity ? "one return spans each gap" : "those periods are left out"),
            "fill them at the source, if they are known there")
    }

    static func capitalMismatch(_ name: String, _ capital: Double, _ first: Double) -> Finding {
        Finding(
            .capitalMismatch, name,
            "the initial capital of \(Phrase.number(capital)) and the first equity of \(Phrase.number(first)) give a first return "
                + "of \(Phrase.percent(first / capital - 1))",
            "check the initial capital")
    }

    static func endValue(_ name: String, _ statistic: String, _ value: Double, last: Double) -> Finding {
        Finding(
            .endValue, name,
            "'\(statistic)' is \(Phrase.number(value)), the last equity is \(Phrase.number(last))",
            "check that both files belong to one run")
    }
}
