import Series

/// One piece of a ``DateFormat``: a part of the date, blanks, or a mark that stands there itself.
struct DateElement: Equatable, Sendable {
    /// The parts that directives name.
    enum Part: Hashable, Sendable {
        case year, shortYear, month, monthName, day, weekdayName, quarter
        case hour, minute, second, fraction, meridiem, offset
    }

    private enum Kind: Equatable, Sendable {
        case part(Part)
        case blanks
        case mark(UInt8)
    }

    private let kind: Kind
    /// Whether the number stands beside another without a mark between, and so has all its digits.
    private var isPacked = false

    var part: Part? { if case .part(let part) = kind { part } else { nil } }

    private static let parts: [Character: Part] = [
        "Y": .year, "y": .shortYear, "m": .month, "b": .monthName, "B": .monthName, "h": .monthName, "d": .day,
        "e": .day, "a": .weekdayName, "A": .weekdayName, "q": .quarter, "H": .hour, "I": .hour, "M": .minute,
        "S": .second, "f": .fraction, "p": .meridiem, "z": .offset,
    ]
    private static let shorthands: [Character: String] = [
        "F": "%Y-%m-%d", "T": "%H:%M:%S", "R": "%H:%M", "D": "%m/%d/%y",
    ]

    /// The pieces of a text; nil where a directive is unknown.
    static func elements(of text: String) -> [DateElement]? {
        var elements = [DateElement]()
        var characters = text[...]
        while let character = characters.popFirst() {
            guard character == "%" else {
                elements +=
                    character == " "
                    ? [DateElement(kind: .blanks)] : character.utf8.map { DateElement(kind: .mark($0)) }
                continue
            }
            guard let directive = characters.popFirst() else { return nil }
            if directive == "%" {
                elements.append(DateElement(kind: .mark(UInt8(ascii: "%"))))
            } else if let long = shorthands[directive], let inner = Self.elements(of: long) {
                elements += inner
            } else if let part = parts[directive] {
                elements.append(DateElement(kind: .part(part)))
            } else {
                return nil
            }
        }
        return packed(elements)
    }

    private static func packed(_ elements: [DateElement]) -> [DateElement] {
        var elements = elements
        for index in elements.indices where elements[index].isNumber {
            let before = index > 0 && elements[index - 1].isNumber
            let after = index + 1 < elements.count && elements[index + 1].isNumber
            elements[index].isPacked = before || after
        }
        return elements
    }

    private var isNumber: Bool {
        switch part {
        case .year, .shortYear, .month, .day, .hour, .minute, .second: true
        default: false
        }
    }

    // MARK: Reading

    /// Reads this piece; false where something else stands there.
    func read(_ reader: inout TextReader, into fields: inout DateFields) -> Bool {
        switch kind {
        case .blanks:
            reader.skipBlanks()
            return true
        case .mark(let byte):
            guard let next = reader.next() else { return false }
            return next == byte || (Self.isLetter(byte) && next ^ byte == 0x20)
        case .part(let part): return read(part, &reader, &fields)
        }
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

    private func read(_ part: Part, _ reader: inout TextReader, _ fields: inout DateFields) -> Bool {
        let digits = isPacked ? 2...2 : 1...2
        switch part {
        case .year: return set(&fields.year, reader.number(digits: 4...4))
        case .shortYear: return set(&fields.year, reader.number(digits: 2...2).map { $0 < 69 ? 2000 + $0 : 1900 + $0 })
        case .month: return set(&fields.month, reader.number(digits: digits))
        case .monthName: return set(&fields.month, Self.month(reader.word()))
        case .day: return set(&fields.day, reader.number(digits: digits))
        case .weekdayName: return Self.weekdays.contains(String(reader.word().prefix(3)))
        case .quarter: return set(&fields.quarter, reader.number(digits: 1...1))
        case .hour: return set(&fields.hour, reader.number(digits: digits))
        case .minute: return set(&fields.minute, reader.number(digits: digits))
        case .second: return set(&fields.second, reader.number(digits: digits))
        case .fraction: return set(&fields.fraction, reader.fraction())
        case .meridiem: return set(&fields.half, TimeOfDayText.meridiem(&reader))
        case .offset:
            guard let offset = TimeOfDayText.offset(&reader) else { return false }
            fields.offset = offset
            return offset != nil
        }
    }

    private func set<Value>(_ field: inout Value, _ value: Value?) -> Bool {
        guard let value else { return false }
        field = value
        return true
    }

    private func set<Value>(_ field: inout Value?, _ value: Value?) -> Bool {
        field = value
        return value != nil
    }

    private static let weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
    private static let months = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december",
    ]

    /// `jan`, `january`, `sept`: the month that begins so, with three letters at least.
    private static func month(_ word: String) -> Int? {
        guard word.utf8.count >= 3 else { return nil }
        return months.firstIndex { $0.hasPrefix(word) }.map { $0 + 1 }
    }
}
