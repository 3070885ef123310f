import RunModel
import Series

/// Equity and returns of a run, the start value included.
struct AccountCurve {
    var equity: TimeSeries
    var returns: TimeSeries
    var equityIsDerived: Bool
    var baselineIsAdded: Bool
    /// Line of the file that gave each return.
    var lines: LineNumbers
}

/// Lines of a file, one for each return; those of the file itself are not copied.
struct LineNumbers {
    private let all: ArraySlice<UInt32>

    init(_ all: ArraySlice<UInt32>) { self.all = all }

    /// How many there are.
    var count: Int { all.count }

    /// The line in a place, counted from 0.
    subscript(index: Int) -> UInt32 { all[all.startIndex + index] }

    /// A stretch of them.
    func part(_ range: Range<Int>) -> LineNumbers {
        LineNumbers(all[all.startIndex + range.lowerBound..<all.startIndex + range.upperBound])
    }
}

extension AccountCurve {
    /// The line of the first return that is not finite, or whose equity is not finite and above zero; nil where all are.
    ///
    /// Each cell may be a fine number and their products or quotients none. Only a return of −1 at the end leaves nothing.
    var lineOutOfRange: Int? {
        let first = returns.values.indices.first { index in
            let level = equity.values[index + 1]
            if level == 0, returns.values[index] == -1, index == returns.count - 1 { return false }
            return !(returns.values[index].isFinite && level.isFinite && level > 0)
        }
        return first.map { Int(lines[$0]) }
    }

    /// From values of the account. A declared capital that is not the first value stands one period before it; one that is
    /// does so where the run counts the first period too.
    static func fromLevels(
        _ series: MainSeries, capital: Double?, standsBefore: Bool = false, before: (Timestamp) -> Timestamp
    ) -> AccountCurve {
        var (timestamps, levels, lines) = (series.timestamps, series.values, series.lines[...])
        var isAdded = false
        if let capital, let first = levels.first, standsBefore || (first - capital).magnitude > capital * 1e-9 {
            timestamps = timestamps.led(by: before(timestamps[0]))
            levels.insert(capital, at: 0)
            isAdded = true
        } else {
            lines = lines.dropFirst()
        }
        let returns = levels.indices.dropFirst().map { levels[$0] / levels[$0 - 1] - 1 }
        return AccountCurve(
            equity: TimeSeries(timestamps: timestamps, values: levels),
            returns: TimeSeries(timestamps: timestamps.afterFirst, values: returns), equityIsDerived: false,
            baselineIsAdded: isAdded, lines: LineNumbers(lines))
    }

    /// From returns, compounded on the capital, 1 where none is given.
    static func fromReturns(_ series: MainSeries, capital: Double?, before: (Timestamp) -> Timestamp) -> AccountCurve {
        let start = series.startTimestamp ?? before(series.timestamps[0])
        let returns = TimeSeries(timestamps: series.timestamps, values: series.values)
        let equity = compounded(returns, from: start, capital ?? 1)
        return AccountCurve(
            equity: equity, returns: TimeSeries(timestamps: equity.timestamps.afterFirst, values: series.values),
            equityIsDerived: true, baselineIsAdded: series.startTimestamp == nil, lines: LineNumbers(series.lines[...]))
    }

    static func compounded(_ returns: TimeSeries, from start: Timestamp, _ capital: Double) -> TimeSeries {
        var levels = [capital]
        levels.reserveCapacity(returns.count + 1)
        for (index, value) in returns.values.enumerated() { levels.append(levels[index] * (1 + value)) }
        return TimeSeries(timestamps: returns.timestamps.led(by: start), values: levels)
    }

    /// The part whose returns lie on dates of a range; nil where there is none.
    ///
    /// - Parameter capital: The declared capital; without one, a derived curve starts at 1 again.
    func slice(from: CalendarDate?, to: CalendarDate?, capital: Double?) -> AccountCurve? {
        let first = from.map { date in returns.timestamps.firstIndex { $0.date >= date } ?? returns.count } ?? 0
        let end = to.map { date in returns.timestamps.firstIndex { $0.date > date } ?? returns.count } ?? returns.count
        guard first < end else { return nil }
        let part = TimeSeries(
            timestamps: returns.timestamps.part(first..<end), values: Array(returns.values[first..<end]))
        var curve = self
        curve.returns = part
        curve.lines = lines.part(first..<end)
        curve.baselineIsAdded = baselineIsAdded && first == 0
        curve.equity =
            equityIsDerived && capital == nil
            ? Self.compounded(part, from: equity.timestamps[first], 1)
            : TimeSeries(
                timestamps: equity.timestamps.part(first..<end + 1), values: Array(equity.values[first...end]))
        return curve
    }
}

/// One period before a moment: where the start value of a series of returns stands.
struct PeriodBefore {
    let pattern: TimestampPattern
    let cadence: Cadence

    func callAsFunction(_ timestamp: Timestamp) -> Timestamp {
        switch cadence {
        case .minute, .hourly, .irregular: Timestamp(milliseconds: timestamp.milliseconds - pattern.step)
        case .daily: on(previousSession(timestamp.date), timestamp)
        case .weekly: on(CalendarDate(day: timestamp.date.day - 7), timestamp)
        case .monthly: on(monthsBefore(1, timestamp.date), timestamp)
        case .quarterly: on(monthsBefore(3, timestamp.date), timestamp)
        case .yearly: on(monthsBefore(12, timestamp.date), timestamp)
        }
    }

    /// Another date at the same time of day.
    private func on(_ date: CalendarDate, _ timestamp: Timestamp) -> Timestamp {
        Timestamp(milliseconds: Int64(date.day) * Timestamp.day + timestamp.millisecondsOfDay)
    }

    private func previousSession(_ date: CalendarDate) -> CalendarDate {
        let isWeekdaySeries = !pattern.hasSaturdays && !pattern.hasSundays
        var before = CalendarDate(day: date.day - 1)
        while isWeekdaySeries, before.weekday > 4 { before.day -= 1 }
        return before
    }

    /// The last day of a month has the last day of another month before it.
    private func monthsBefore(_ months: Int, _ date: CalendarDate) -> CalendarDate {
        let before = date.adding(months: -months)
        let isMonthEnd = CalendarDate(day: date.day + 1).components.day == 1
        guard isMonthEnd else { return before }
        let parts = before.components
        return CalendarDate(
            day: before.day - parts.day + CalendarDate.days(inMonth: parts.month, of: parts.year))
    }
}
