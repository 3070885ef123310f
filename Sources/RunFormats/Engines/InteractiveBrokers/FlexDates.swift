import RunModel
import Series

/// Dates and times in the formats that a Flex query can be set to.
///
/// `20240131`, `2024-01-31`, `31-Jan-24`, and with the month or the day first `01/31/2024`, `31/01/24`; behind them a
/// semicolon, comma, blank or `T`, and `163000` or `16:30:00`. A zone behind that is not looked at.
struct FlexDates {
    /// Which of two numbers between slashes is the month.
    enum Order {
        case monthFirst, dayFirst
    }

    private let order: Order?

    /// - Parameter texts: All dates of a file, which decide together.
    init(_ texts: some Sequence<String>, format: String?, file: String, log: ReadingLog) throws(RunError) {
        var (months, days) = (false, false)
        var unclear: String?
        for text in texts where text.contains("/") {
            let parts = text.split(separator: "/")
            guard parts.count >= 3, let first = Int(parts[0]), let second = Int(parts[1]) else { continue }
            if first > 12 {
                days = true
            } else if second > 12 {
                months = true
            } else if first != second {
                unclear = text
            }
        }
        switch (months, days) {
        case (true, false): order = .monthFirst
        case (false, true): order = .dayFirst
        case (true, true):
            throw log.fail(.incompleteStatement(file, "dates have the month first and the day first", Self.remedy))
        case (false, false):
            guard let text = unclear else {
                order = nil
                return
            }
            switch format?.prefix(2) {
            case "%m", "%D": order = .monthFirst
            case "%d": order = .dayFirst
            default:
                throw log.fail(
                    .incompleteStatement(
                        file, "\(Phrase.excerpt(text)) can have the month or the day first, and no other date decides",
                        "give --date-format %m/%d/%Y or %d/%m/%Y; " + Self.remedy))
            }
        }
    }

    private static let remedy = "set the date format of the query to yyyyMMdd"

    /// Days since 1970; nil where a text is no date.
    func day(_ text: String) -> Int? { split(text).flatMap { date($0.date) } }

    /// Milliseconds since 1970 on the clock of the statement; midnight where no time is written.
    func wall(_ text: String) -> Int64? {
        guard let (dateText, clock) = split(text), let day = date(dateText) else { return nil }
        return Int64(day) * Timestamp.day + (clock.flatMap(Self.clock) ?? 0)
    }

    private func split(_ text: String) -> (date: Substring, clock: Substring?)? {
        guard let mark = text.firstIndex(where: { ";, T".contains($0) }) else {
            // Without a mark between them, the date has eight digits and the time six.
            let isJoined = text.utf8.count == 14 && text.utf8.allSatisfy { $0 &- 0x30 < 10 }
            return isJoined ? (text.prefix(8), text.suffix(6)) : (text[...], nil)
        }
        return (text[..<mark], text[text.index(after: mark)...].drop { $0 == " " })
    }

    private func date(_ text: Substring) -> Int? {
        let slashes = text.split(separator: "/", omittingEmptySubsequences: false)
        if slashes.count == 3 {
            let numbers = slashes.compactMap { Int($0) }
            guard numbers.count == 3 else { return nil }
            let (month, day) = order == .dayFirst ? (numbers[1], numbers[0]) : (numbers[0], numbers[1])
            return CalendarDate(year: Self.year(numbers[2]), month: month, day: day)?.day
        }
        let hyphens = text.split(separator: "-", omittingEmptySubsequences: false)
        if hyphens.count == 3, let month = Self.months.firstIndex(of: hyphens[1].lowercased()),
            let day = Int(hyphens[0]),
            let year = Int(hyphens[2])
        {
            return CalendarDate(year: Self.year(year), month: month + 1, day: day)?.day
        }
        return TimestampText.timestamp(String(text)).flatMap {
            $0.wall % Timestamp.day == 0 && $0.offset == nil ? Int($0.wall / Timestamp.day) : nil
        }
    }

    private static let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]

    private static func year(_ number: Int) -> Int { number < 100 ? 2000 + number : number }

    /// `163000`, `16:30:00`, `16:30`; what stands behind it is left out.
    private static func clock(_ text: Substring) -> Int64? {
        let word = text.prefix { $0.isNumber || $0 == ":" }
        let digits = word.utf8.filter { $0 &- 0x30 < 10 }.map { Int64($0 &- 0x30) }
        guard digits.count == 6 || digits.count == 4 else { return nil }
        let pairs = stride(from: 0, to: digits.count, by: 2).map { digits[$0] * 10 + digits[$0 + 1] }
        guard pairs[0] < 24, pairs[1] < 60, (pairs.count < 3 || pairs[2] < 60) else { return nil }
        return pairs[0] * 3_600_000 + pairs[1] * 60_000 + (pairs.count > 2 ? pairs[2] * 1000 : 0)
    }
}
