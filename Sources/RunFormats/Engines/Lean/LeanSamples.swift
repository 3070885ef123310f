import Series

/// The account at the end of each day of a run, the start of the run first.
///
/// LEAN writes the account every few minutes and at each midnight. The daily ones are those at the moments of the series of
/// returns, which is called `Return`, until February 2024 `Daily Performance`.
struct LeanSamples {
    private(set) var seconds = [Int64]()
    private(set) var dates = [CalendarDate]()
    private(set) var values = [Double]()
    /// Moments whose account is not in the file, so that the return in percent was compounded.
    private(set) var compounded = 0

    var count: Int { dates.count }

    /// Nil where the account has no point.
    init?(equity: LeanSeries, returns: LeanSeries?, zone: LeanZone) {
        guard let first = equity.seconds.first, let start = equity.values.first else { return nil }
        if let returns {
            addDaily(equity, returns, zone)
        } else {
            for index in equity.seconds.indices.dropFirst() { add(equity.seconds[index], equity.values[index], zone) }
        }
        addStart(min(first, seconds.first ?? first), start, zone)
    }

    private mutating func addDaily(_ equity: LeanSeries, _ returns: LeanSeries, _ zone: LeanZone) {
        var (next, value) = (0, equity.values[0])
        for index in returns.seconds.indices {
            let second = returns.seconds[index]
            while next < equity.seconds.count, equity.seconds[next] < second { next += 1 }
            if next < equity.seconds.count, equity.seconds[next] == second {
                value = equity.values[next]
            } else {
                value *= 1 + returns.values[index] / 100
                compounded += 1
            }
            // The first sample of newer versions is the start of the run.
            if second > equity.seconds[0] { add(second, value, zone) }
        }
    }

    /// Of two samples of a day the later one counts: a run that ends within a day is sampled at its end.
    private mutating func add(_ second: Int64, _ value: Double, _ zone: LeanZone) {
        let date = zone.date(ofSample: second)
        if dates.last == date {
            (seconds[count - 1], values[count - 1]) = (second, value)
        } else {
            seconds.append(second)
            dates.append(date)
            values.append(value)
        }
    }

    /// The start stands on the day before the first one.
    private mutating func addStart(_ second: Int64, _ value: Double, _ zone: LeanZone) {
        var date = zone.date(ofSample: second)
        if let first = dates.first { date = min(date, CalendarDate(day: first.day - 1)) }
        seconds.insert(second, at: 0)
        dates.insert(date, at: 0)
        values.insert(value, at: 0)
    }
}
