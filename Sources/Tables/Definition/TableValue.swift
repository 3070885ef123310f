import Analytics
import Formatting
import Series

/// One value of a table before anybody formats it.
public enum TableValue: Equatable, Sendable {
    /// A number in the column's unit; fractions are never percents.
    case number(Double)
    /// A number in a unit of its own, with the decimals that readers see: a table of metrics has one for each row.
    case measure(Double, ValueUnit, places: Int)
    /// A whole number.
    case integer(Int)
    /// A text as it is: a name, what a file says.
    case text(String)
    /// Words of ours; readers see the numbers in them as their language writes them.
    case words(String)
    /// A moment.
    case time(Timestamp)
    /// A day.
    case date(CalendarDate)
    /// Yes or no.
    case flag(Bool)
    /// Not available, and why.
    case unavailable(Unavailable)
    /// Nothing is said here: an empty cell.
    case none
}

extension TableValue {
    /// A number, or nothing for nil.
    public static func optional(_ value: Double?) -> TableValue { value.map { .number($0) } ?? .none }
    /// A whole number, or nothing for nil.
    public static func optional(_ value: Int?) -> TableValue { value.map { .integer($0) } ?? .none }
    /// A text, or nothing for nil.
    public static func optional(_ value: String?) -> TableValue { value.map { .text($0) } ?? .none }

    /// A price: two decimals for shares, four for currencies, eight for coins that cost a part of a cent.
    static func price(_ value: Double) -> TableValue {
        .measure(value, .ratio, places: value.magnitude >= 10 ? 2 : value.magnitude >= 0.01 || value == 0 ? 4 : 8)
    }

    /// A number of shares, contracts or coins: whole where it is one.
    static func quantity(_ value: Double) -> TableValue {
        .measure(value, .count, places: value == value.rounded() ? 0 : value.magnitude >= 0.01 ? 4 : 8)
    }

    /// The value of a metric in its own unit.
    public static func metric(_ value: MetricValue, _ declaration: MetricDeclaration) -> TableValue {
        switch value {
        case .number(let number): .measure(number, declaration.unit, places: declaration.places)
        case .word(let word): .text(word)
        case .absent(let cause): .unavailable(cause)
        }
    }

    /// A number in the column's unit, or why there is none.
    public static func number(_ value: MetricValue) -> TableValue {
        switch value {
        case .number(let number): .number(number)
        case .word(let word): .text(word)
        case .absent(let cause): .unavailable(cause)
        }
    }

    /// The number that a column is sorted by, where the value has one.
    public var sortKey: Double? {
        switch self {
        case .number(let value), .measure(let value, _, _): value
        case .integer(let value): Double(value)
        case .time(let time): time.fractionalDays
        case .date(let date): Double(date.day)
        case .text, .words, .flag, .unavailable, .none: nil
        }
    }

    /// In what the value is given; `column` is the unit of its column, where that has one.
    public func unit(in column: ValueUnit?) -> ValueUnit {
        switch self {
        case .measure(_, let unit, _): unit
        case .number: column ?? .ratio
        case .integer: column ?? .count
        case .text, .words: .word
        case .time, .date: column ?? .time
        case .flag: .flag
        case .unavailable, .none: column ?? .word
        }
    }

    /// Why there is no value, where it is not available.
    public var reason: String? {
        if case .unavailable(let absence) = self { absence.reason } else { nil }
    }
}
