import Glibc
import RunModel
import Series

/// Brings a series of risk-free rates to the periods of a run.
struct RiskFreeAlignment {
    let series: MainSeries
    let content: RawSeries.Content
    let run: AccountCurve
    let runPattern: TimestampPattern
    let calendar: TradingCalendar

    /// One rate per return, and how many returns have one.
    func perPeriod() -> (rates: [Double], covered: Int) {
        guard !series.timestamps.isEmpty else { return ([], 0) }
        return content == .annualRates ? stepped() : spread()
    }

    /// What was done with the series, for the provenance.
    func note(_ file: String) -> String? {
        if content == .annualRates {
            return isSlow
                ? "A rate of \(file) holds from its date until the next one; a period takes the mean over its days."
                : "Rates of \(file) hold until the next one."
        }
        let own = TimestampPattern(series.timestamps)
        if runPattern.isIntraday, !own.isIntraday {
            return "Returns of \(file) are one a day: each is spread over the run's bars of its day."
        }
        return own.cadence == runPattern.cadence ? nil : "Returns of \(file) were brought to the run's periods."
    }

    private var isSlow: Bool {
        switch calendar.cadence {
        case .weekly, .monthly, .quarterly, .yearly: true
        case .minute, .hourly, .daily, .irregular: false
        }
    }

    // MARK: Yearly rates

    /// f = (1 + rate)^(1/A) − 1 of the rate in force: at the date of a return, or over the days of a slower period.
    private func stepped() -> ([Double], Int) {
        var rates = [Double]()
        var position = -1
        for (index, timestamp) in run.returns.timestamps.enumerated() {
            let first = isSlow ? CalendarDate(day: run.equity.timestamps[index].date.day + 1) : timestamp.date
            while position + 1 < series.timestamps.count, series.timestamps[position + 1].date <= first {
                position += 1
            }
            guard let growth = growth(from: first, to: timestamp.date, &position) else { continue }
            rates.append(expm1(growth / calendar.periodsPerYear))
        }
        return (rates, rates.count)
    }

    /// The mean of log(1 + rate) over the days of a span that have a rate; moves to the last rate in it.
    private func growth(from first: CalendarDate, to last: CalendarDate, _ position: inout Int) -> Double? {
        var (sum, days, day) = (0.0, 0, first.day)
        while day <= last.day {
            let next = position + 1 < series.timestamps.count ? series.timestamps[position + 1].date.day : last.day + 1
            let end = min(next, last.day + 1)
            if position >= 0, end > day {
                sum += log1p(series.values[position]) * Double(end - day)
                days += end - day
            }
            day = max(end, day)
            if next <= last.day { position += 1 }
        }
        guard days > 0 else { return nil }
        return sum / Double(days)
    }

    // MARK: Returns

    /// Returns compounded or spread over the coarser of the two's periods: (1 + R)^(1/n) − 1 for each of the n returns
    /// of the run in a period with R.
    private func spread() -> ([Double], Int) {
        let key = RiskFreePeriod(runPattern, TimestampPattern(series.timestamps))
        let runKeys = run.returns.timestamps.map(key.key)
        var totals = [Int64: Double]()
        var (place, firstKey) = (0, Int64.min)
        if let start = run.equity.timestamps.first { firstKey = key.key(start) }
        for (timestamp, value) in zip(series.timestamps, series.values) {
            var rateKey = key.key(timestamp)
            guard rateKey > firstKey || runKeys.first == rateKey else { continue }
            if key.joins {
                // A day that the run does not have is part of the run's next return.
                while place < runKeys.count, runKeys[place] < rateKey { place += 1 }
                guard place < runKeys.count else { break }
                rateKey = runKeys[place]
            }
            totals[rateKey, default: 0] += log1p(value)
        }
        return shared(totals, runKeys)
    }

    private func shared(_ totals: [Int64: Double], _ runKeys: [Int64]) -> ([Double], Int) {
        var counts = [Int64: Int]()
        for key in runKeys { counts[key, default: 0] += 1 }
        let closed = Self.closedWeekdays(series.timestamps)
        var (rates, covered) = ([Double](), 0)
        for (index, key) in runKeys.enumerated() {
            let total = totals[key]
            // On a weekend without a rate nothing is earned that Monday's rate does not hold.
            if total != nil || closed[run.returns.timestamps[index].date.weekday] { covered += 1 }
            rates.append(expm1((total ?? 0) / Double(counts[key] ?? 1)))
        }
        return (rates, covered)
    }

    /// Saturdays and Sundays on which a series of weekdays never has a value.
    private static func closedWeekdays(_ timestamps: TimeAxis) -> [Bool] {
        let pattern = TimestampPattern(timestamps)
        let isDaily = pattern.cadence == .daily && pattern.weekdays[0..<5].contains(true)
        return (0..<7).map { isDaily && $0 > 4 && !pattern.weekdays[$0] }
    }
}

/// The period in which returns of a run and of an account without risk meet.
struct RiskFreePeriod {
    private let cadence: Cadence
    /// Whether days are matched, so that a day that only one side has can be joined with the next.
    var joins: Bool { cadence == .daily }

    /// The coarser of both; moments where both observe within days.
    init(_ run: TimestampPattern, _ other: TimestampPattern) {
        let coarser = run.step > other.step ? run : other
        switch coarser.cadence {
        case .minute, .hourly, .weekly, .monthly, .quarterly, .yearly: cadence = coarser.cadence
        case .daily, .irregular: cadence = .daily
        }
    }

    /// Equal for moments of one period, increasing with time.
    func key(_ timestamp: Timestamp) -> Int64 {
        switch cadence {
        case .minute, .hourly: timestamp.milliseconds
        case .daily, .irregular: Int64(timestamp.date.day)
        case .weekly: Int64(timestamp.date.weekStart.day)
        case .monthly: Int64(timestamp.date.monthIndex)
        case .quarterly: Int64(timestamp.date.monthIndex / 3)
        case .yearly: Int64(timestamp.date.year)
        }
    }
}
