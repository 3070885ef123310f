import Series

/// Times and periods as MetaTrader writes them, on the clock of the broker's server.
enum MetaTraderTime {
    /// `2024.01.02 01:35:00`, `2018.04.30 05:30`, in milliseconds since 1970; nil for anything else. Hyphens stand for full
    /// stops where a spreadsheet has made a date of the text.
    static func wall(_ text: String) -> Int64? {
        let parts = text.split(separator: " ")
        guard parts.count == 2, let day = day(parts[0]), let clock = clock(parts[1]) else { return nil }
        return Int64(day) * Timestamp.day + clock
    }

    /// `2024.01.02`, in days since 1970; years 1990 to 2199.
    static func day(_ text: Substring) -> Int? {
        let parts = text.split(omittingEmptySubsequences: false) { $0 == "." || $0 == "-" }
        guard parts.map(\.utf8.count) == [4, 2, 2], let year = number(parts[0]), (1990...2199).contains(year),
            let month = number(parts[1]), let day = number(parts[2])
        else { return nil }
        return CalendarDate(year: year, month: month, day: day)?.day
    }

    private static func clock(_ text: Substring) -> Int64? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2 || parts.count == 3, parts.allSatisfy({ $0.utf8.count == 2 }) else { return nil }
        let numbers = parts.compactMap(number)
        guard numbers.count == parts.count, numbers[0] < 24, numbers[1...].allSatisfy({ $0 < 60 }) else { return nil }
        return zip(numbers, [3_600_000, 60_000, 1000]).reduce(0) { $0 + Int64($1.0 * $1.1) }
    }

    private static func number(_ text: Substring) -> Int? {
        text.utf8.allSatisfy { $0 &- UInt8(ascii: "0") < 10 } ? Int(text) : nil
    }
}

/// The period of a test: `M5 (2024.01.01 - 2025.12.31)`, and before that in MetaTrader 4 the bars that there were.
struct MetaTraderPeriod {
    /// `M5`, or in MetaTrader 4 the time frame in words.
    let frame: String
    /// From the first day to the last one; the second date is the day behind it.
    let days: ClosedRange<Int>

    /// Nil where a text does not end with two dates in brackets.
    init?(_ text: String) {
        guard text.last == ")", let open = text.lastIndex(of: "(") else { return nil }
        let dates = text[text.index(after: open)...].dropLast().split(separator: " ").filter { $0 != "-" }
        guard dates.count == 2, let first = MetaTraderTime.day(dates[0]), let end = MetaTraderTime.day(dates[1]) else {
            return nil
        }
        days = first...max(first, end - 1)
        let words = text[..<open].split(separator: " ").prefix { MetaTraderTime.day($0) == nil }
        frame = words.joined(separator: " ")
    }
}

/// Why a position was closed, as the terminal says it in a comment.
enum MetaTraderReason {
    /// `tp 2078.58` and `[sl 0.98333]` without their price; other comments as they are, nil where there is none.
    static func reason(_ comment: String) -> String? {
        let bare = comment.drop { $0 == "[" }
        for word in ["sl", "tp", "so"] where bare.lowercased().hasPrefix(word + " ") { return word }
        return comment.isEmpty ? nil : comment
    }

    /// Whether the terminal closed a position because the test was over.
    static func isEnd(_ comment: String) -> Bool {
        ["end of test", "close at stop"].contains(comment.lowercased())
    }
}
