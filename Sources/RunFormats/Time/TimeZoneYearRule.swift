import Series

/// The rule by which a zone changes its clocks every year: a POSIX TZ text such as `EST5EDT,M3.2.0,M11.1.0`.
struct TimeZoneYearRule: Equatable, Sendable {
    /// When in a year the clocks change, in seconds after midnight of the clock before the change.
    private struct Change: Equatable {
        var day: Day
        var seconds: Int64
    }

    private enum Day: Equatable {
        /// Week 1–5 (5 is the last) of a month, weekday with Sunday 0: `M3.2.0`.
        case weekday(month: Int, week: Int, day: Int)
        /// 1–365, 29 February never counted: `J60`.
        case julian(Int)
        /// 0–365, 29 February counted.
        case ordinal(Int)
    }

    private let standard: Int32
    private let daylight: (offset: Int32, start: Change, end: Change)?

    static func == (left: Self, right: Self) -> Bool {
        left.standard == right.standard && left.daylight?.offset == right.daylight?.offset
            && left.daylight?.start == right.daylight?.start && left.daylight?.end == right.daylight?.end
    }

    /// Seconds east of UTC at an instant in seconds since 1970 UTC.
    func offset(at instant: Int64) -> Int32 {
        guard let daylight else { return standard }
        let year = Timestamp(milliseconds: (instant + Int64(standard)) * 1000).date.year
        let start = Self.seconds(daylight.start, year) - Int64(standard)
        let end = Self.seconds(daylight.end, year) - Int64(daylight.offset)
        let isDaylight = start < end ? instant >= start && instant < end : instant >= start || instant < end
        return isDaylight ? daylight.offset : standard
    }

    private static func seconds(_ change: Change, _ year: Int) -> Int64 {
        Int64(date(change.day, year).day) * 86_400 + change.seconds
    }

    private static func date(_ day: Day, _ year: Int) -> CalendarDate {
        let newYear = CalendarDate(year: max(1, min(year, 9999)), month: 1, day: 1) ?? CalendarDate(day: 0)
        switch day {
        case .ordinal(let count): return CalendarDate(day: newYear.day + count)
        case .julian(let count):
            let isAfterLeapDay = CalendarDate.days(inMonth: 2, of: newYear.year) == 29 && count >= 60
            return CalendarDate(day: newYear.day + count - 1 + (isAfterLeapDay ? 1 : 0))
        case .weekday(let month, let week, let weekday):
            let first = newYear.adding(months: month - 1)
            // Dates count weekdays from Monday, POSIX from Sunday.
            let ahead = (weekday + 6 - first.weekday) % 7
            var date = CalendarDate(day: first.day + (ahead + 7) % 7 + (week - 1) * 7)
            while date.monthIndex != first.monthIndex { date.day -= 7 }
            return date
        }
    }
}

// MARK: Reading

extension TimeZoneYearRule {
    /// Reads a POSIX TZ text; nil where it is none.
    init?(_ text: String) {
        var rest = Substring(text)
        guard Self.skipName(&rest), let west = Self.clock(&rest) else { return nil }
        standard = Int32(-west)
        guard !rest.isEmpty else {
            daylight = nil
            return
        }
        guard Self.skipName(&rest) else { return nil }
        var offset = Int64(standard) + 3600
        if rest.first != ",", let west = Self.clock(&rest) { offset = -west }
        guard let start = Self.change(&rest), let end = Self.change(&rest), rest.isEmpty else { return nil }
        daylight = (Int32(offset), start, end)
    }

    /// Skips `EST` or `<-03>`.
    private static func skipName(_ rest: inout Substring) -> Bool {
        if rest.first == "<" {
            guard let end = rest.firstIndex(of: ">") else { return false }
            rest = rest[rest.index(after: end)...]
            return true
        }
        let letters = rest.prefix { $0.isASCII && $0.isLetter }
        rest = rest.dropFirst(letters.count)
        return letters.count >= 3
    }

    /// Reads `5`, `-3:30` or `2:00:00` as seconds.
    private static func clock(_ rest: inout Substring) -> Int64? {
        let isNegative = rest.first == "-"
        if isNegative || rest.first == "+" { rest = rest.dropFirst() }
        var seconds: Int64 = 0
        for unit in [3600, 60, 1] as [Int64] {
            if unit < 3600 {
                guard rest.first == ":" else { break }
                rest = rest.dropFirst()
            }
            guard let value = number(&rest), value <= 167 else { return nil }
            seconds += Int64(value) * unit
        }
        return isNegative ? -seconds : seconds
    }

    private static func number(_ rest: inout Substring) -> Int? {
        let digits = rest.prefix { $0.isASCII && $0.isNumber }
        rest = rest.dropFirst(digits.count)
        return digits.count <= 4 ? Int(digits) : nil
    }

    /// Reads `,M3.2.0/2`.
    private static func change(_ rest: inout Substring) -> Change? {
        guard rest.first == "," else { return nil }
        rest = rest.dropFirst()
        guard let day = day(&rest) else { return nil }
        guard rest.first == "/" else { return Change(day: day, seconds: 7200) }
        rest = rest.dropFirst()
        return clock(&rest).map { Change(day: day, seconds: $0) }
    }

    private static func day(_ rest: inout Substring) -> Day? {
        switch rest.first {
        case "M":
            var numbers = [Int]()
            for _ in 0..<3 {
                rest = rest.dropFirst()
                guard let value = number(&rest) else { return nil }
                numbers.append(value)
                guard numbers.count == 3 || rest.first == "." else { return nil }
            }
            guard (1...12).contains(numbers[0]), (1...5).contains(numbers[1]), numbers[2] <= 6 else { return nil }
            return .weekday(month: numbers[0], week: numbers[1], day: numbers[2])
        case "J":
            rest = rest.dropFirst()
            return number(&rest).flatMap { (1...365).contains($0) ? .julian($0) : nil }
        default: return number(&rest).flatMap { $0 <= 365 ? .ordinal($0) : nil }
        }
    }
}
