import RunModel
import Series

/// The returns under analysis: those of a run, or of its benchmark.
struct ReturnHistory: Sendable {
    /// The timestamp before the first return.
    let baseline: Timestamp
    /// One timestamp per return, strictly increasing.
    let timestamps: TimeAxis
    /// r, simple periodic returns.
    let returns: [Double]
    /// f for each return.
    let riskFree: PeriodicRate
    /// A.
    let periodsPerYear: Double
    /// The date of each timestamp.
    var dates: TimeAxisDates { timestamps.dates }
    /// How far rounding alone may move each return.
    let rounding: Rounding

    /// A history with all its parts.
    init(
        baseline: Timestamp, timestamps: TimeAxis, returns: [Double], riskFree: PeriodicRate, periodsPerYear: Double,
        rounding: Rounding? = nil
    ) {
        self.baseline = baseline
        self.timestamps = timestamps
        self.returns = returns
        self.riskFree = riskFree
        self.periodsPerYear = periodsPerYear
        self.rounding = rounding ?? Rounding(ofReturns: returns)
    }

    /// The run's own returns.
    init(of run: Run, conventions: Conventions) {
        let periodsPerYear = Self.periodsPerYear(run.calendar, conventions)
        self.init(
            baseline: run.equity.timestamps.first ?? run.returns.timestamps.first ?? Timestamp(milliseconds: 0),
            timestamps: run.returns.timestamps, returns: run.returns.values,
            riskFree: PeriodicRate(
                run.riskFree, periods: run.returns.count, periodsPerYear: periodsPerYear,
                conversion: conventions.riskFreeConversion),
            periodsPerYear: periodsPerYear,
            rounding: run.equityDigits.map { Rounding(ofReturnsBetween: run.equity.values, digits: $0) })
    }

    /// n.
    var count: Int { returns.count }

    /// The last timestamp, or the baseline where there is no return.
    var end: Timestamp { timestamps.last ?? baseline }

    /// Elapsed calendar days, with fraction, from the baseline to the end.
    var elapsedDays: Double { Double(end.milliseconds - baseline.milliseconds) / Double(Timestamp.day) }

    /// The first return stamped after a date; the count where there is none.
    func firstIndex(after date: CalendarDate) -> Int { firstIndex { $0 > date } }

    /// The first return whose date, and every later one, satisfies a condition; the count where there is none.
    func firstIndex(where isAfter: (CalendarDate) -> Bool) -> Int { dates.partitioningIndex(where: isAfter) }

    /// A of a calendar under a convention.
    static func periodsPerYear(_ calendar: TradingCalendar, _ conventions: Conventions) -> Double {
        switch conventions.periodsPerYear {
        case .calendar: calendar.periodsPerYear
        case .fixed(let periods): periods
        }
    }

    /// W: growth of 1 before the first return and after each.
    var wealth: [Double] {
        var wealth = [1.0]
        wealth.reserveCapacity(count + 1)
        var level = 1.0
        for value in returns {
            level *= 1 + value
            wealth.append(level)
        }
        return wealth
    }
}
