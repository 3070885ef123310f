import Formatting

extension CalendarDate: CustomStringConvertible {
    /// English month names of three letters.
    public static let monthNames = MonthNames.short

    /// ISO 8601: `2015-01-02`.
    public var iso: String {
        let parts = components
        return parts.year.zeroPadded(to: 4) + "-" + parts.month.zeroPadded(to: 2) + "-" + parts.day.zeroPadded(to: 2)
    }

    /// As our texts have it: `2 Jan 2015`. Readers see it as their language writes dates, see `NumberSpelling`.
    public var display: String {
        let parts = components
        return "\(parts.day) \(Self.monthNames[parts.month - 1]) \(parts.year)"
    }

    /// The ISO form.
    public var description: String { iso }

    /// Reads `YYYY-MM-DD` of ASCII digits; nil for anything else and for days that there are not.
    public init?(iso text: some StringProtocol) {
        let bytes = Array(text.utf8)
        guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
            let year = Self.number(bytes[0..<4]), let month = Self.number(bytes[5..<7]),
            let day = Self.number(bytes[8..<10])
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// `Int`'s own reading would accept a sign.
    private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
        var value = 0
        for digit in digits {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
            value = value * 10 + Int(digit - UInt8(ascii: "0"))
        }
        return value
    }
}
