import Series

/// A trailing window of one history: where it starts, and what it returned.
struct WindowReturn {
    private let window: TrailingWindow
    private let context: MetricContext

    init(_ window: TrailingWindow, _ context: MetricContext) {
        self.window = window
        self.context = context
    }

    /// Whether a window's number is per year: three years and above, and inception more than a year ago.
    var isAnnualised: Bool {
        guard window.start == .inception else { return window.years != nil }
        return context.history.elapsedDays > 366 || context.conventions.trailingStart == .returnsSince
    }

    /// The return of a window, per year where it is longer than one.
    func value() throws(Unavailable) -> Double {
        try context.requireReturns()
        guard let months = window.months(to: windowEnd) else {
            return isAnnualised ? try context(AnnualGrowth.self).value : try context(TotalReturn.self).value
        }
        if context.conventions.trailingStart == .returnsSince { return try returnsSince() }
        try requireResolution(months)
        let first =
            context.resolution.months > 0 && context.cadence != .irregular
            ? try countedStart(months) : try datedStart()
        let wealth = context.wealth
        guard let end = wealth.last, wealth[first] > 0 else { throw .ruined }
        let growth = end / wealth[first]
        guard let years = window.years else { return growth - 1 }
        return try AnnualGrowth.rate(of: growth, over: years)
    }

    /// The return of all that is stamped on the window's first day or later, per year over n/A.
    private func returnsSince() throws(Unavailable) -> Double {
        let first: CalendarDate =
            switch window.start {
            case .monthsBack(let months): windowEnd.adding(months: -TrailingWindow.shorter(months))
            case .yearStart: windowEnd.yearStart
            case .monthStart, .inception: windowEnd.monthStart
            }
        let cut = CalendarDate(day: first.day - 1)
        try requireBenchmark(from: cut)
        let place = context.history.firstIndex(after: cut)
        guard place < context.history.count else { throw .noReturns }
        let wealth = context.wealth
        guard let end = wealth.last, wealth[place] > 0 else { throw .ruined }
        guard window.years != nil else { return end / wealth[place] - 1 }
        let count = Double(context.daily.count - context.daily.firstIndex(after: cut))
        return try AnnualGrowth.rate(of: end / wealth[place], over: count / context.daily.periodsPerYear)
    }

    /// The run's last date, for its benchmark too: both windows are the same.
    private var windowEnd: CalendarDate { context.run.returns.timestamps.last?.date ?? context.history.end.date }

    /// A quarterly series sees quarters, and no month of them.
    private func requireResolution(_ months: Int) throws(Unavailable) {
        if window.start == .yearStart { return }
        guard context.cadence != .irregular else {
            if months * 31 < context.usualDistance { throw .coarse }
            return
        }
        guard months >= context.resolution.months, months % max(1, context.resolution.months) == 0 else {
            throw .coarse
        }
    }

    // MARK: Periods

    /// The place of the value so many periods of a monthly or slower series before the last.
    private func countedStart(_ months: Int) throws(Unavailable) -> Int {
        let unit = { (date: CalendarDate) in date.monthIndex / context.resolution.months }
        let target =
            window.start == .yearStart
            ? unit(windowEnd.yearStart) - 1 : unit(windowEnd) - months / context.resolution.months
        // The last day of the period from which growth counts: months since year 0 less those of the window's last month.
        let distance = (target + 1) * context.resolution.months - windowEnd.monthIndex
        let cut = CalendarDate(day: windowEnd.monthStart.adding(months: distance).day - 1)
        try requireBenchmark(from: cut)
        guard unit(context.history.end.date) == unit(windowEnd), unit(context.history.baseline.date) <= target else {
            throw shortHistory(cut)
        }
        let after = context.history.firstIndex { unit($0) > target }
        let before = after == 0 ? context.history.baseline.date : context.history.dates[after - 1]
        guard unit(before) == target else { throw .noWindowStart }
        return after
    }

    // MARK: Dates

    /// The place of the last value at or before the window's first day.
    private func datedStart() throws(Unavailable) -> Int {
        let cut = firstCut()
        try requireBenchmark(from: cut)
        let isCovered =
            context.history.baseline.date <= cut
            || (context.resolution == .daily
                && !context(SessionDays.self).hasSession(after: cut, before: context.coverageStart))
        guard isCovered else { throw shortHistory(cut) }
        return context.history.firstIndex(after: cut)
    }

    /// The last date before the window: values after it count.
    private func firstCut() -> CalendarDate {
        let last = windowEnd
        switch window.start {
        case .yearStart: return CalendarDate(day: last.yearStart.day - 1)
        case .monthsBack(let months):
            guard endsMonth else { return last.adding(months: -months) }
            return CalendarDate(day: last.monthStart.adding(months: 1 - months).day - 1)
        case .monthStart, .inception: return CalendarDate(day: last.monthStart.day - 1)
        }
    }

    /// Whether the context.run ends with the last session of a month, or on the last day of one where it observes less often.
    private var endsMonth: Bool {
        let next = windowEnd.monthStart.adding(months: 1)
        guard context.resolution == .daily else { return windowEnd.day + 1 == next.day }
        return !context(SessionDays.self).hasSession(after: windowEnd, before: next)
    }

    /// A window of the context.run that the benchmark does not cover from its first day to its last has no benchmark.
    private func requireBenchmark(from cut: CalendarDate) throws(Unavailable) {
        guard context.isBenchmark, let benchmark = context.run.benchmark else { return }
        guard benchmark.reaches(forward: windowEnd) else { throw .benchmarkEnds(benchmark.lastDate.iso) }
        guard benchmark.reaches(back: cut) || context.history.baseline == context.run.equity.timestamps.first else {
            throw .benchmarkStarts(benchmark.firstDate.iso)
        }
    }

    private func shortHistory(_ cut: CalendarDate) -> Unavailable {
        switch window.start {
        case .monthStart, .yearStart: .startsAfter(CalendarDate(day: cut.day + 1).iso)
        case .monthsBack, .inception: .shorter(than: window.label)
        }
    }
}
