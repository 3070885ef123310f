import Series

/// Where trailing windows start in the wealth of a context.
extension MetricContext {
    /// Whether a window's number is per year: three years and above, and inception more than a year ago.
    func isAnnualised(_ window: TrailingWindow) -> Bool {
        guard window.start == .inception else { return window.years != nil }
        return history.elapsedDays > 366 || conventions.trailingStart == .returnsSince
    }

    /// The return of a window, per year where it is longer than one.
    func trailing(_ window: TrailingWindow) throws(Unavailable) -> Double {
        try requireReturns()
        guard let months = window.months(to: windowEnd) else {
            return isAnnualised(window) ? try annualGrowth() : try totalReturn()
        }
        if conventions.trailingStart == .returnsSince { return try returnsSince(window) }
        try requireResolution(of: window, months)
        let first =
            resolution.months > 0 && cadence != .irregular
            ? try countedStart(window, months) : try datedStart(window)
        guard let end = wealth.last, wealth[first] > 0 else { throw .ruined }
        let growth = end / wealth[first]
        guard let years = window.years else { return growth - 1 }
        return try annualised(growth: growth, years: years)
    }

    /// The return of all that is stamped on the window's first day or later, per year over n/A.
    private func returnsSince(_ window: TrailingWindow) throws(Unavailable) -> Double {
        let first: CalendarDate =
            switch window.start {
            case .monthsBack(let months): windowEnd.adding(months: -TrailingWindow.shorter(months))
            case .yearStart: windowEnd.yearStart
            case .monthStart, .inception: windowEnd.monthStart
            }
        let cut = CalendarDate(day: first.day - 1)
        try requireBenchmark(from: cut)
        let place = history.firstIndex(after: cut)
        guard place < history.count else { throw .noReturns }
        guard let end = wealth.last, wealth[place] > 0 else { throw .ruined }
        guard window.years != nil else { return end / wealth[place] - 1 }
        let count = Double(daily.count - daily.firstIndex(after: cut))
        return try annualised(growth: end / wealth[place], years: count / daily.periodsPerYear)
    }

    /// The run's last date, for its benchmark too: both windows are the same.
    private var windowEnd: CalendarDate { run.returns.stamps.last?.date ?? history.end.date }

    /// A quarterly series sees quarters, and no month of them.
    private func requireResolution(of window: TrailingWindow, _ months: Int) throws(Unavailable) {
        if window.start == .yearStart { return }
        guard cadence != .irregular else {
            if months * 31 < usualDistance { throw .coarse }
            return
        }
        guard months >= resolution.months, months % max(1, resolution.months) == 0 else { throw .coarse }
    }

    // MARK: Periods

    /// The place of the value so many periods of a monthly or slower series before the last.
    private func countedStart(_ window: TrailingWindow, _ months: Int) throws(Unavailable) -> Int {
        let unit = { (date: CalendarDate) in date.monthIndex / self.resolution.months }
        let target =
            window.start == .yearStart
            ? unit(windowEnd.yearStart) - 1 : unit(windowEnd) - months / resolution.months
        // The last day of the period from which growth counts: months since year 0 less those of the window's last month.
        let distance = (target + 1) * resolution.months - windowEnd.monthIndex
        let cut = CalendarDate(day: windowEnd.monthStart.adding(months: distance).day - 1)
        try requireBenchmark(from: cut)
        guard unit(history.end.date) == unit(windowEnd), unit(history.baseline.date) <= target else {
            throw shortHistory(window, cut)
        }
        let after = history.firstIndex { unit($0) > target }
        let before = after == 0 ? history.baseline.date : history.dates[after - 1]
        guard unit(before) == target else { throw .noWindowStart }
        return after
    }

    // MARK: Dates

    /// The place of the last value at or before the window's first day.
    private func datedStart(_ window: TrailingWindow) throws(Unavailable) -> Int {
        let cut = cut(of: window)
        try requireBenchmark(from: cut)
        let isCovered =
            history.baseline.date <= cut
            || (resolution == .daily && !tradingDays.hasSession(after: cut, before: coverageStart))
        guard isCovered else { throw shortHistory(window, cut) }
        return history.firstIndex(after: cut)
    }

    /// The last date before the window: values after it count.
    private func cut(of window: TrailingWindow) -> CalendarDate {
        let last = windowEnd
        switch window.start {
        case .yearStart: return CalendarDate(day: last.yearStart.day - 1)
        case .monthsBack(let months):
            guard endsMonth else { return last.adding(months: -months) }
            return CalendarDate(day: last.monthStart.adding(months: 1 - months).day - 1)
        case .monthStart, .inception: return CalendarDate(day: last.monthStart.day - 1)
        }
    }

    /// Whether the run ends with the last session of a month, or on the last day of one where it observes less often.
    private var endsMonth: Bool {
        let next = windowEnd.monthStart.adding(months: 1)
        guard resolution == .daily else { return windowEnd.day + 1 == next.day }
        return !tradingDays.hasSession(after: windowEnd, before: next)
    }

    /// A window of the run that the benchmark does not cover from its first day to its last has no benchmark.
    private func requireBenchmark(from cut: CalendarDate) throws(Unavailable) {
        guard isBenchmark, let benchmark = run.benchmark else { return }
        guard benchmark.reaches(forward: windowEnd) else { throw .benchmarkEnds(benchmark.lastDate.iso) }
        guard benchmark.reaches(back: cut) || history.baseline == run.equity.stamps.first else {
            throw .benchmarkStarts(benchmark.firstDate.iso)
        }
    }

    private func shortHistory(_ window: TrailingWindow, _ cut: CalendarDate) -> Unavailable {
        switch window.start {
        case .monthStart, .yearStart: .startsAfter(CalendarDate(day: cut.day + 1).iso)
        case .monthsBack, .inception: .shorter(than: window.label)
        }
    }
}
