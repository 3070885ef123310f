import RunModel
import Series

/// Cells that do not hold what their column promises.
extension Finding {
    static func notANumber(_ name: String, _ line: Int, _ column: String, _ text: String) -> Finding {
        let isMissing = text.allSatisfy { $0 == " " }
        return Finding(
            .notANumber, name, row: line, column: column,
            isMissing ? "the number is missing" : "not a number: \(Phrase.excerpt(text))",
            isMissing ? "write one" : "write a plain decimal number, or leave the cell empty")
    }

    static func infinite(_ name: String, _ line: Int, _ column: String, _ text: String) -> Finding {
        Finding(
            .infinite, name, row: line, column: column, "not a finite number: \(Phrase.excerpt(text))",
            "leave the cell empty where the value is unknown")
    }

    static func moreBadCells(_ name: String, _ column: String, _ more: Int) -> Finding {
        Finding(
            .moreBadCells, name, column: column, "\(Phrase.count(more, "more cell")) of this column cannot be read",
            "correct them too")
    }

    static func badTimestamp(_ name: String, _ line: Int, _ column: String, _ text: String) -> Finding {
        let isMissing = text.allSatisfy { $0 == " " }
        return Finding(
            .badTimestamp, name, row: line, column: column,
            isMissing ? "the date is missing" : "not a date or time: \(Phrase.excerpt(text))",
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
        Finding(
            .badTime, name, row: line, column: column, "not a time of day: \(Phrase.excerpt(text))",
            "write hh:mm or hh:mm:ss")
    }

    static func ambiguousDate(
        _ name: String, _ line: Int, _ column: String, _ text: String,
        _ readings: [(format: String, timestamp: WrittenTimestamp?)]
    ) -> Finding {
        let dates = readings.map { $0.timestamp.map { Timestamp(milliseconds: $0.wall).date.display } ?? "no date" }
        return Finding(
            .ambiguousDate, name, row: line, column: column,
            "\(Phrase.excerpt(text)) can be \(dates.joined(separator: " or ")), and no cell of the column decides",
            "give " + readings.map { "--date-format \($0.format)" }.joined(separator: " or ") + ", or write YYYY-MM-DD")
    }

    static func twoReadings(_ name: String, _ line: Int, _ column: String, _ text: String) -> Finding {
        let digits = text.filter { $0.isNumber || $0 == "-" }
        let point = text.replacing(",", with: ".")
        return Finding(
            .twoReadings, name, row: line, column: column,
            "\(Phrase.excerpt(text)) can be \(digits), with a mark between thousands, or \(point), with a decimal point",
            "write numbers without marks between thousands, and a full stop before decimals")
    }

    static func threeDecimals(_ name: String, _ column: String, _ text: String) -> Finding {
        let digits = text.filter { $0.isNumber || $0 == "-" }
        return Finding(
            .threeDecimals, name,
            "all numbers of column '\(column)' have three decimals: \(Phrase.excerpt(text)) was read as a decimal number, not as "
                + "\(digits)", "write amounts without marks between thousands")
    }
}
