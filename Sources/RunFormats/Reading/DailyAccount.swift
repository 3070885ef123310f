import RunModel
import Series

/// An account that is written when something happens, as one value at the end of each day in UTC.
///
/// Where nothing ever happens on a Saturday, the market keeps weekends: they are left out, and what happens on a Sunday
/// belongs to the Monday that it opens.
struct DailyAccount {
    /// What the account held from a moment on.
    struct Step {
        /// Milliseconds since 1970 in UTC.
        var moment: Int64
        var balance: Double
        /// 1-based line of the file; 0 where it has none.
        var line: Int
    }

    /// The value before the first step, which stands on the day before it.
    let start: Double
    /// In the order of time, one at least.
    let steps: [Step]
    private let keepsWeekends: Bool

    /// - Parameter keepsWeekends: Whether the market rests on weekends; nil where the steps have to tell.
    init(start: Double, steps: [Step], keepsWeekends: Bool? = nil) {
        (self.start, self.steps) = (start, steps)
        self.keepsWeekends = keepsWeekends ?? !steps.contains { Self.date($0.moment).weekday == 5 }
    }

    /// The steps that profits make.
    static func steps(from start: Double, _ profits: [(moment: Int64, profit: Double, line: Int)]) -> [Step] {
        var balance = start
        return profits.sorted { $0.moment < $1.moment }.map { profit in
            balance += profit.profit
            return Step(moment: profit.moment, balance: balance, line: profit.line)
        }
    }

    /// One value a day until the last step, or until a later moment.
    ///
    /// - Parameters:
    ///   - opening: When the account began, where that was before the first step.
    ///   - end: When it ended, where that was after the last step.
    func series(
        file: String, column: String, timestampColumn: String, opening: Int64? = nil, end: Int64? = nil
    ) -> RawSeries {
        let first = day(min(steps.first?.moment ?? opening ?? 0, opening ?? .max))
        let last = max(first, day(max(steps.last?.moment ?? first.milliseconds, end ?? .min)))
        var days = [before(first)]
        while let next = days.last.map(after), next <= last { days.append(next) }
        var (place, balance, line) = (0, start, steps.first?.line ?? 0)
        var (values, lines) = ([Double](), [UInt32]())
        for date in days {
            while place < steps.count, day(steps[place].moment) <= date {
                (balance, line) = (steps[place].balance, steps[place].line)
                place += 1
            }
            values.append(balance)
            lines.append(UInt32(truncatingIfNeeded: line))
        }
        let timestamps = TimestampColumn(walls: days.map(\.milliseconds), offsets: .uniform(0))
        return RawSeries(
            file: file, column: column, timestampColumn: timestampColumn, content: .levels, timestamps: timestamps,
            values: values, lines: lines)
    }

    // MARK: Days

    private static func date(_ moment: Int64) -> CalendarDate { Timestamp(milliseconds: moment).date }

    /// The day that a moment counts to.
    private func day(_ moment: Int64) -> CalendarDate {
        let date = Self.date(moment)
        return keepsWeekends && date.weekday > 4 ? CalendarDate(day: date.day + 7 - date.weekday) : date
    }

    private func before(_ date: CalendarDate) -> CalendarDate {
        CalendarDate(day: date.day - (keepsWeekends && date.weekday == 0 ? 3 : 1))
    }

    private func after(_ date: CalendarDate) -> CalendarDate {
        CalendarDate(day: date.day + (keepsWeekends && date.weekday == 4 ? 3 : 1))
    }
}

extension CalendarDate {
    /// Its midnight, in milliseconds since 1970.
    fileprivate var milliseconds: Int64 { Int64(day) * Timestamp.day }
}
