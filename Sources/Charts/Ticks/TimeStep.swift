import Series

/// The distance between ticks of a time axis, in units of the calendar.
public enum TimeStep: Equatable, Sendable {
    /// Minutes from midnight.
    case minutes(Int)
    /// Hours from midnight.
    case hours(Int)
    /// Days; steps above one count from a Monday, so seven days are weeks.
    case days(Int)
    /// Months from January: 3 is quarters.
    case months(Int)
    /// Years divisible by the number.
    case years(Int)

    /// From fine to coarse.
    public static let ladder: [TimeStep] =
        [1, 5, 15, 30].map { .minutes($0) } + [1, 3, 6, 12].map { .hours($0) } + [1, 2, 7].map { .days($0) }
        + [1, 3, 6].map { .months($0) } + [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000].map { .years($0) }

    /// About how many days lie between two ticks.
    public var days: Double {
        switch self {
        case .minutes(let count): Double(count) / 1440
        case .hours(let count): Double(count) / 24
        case .days(let count): Double(count)
        case .months(let count): Double(count) * 30.4369
        case .years(let count): Double(count) * 365.2425
        }
    }

    /// Every tick in a domain of days since 1970; none where there would be more than `limit`.
    public func ticks(in domain: Interval, limit: Int = 400) -> [Double] {
        guard domain.length.isFinite, domain.length.magnitude / days <= Double(limit), domain.start.magnitude < 3e6
        else {
            return []
        }
        switch self {
        case .minutes(let count): return regular(every: Double(count) / 1440, in: domain)
        case .hours(let count): return regular(every: Double(count) / 24, in: domain)
        case .days(let count): return regular(every: Double(count), in: domain)
        case .months(let count): return months(every: count, in: domain)
        case .years(let count): return months(every: count * 12, in: domain)
        }
    }

    /// Multiples of a step counted from Monday 1969-12-29.
    private func regular(every step: Double, in domain: Interval) -> [Double] {
        let first = ((domain.lower + 3) / step).rounded(.up)
        let last = ((domain.upper + 3) / step).rounded(.down)
        guard last >= first else { return [] }
        return stride(from: first, through: last, by: 1).map { $0 * step - 3 }
    }

    private func months(every step: Int, in domain: Interval) -> [Double] {
        guard let day = Int(exactly: domain.lower.rounded(.down)) else { return [] }
        let start = CalendarDate(day: day).yearStart
        let index = start.monthIndex - start.monthIndex % step
        var date = CalendarDate(day: start.day).adding(months: index - start.monthIndex)
        var ticks = [Double]()
        while Double(date.day) <= domain.upper {
            if Double(date.day) >= domain.lower { ticks.append(Double(date.day)) }
            date = date.adding(months: step)
        }
        return ticks
    }
}
