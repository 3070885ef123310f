import Formatting
import Series

/// A date, with or without a time, as written in ISO 8601; the time is shown as it is written.
struct DateText {
    private let date: CalendarDate
    private var hour = 0
    private var minute = 0
    private var second = 0
    private let hasTime: Bool

    /// Reads `2015-01-02` and `2015-01-02T16:00[:30[.5]][Z or +02:00]`, also with a space instead of the `T`.
    init(_ text: String) throws(Fault) {
        let bytes = Array(text.utf8)
        guard bytes.count >= 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
            let century = Self.number(bytes, 0, below: 100), let years = Self.number(bytes, 2, below: 100),
            let month = Self.number(bytes, 5, below: 13), let day = Self.number(bytes, 8, below: 32),
            let date = CalendarDate(year: century * 100 + years, month: month, day: day)
        else { throw Fault(.badDate(text)) }
        self.date = date
        let rest = Array(bytes.dropFirst(10))
        hasTime = !rest.isEmpty
        guard hasTime else { return }
        guard rest.count >= 6, "T ".utf8.contains(rest[0]), rest[3] == UInt8(ascii: ":"),
            let hour = Self.number(rest, 1, below: 24), let minute = Self.number(rest, 4, below: 60)
        else { throw Fault(.badDate(text)) }
        self.hour = hour
        self.minute = minute
        if rest.count > 6, rest[6] == UInt8(ascii: ":") {
            guard let second = Self.number(rest, 7, below: 61) else { throw Fault(.badDate(text)) }
            self.second = second
        }
    }

    private static func number(_ bytes: [UInt8], _ start: Int, below limit: Int) -> Int? {
        guard start + 1 < bytes.count else { return nil }
        let (tens, ones) = (Int(bytes[start]) - 48, Int(bytes[start + 1]) - 48)
        guard (0...9).contains(tens), (0...9).contains(ones), tens * 10 + ones < limit else { return nil }
        return tens * 10 + ones
    }

    /// `2 Jan 2015`, with the time behind if there is one: `2 Jan 2015 16:00`.
    var display: String {
        hasTime ? date.display + " " + hour.zeroPadded(to: 2) + ":" + minute.zeroPadded(to: 2) : date.display
    }

    /// The date by a pattern of C's `strftime`; `%-d` and its like write no zero in front.
    func formatted(_ pattern: String) throws(Fault) -> String {
        var result = ""
        var rest = pattern[...]
        while let character = rest.popFirst() {
            guard character == "%" else {
                result.append(character)
                continue
            }
            let isBare = rest.first == "-"
            if isBare { rest.removeFirst() }
            guard let letter = rest.popFirst(), let part = part(letter, isBare) else {
                throw Fault(.argument("date", fact: "'\(pattern)' is not a format for dates"))
            }
            result += part
        }
        return result
    }

    private func part(_ letter: Character, _ isBare: Bool) -> String? {
        let parts = date.components
        func digits(_ number: Int, _ width: Int = 2) -> String {
            isBare ? String(number) : number.zeroPadded(to: width)
        }
        switch letter {
        case "Y": return digits(parts.year, 4)
        case "y": return digits(parts.year % 100)
        case "m": return digits(parts.month)
        case "b": return CalendarDate.monthNames[parts.month - 1]
        case "B": return Self.months[parts.month - 1]
        case "d": return digits(parts.day)
        case "e": return parts.day < 10 && !isBare ? " \(parts.day)" : "\(parts.day)"
        case "j": return digits(date.day - date.yearStart.day + 1, 3)
        case "a": return String(Self.weekdays[date.weekday].prefix(3))
        case "A": return Self.weekdays[date.weekday]
        case "H": return digits(hour)
        case "I": return digits((hour + 11) % 12 + 1)
        case "M": return digits(minute)
        case "S": return digits(second)
        case "p": return hour < 12 ? "AM" : "PM"
        case "F": return date.iso
        case "T": return hour.zeroPadded(to: 2) + ":" + minute.zeroPadded(to: 2) + ":" + second.zeroPadded(to: 2)
        case "%": return "%"
        default: return nil
        }
    }

    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]
    private static let weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
}
