import Series

/// Reads times of day as people and platforms write them.
///
/// `9:30`, `09:30:00`, `15:30:00.123456`, `3:30 PM`, `0930`, `093000`; behind any of them `Z`, `UTC`, `GMT`, `+01:00`,
/// `+0100` or `+01`. Finer than a millisecond is cut off.
enum TimeOfDayText {
    /// A time of day with its distance from UTC.
    struct Time: Equatable, Sendable {
        /// Milliseconds since midnight.
        var milliseconds: Int64
        /// Seconds east of UTC; nil where none is written.
        var offset: Int32?
    }

    /// The time that all bytes of `range` are; nil where they are none.
    static func time(_ bytes: [UInt8], _ range: Range<Int>) -> Time? {
        guard range.count >= 4 else { return nil }
        var reader = TextReader(bytes, range)
        guard let clock = clock(&reader) else { return nil }
        var milliseconds = clock
        if let half = meridiem(&reader) {
            guard (1...12).contains(milliseconds / hour) else { return nil }
            milliseconds = milliseconds % (12 * hour) + (half == .afternoon ? 12 * hour : 0)
        }
        guard let offset = offset(&reader) else { return nil }
        return Time(milliseconds: milliseconds, offset: offset)
    }

    private static let hour: Int64 = 3_600_000

    // MARK: Clock

    private static func clock(_ reader: inout TextReader) -> Int64? {
        let start = reader.position
        guard let first = reader.number(digits: 1...6) else { return nil }
        let digits = reader.position - start
        guard reader.take(UInt8(ascii: ":")) else { return compact(first, digits) }
        guard digits <= 2, let minute = reader.number(digits: 2...2) else { return nil }
        guard reader.take(UInt8(ascii: ":")) else { return milliseconds(first, minute, 0) }
        guard let second = reader.number(digits: 2...2), let whole = milliseconds(first, minute, second) else {
            return nil
        }
        guard reader.take(UInt8(ascii: ".")) || reader.take(UInt8(ascii: ",")) else { return whole }
        return reader.fraction().map { whole + $0 }
    }

    /// `0930` and `093000`.
    private static func compact(_ value: Int, _ digits: Int) -> Int64? {
        switch digits {
        case 4: milliseconds(value / 100, value % 100, 0)
        case 6: milliseconds(value / 10_000, value / 100 % 100, value % 100)
        default: nil
        }
    }

    static func milliseconds(_ hour: Int, _ minute: Int, _ second: Int) -> Int64? {
        guard (0..<24).contains(hour), (0..<60).contains(minute), (0..<60).contains(second) else { return nil }
        return Int64(hour * 3_600_000 + minute * 60_000 + second * 1000)
    }

    // MARK: What follows

    enum Half { case morning, afternoon }

    static func meridiem(_ reader: inout TextReader) -> Half? {
        var ahead = reader
        ahead.skipBlanks()
        guard let letter = ahead.next().map({ $0 | 0x20 }), letter == UInt8(ascii: "a") || letter == UInt8(ascii: "p")
        else { return nil }
        _ = ahead.take(UInt8(ascii: "."))
        guard ahead.next().map({ $0 | 0x20 }) == UInt8(ascii: "m") else { return nil }
        _ = ahead.take(UInt8(ascii: "."))
        reader = ahead
        return letter == UInt8(ascii: "a") ? .morning : .afternoon
    }

    /// The offset that ends a time; nil inside where there is none, nil outside where the rest is something else.
    static func offset(_ reader: inout TextReader) -> Int32?? {
        reader.skipBlanks()
        if reader.isAtEnd { return .some(nil) }
        if let sign = reader.take(anyOf: "+-") {
            guard let hours = reader.number(digits: 2...2), hours <= 18 else { return nil }
            _ = reader.take(UInt8(ascii: ":"))
            let minutes = reader.isAtEnd ? 0 : reader.number(digits: 2...2) ?? 60
            guard minutes < 60, reader.isAtEnd else { return nil }
            let seconds = Int32(hours * 3600 + minutes * 60)
            return .some(sign == UInt8(ascii: "-") ? -seconds : seconds)
        }
        let word = reader.word()
        return ["z", "utc", "gmt"].contains(word) && reader.isAtEnd ? .some(0) : nil
    }
}
