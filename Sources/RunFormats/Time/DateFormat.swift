import Series

/// A way of writing dates and times, in the directives of `strptime`: `%d.%m.%Y %H:%M`.
///
/// A format without a day names whole months, quarters or years, whose timestamp is their last day.
struct DateFormat: Equatable, Sendable {
    /// How long the time is that a timestamp names.
    enum Label: Equatable, Sendable {
        case moment, month, quarter, year
    }

    /// The directives, as written.
    let text: String
    /// Whether a time of day in any form may follow.
    let allowsTime: Bool
    let elements: [DateElement]
    /// What the timestamps name.
    let label: Label

    /// The format in a text; nil where a directive is unknown or the parts do not make a date.
    init?(_ text: String, allowsTime: Bool = false) {
        guard let elements = DateElement.elements(of: text) else { return nil }
        let parts = Set(elements.compactMap(\.part))
        let hasYear = parts.contains(.year) || parts.contains(.shortYear)
        let hasMonth = parts.contains(.month) || parts.contains(.monthName)
        guard hasYear, hasMonth || !parts.contains(.day) else { return nil }
        self.text = text
        self.allowsTime = allowsTime
        self.elements = elements
        label =
            parts.contains(.day)
            ? .moment : hasMonth ? .month : parts.contains(.quarter) ? .quarter : .year
    }

    /// The timestamp that all bytes of `range` are; nil where they are none.
    func timestamp(_ bytes: [UInt8], _ range: Range<Int>) -> WrittenTimestamp? {
        var reader = TextReader(bytes, range)
        var fields = DateFields()
        for element in elements {
            guard element.read(&reader, into: &fields) else { return nil }
        }
        if allowsTime, !reader.isAtEnd {
            guard let start = Self.afterSeparator(reader),
                let time = TimeOfDayText.time(bytes, start..<range.upperBound)
            else { return nil }
            fields.milliseconds = time.milliseconds
            fields.offset = time.offset
        } else if !reader.isAtEnd {
            return nil
        }
        return fields.timestamp(label)
    }

    /// The timestamp of a text.
    func timestamp(_ text: String) -> WrittenTimestamp? {
        let bytes = Array(text.utf8)
        return timestamp(bytes, 0..<bytes.count)
    }

    /// Where the time begins behind a date: after blanks, a comma or a `T`.
    private static func afterSeparator(_ reader: TextReader) -> Int? {
        var ahead = reader
        let start = ahead.position
        _ = ahead.take(anyOf: ",Tt")
        ahead.skipBlanks()
        return ahead.position > start ? ahead.position : nil
    }
}

/// The parts of a date while it is read.
struct DateFields {
    var year = 0
    var month = 0
    var day = 0
    var quarter = 0
    var hour: Int?
    var minute = 0
    var second = 0
    var fraction: Int64 = 0
    var half: TimeOfDayText.Half?
    var offset: Int32?
    /// A time that was read as a whole.
    var milliseconds: Int64?

    /// The years that labels without a month may name; other numbers of four digits are no years.
    private static let years = 1800...2200

    /// The timestamp that the parts make; nil where there is no such day or time.
    func timestamp(_ label: DateFormat.Label) -> WrittenTimestamp? {
        guard let time = milliseconds ?? clock, let date = date(label) else { return nil }
        return WrittenTimestamp(wall: Int64(date.day) * Timestamp.day + time, offset: offset)
    }

    private var clock: Int64? {
        var hour = hour ?? 0
        if let half {
            guard (1...12).contains(hour) else { return nil }
            hour = hour % 12 + (half == .afternoon ? 12 : 0)
        }
        return TimeOfDayText.milliseconds(hour, minute, second).map { $0 + fraction }
    }

    private func date(_ label: DateFormat.Label) -> CalendarDate? {
        switch label {
        case .moment: CalendarDate(year: year, month: month, day: day)
        case .month: lastDay(ofMonth: month)
        case .quarter: (1...4).contains(quarter) ? lastDay(ofMonth: quarter * 3) : nil
        case .year: Self.years.contains(year) ? lastDay(ofMonth: 12) : nil
        }
    }

    private func lastDay(ofMonth month: Int) -> CalendarDate? {
        guard (1...12).contains(month), Self.years.contains(year) else { return nil }
        return CalendarDate(year: year, month: month, day: CalendarDate.days(inMonth: month, of: year))
    }
}
