import Series

/// A moment as a file writes it: the clock's reading, and the offset from UTC where one is written.
struct WrittenTimestamp: Equatable, Sendable {
    /// What the clock showed, in milliseconds since 1970-01-01 00:00 of that clock.
    var wall: Int64
    /// Seconds east of UTC; nil where the file does not say.
    var offset: Int32?

    /// The instant in milliseconds since 1970-01-01 00:00 UTC; nil without an offset.
    var instant: Int64? { offset.map { wall - Int64($0) * 1000 } }
}

/// Reads timestamps: dates, dates with time, and whole numbers of seconds or finer since 1970.
///
/// Accepted: `2015-01-02`, `2015/01/02`, `20150102`; behind any of the first two a `T` or a space and `15:30`,
/// `15:30:00`, `15:30:00.123456789`, and behind that `Z`, `UTC`, `+00:00`, `+0000` or `+00`; whole numbers of 9 to 19
/// digits as Unix time, which is UTC: up to 11 digits are seconds, up to 14 milliseconds, up to 17 microseconds, else
/// nanoseconds. Nothing with the day or month first: `01/02/2015` has two readings.
enum TimestampText {
    /// The timestamp that the bytes in `range` are, all of them; nil where they are none.
    static func timestamp(_ bytes: Span<UInt8>, _ range: Range<Int>) -> WrittenTimestamp? {
        guard range.count >= 8, separator(bytes, range) != nil else { return wholeNumber(bytes, range) }
        guard let midnight = midnight(bytes, range) else { return nil }
        return timestamp(bytes, range, from: midnight)
    }

    /// The midnight that the ten bytes of a date name; nil where there are fewer bytes or they are none.
    static func midnight(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int64? {
        guard range.count >= 10, let separator = separator(bytes, range),
            let day = day(bytes, range.lowerBound, separator: separator)
        else { return nil }
        return Int64(day) * Timestamp.day
    }

    /// The timestamp that begins with the ten bytes of a date whose midnight is known.
    static func timestamp(_ bytes: Span<UInt8>, _ range: Range<Int>, from midnight: Int64) -> WrittenTimestamp? {
        if range.count == 10 { return WrittenTimestamp(wall: midnight, offset: nil) }
        let between = bytes[range.lowerBound + 10]
        guard between == 0x20 || between | 0x20 == UInt8(ascii: "t") else { return nil }
        return time(bytes, range.lowerBound + 11, range.upperBound).map {
            WrittenTimestamp(wall: midnight + $0.milliseconds, offset: $0.offset)
        }
    }

    /// The timestamp of a text, for values outside tables.
    static func timestamp(_ text: String) -> WrittenTimestamp? {
        let bytes = Array(text.utf8)
        return timestamp(bytes.span, 0..<bytes.count)
    }

    /// The byte between year and month where there is one.
    private static func separator(_ bytes: Span<UInt8>, _ range: Range<Int>) -> UInt8? {
        let byte = bytes[range.lowerBound + 4]
        return byte == UInt8(ascii: "-") || byte == UInt8(ascii: "/") ? byte : nil
    }

    private static func day(_ bytes: Span<UInt8>, _ start: Int, separator: UInt8) -> Int? {
        guard bytes[start + 7] == separator, let year = number(bytes, start, 4),
            let month = number(bytes, start + 5, 2), let day = number(bytes, start + 8, 2)
        else { return nil }
        return CalendarDate(year: year, month: month, day: day)?.day
    }

    /// The number that exactly `count` digits make.
    private static func number(_ bytes: Span<UInt8>, _ start: Int, _ count: Int) -> Int? {
        guard start + count <= bytes.count else { return nil }
        var value = 0
        for index in start..<start + count {
            let digit = bytes[index] &- UInt8(ascii: "0")
            guard digit < 10 else { return nil }
            value = value &* 10 &+ Int(digit)
        }
        return value
    }

    /// Time of day with its offset, from `start` to `end`.
    private static func time(
        _ bytes: Span<UInt8>, _ start: Int, _ end: Int
    ) -> (milliseconds: Int64, offset: Int32?)? {
        guard start + 5 <= end, let hour = number(bytes, start, 2), bytes[start + 2] == UInt8(ascii: ":"),
            let minute = number(bytes, start + 3, 2), hour < 24, minute < 60
        else { return nil }
        var milliseconds = Int64(hour * 3_600_000 + minute * 60_000)
        var index = start + 5
        if index < end, bytes[index] == UInt8(ascii: ":") {
            guard index + 3 <= end, let second = number(bytes, index + 1, 2), second < 60 else { return nil }
            milliseconds += Int64(second * 1000)
            index += 3
            if index < end, bytes[index] == UInt8(ascii: ".") || bytes[index] == UInt8(ascii: ",") {
                guard let (fraction, next) = fraction(bytes, index + 1, end) else { return nil }
                milliseconds += fraction
                index = next
            }
        }
        if index == end { return (milliseconds, nil) }
        return offset(bytes, index, end).map { (milliseconds, $0) }
    }

    /// Milliseconds of the digits behind the point, finer ones cut off, and where they end.
    private static func fraction(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> (Int64, Int)? {
        var value: Int64 = 0
        var index = start
        while index < end {
            let digit = bytes[index] &- UInt8(ascii: "0")
            guard digit < 10 else { break }
            if index < start + 3 { value = value * 10 + Int64(digit) }
            index += 1
        }
        guard index > start else { return nil }
        for _ in min(index - start, 3)..<3 { value *= 10 }
        return (value, index)
    }

    private static func offset(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Int32? {
        var start = start
        if bytes[start] == 0x20 { start += 1 }
        guard start < end else { return nil }
        if bytes[start] | 0x20 == UInt8(ascii: "z") { return start + 1 == end ? 0 : nil }
        let isWest = bytes[start] == UInt8(ascii: "-")
        guard isWest || bytes[start] == UInt8(ascii: "+") else { return isUTC(bytes, start, end) ? 0 : nil }
        guard let hours = number(bytes, start + 1, 2), start + 3 <= end else { return nil }
        var minutes = 0
        if start + 3 < end {
            let first = bytes[start + 3] == UInt8(ascii: ":") ? start + 4 : start + 3
            guard first + 2 == end, let written = number(bytes, first, 2) else { return nil }
            minutes = written
        }
        guard hours <= 18, minutes < 60 else { return nil }
        let seconds = Int32(hours * 3600 + minutes * 60)
        return isWest ? -seconds : seconds
    }

    private static func isUTC(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
        end - start == 3 && bytes[start] == UInt8(ascii: "U") && bytes[start + 1] == UInt8(ascii: "T")
            && bytes[start + 2] == UInt8(ascii: "C")
    }

    /// `20150102`, or Unix time in a unit that the count of digits tells.
    private static func wholeNumber(_ bytes: Span<UInt8>, _ range: Range<Int>) -> WrittenTimestamp? {
        guard (8...19).contains(range.count), let value = number(bytes, range.lowerBound, range.count), value >= 0
        else { return nil }
        switch range.count {
        case 8:
            return CalendarDate(year: value / 10_000, month: value / 100 % 100, day: value % 100).map {
                WrittenTimestamp(wall: Int64($0.day) * Timestamp.day, offset: nil)
            }
        case 9...11: return WrittenTimestamp(wall: Int64(value) * 1000, offset: 0)
        case 12...14: return WrittenTimestamp(wall: Int64(value), offset: 0)
        case 15...17: return WrittenTimestamp(wall: Int64(value) / 1000, offset: 0)
        default: return WrittenTimestamp(wall: Int64(value) / 1_000_000, offset: 0)
        }
    }
}
