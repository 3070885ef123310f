/// A day of the proleptic Gregorian calendar, as the number of days since 1 January 1970.
///
/// No time zone: the date that a timestamp shows on the wall of the run's time zone. Valid for years 1 to 9999.
/// Conversion follows Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms" (civil_from_days).
public struct CalendarDate: Hashable, Comparable, Sendable {
    /// Days since 1970-01-01; negative before.
    public var day: Int

    /// The date so many days after 1 January 1970.
    @inlinable
    public init(day: Int) { self.day = day }

    /// The date of a year, month (1–12) and day of month; nil where there is no such day.
    public init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
            day <= Self.days(inMonth: month, of: year)
        else { return nil }
        self.day = Self.daysFromCivil(year, month, day)
    }

    /// Year, month 1–12, and day of month 1–31.
    public var components: (year: Int, month: Int, day: Int) {
        let shifted = day + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    }

    /// The calendar year.
    public var year: Int { components.year }
    /// The month, 1–12.
    public var month: Int { components.month }
    /// Months since year 0, so that neighbouring months differ by one.
    public var monthIndex: Int {
        let parts = components
        return parts.year * 12 + parts.month - 1
    }
    /// Day of the week, Monday 0 to Sunday 6.
    @inlinable public var weekday: Int { ((day + 3) % 7 + 7) % 7 }
    /// The Monday on or before this day: names the ISO week.
    public var weekStart: CalendarDate { CalendarDate(day: day - weekday) }
    /// The first day of this date's month.
    public var monthStart: CalendarDate { CalendarDate(day: day - components.day + 1) }
    /// The first of January of this date's year.
    public var yearStart: CalendarDate { CalendarDate(day: Self.daysFromCivil(year, 1, 1)) }

    /// The same day of the month `months` later (or earlier), or the month's last day where it is shorter.
    public func adding(months: Int) -> CalendarDate {
        let parts = components
        let index = parts.year * 12 + parts.month - 1 + months
        let year = index >= 0 ? index / 12 : (index - 11) / 12
        let month = index - year * 12 + 1
        return CalendarDate(day: Self.daysFromCivil(year, month, min(parts.day, Self.days(inMonth: month, of: year))))
    }

    /// How many days a month has.
    public static func days(inMonth month: Int, of year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// Earlier days come first.
    @inlinable
    public static func < (left: Self, right: Self) -> Bool { left.day < right.day }

    private static func daysFromCivil(_ year: Int, _ month: Int, _ day: Int) -> Int {
        let year = month <= 2 ? year - 1 : year
        let era = (year >= 0 ? year : year - 399) / 400
        let yearOfEra = year - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }
}
