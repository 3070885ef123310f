import RunModel
import Series

/// An account that is known only where something is booked: its balance after each closed trade, and payments.
///
/// Made into one value a day, at the end of the day, because volatility and Sharpe ratio are of days. Between bookings the
/// balance stands still; what open positions are worth is not known.
struct BookedAccount {
    /// Something that was booked.
    struct Booking {
        /// Milliseconds since 1970 on the report's clock.
        var wall: Int64
        /// The balance behind it.
        var balance: Double
        /// What was paid in (above 0) or out with it: no return.
        var payment = 0.0
        var line = 0
    }

    var file: String
    /// The columns that balances and times stand in.
    var column: String
    var timestampColumn: String
    /// The balance before the first booking.
    var start: Double
    /// In the order of time.
    var bookings: [Booking]
    /// The first and the last day that the report is of, in days since 1970; bookings outside widen it.
    var span: ClosedRange<Int>
    /// What open positions were worth at the end, over what was booked.
    var floating = 0.0
    var digits: WrittenDigits?

    /// Whether something was paid in or out while the account was traded.
    var hasPayments: Bool { bookings.contains { $0.payment != 0 } }

    /// Equity by day; returns by day where payments would count as returns.
    func series() -> RawSeries {
        let days = sessions()
        let ends = dayEnds(days)
        let walls = TimestampColumn(walls: days.map { Int64($0) * Timestamp.day })
        return RawSeries(
            file: file, column: column, timestampColumn: timestampColumn, content: hasPayments ? .returns : .levels,
            timestamps: walls, values: hasPayments ? returns(ends) : ends.map(\.balance),
            lines: ends.map { UInt32(clamping: $0.line) }, digits: hasPayments ? nil : digits)
    }

    /// The days with a value: the one before the first, and then every weekday, or every day where something was booked on
    /// a Saturday.
    private func sessions() -> [Int] {
        let booked = bookings.map { Timestamp(milliseconds: $0.wall).date.day }
        let first = min(span.lowerBound, booked.min() ?? span.lowerBound)
        let last = max(span.upperBound, booked.max() ?? span.upperBound)
        let hasWeekends = booked.contains { CalendarDate(day: $0).weekday == 5 }
        func isSession(_ day: Int) -> Bool { hasWeekends || CalendarDate(day: day).weekday < 5 }
        var before = first - 1
        while !isSession(before) { before -= 1 }
        // What is booked on a last Sunday belongs to the Monday behind it.
        var end = last
        while !isSession(end) { end += 1 }
        return [before] + (first...end).filter(isSession)
    }

    /// The account at the end of a day.
    private struct DayEnd {
        var balance: Double
        var line: Int
        /// Growth of the day, payments left out.
        var growth: Double
    }

    private func dayEnds(_ days: [Int]) -> [DayEnd] {
        var (next, balance, line) = (0, start, 0)
        var ends = [DayEnd]()
        ends.reserveCapacity(days.count)
        for (index, day) in days.enumerated() {
            let end = (Int64(day) + 1) * Timestamp.day
            var growth = 1.0
            while index > 0, next < bookings.count, bookings[next].wall < end || index == days.count - 1 {
                let booking = bookings[next]
                if balance > 0 { growth *= (booking.balance - booking.payment) / balance }
                (balance, line) = (booking.balance, booking.line)
                next += 1
            }
            ends.append(DayEnd(balance: balance, line: line, growth: growth))
        }
        guard floating != 0, let last = ends.indices.last else { return ends }
        ends[last].growth *= balance > 0 ? (balance + floating) / balance : 1
        ends[last].balance = balance + floating
        return ends
    }

    /// The first value is where the run begins, and has no return.
    private func returns(_ ends: [DayEnd]) -> [Double] { [.nan] + ends.dropFirst().map { $0.growth - 1 } }
}
