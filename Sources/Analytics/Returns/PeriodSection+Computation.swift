import Formatting
import RunModel
import Series

extension Run {
    /// Whether the benchmark covers all that the run covers of a calendar period.
    fileprivate func benchmarkCovers(_ period: CalendarPeriod) -> Bool {
        guard let benchmark, let start = equity.timestamps.first?.date, let end = returns.timestamps.last?.date else {
            return false
        }
        let eve = CalendarDate(day: period.start.day - 1)
        return benchmark.reaches(back: max(start, eve))
            && benchmark.reaches(forward: min(end, CalendarDate(day: period.next.day - 1)))
    }
}

extension PeriodSection {
    /// The section of a context, beside its benchmark's where it has one. Linear time.
    init(_ context: MetricContext) {
        let benchmark = context.benchmark
        let resolution = context.resolution
        months =
            resolution.resolves(.monthly)
            ? Self.rows(context(CalendarReturns.self).months, benchmark?(CalendarReturns.self).months, context.run) : []
        years = Self.rows(context(CalendarReturns.self).years, benchmark?(CalendarReturns.self).years, context.run)
        trailing = TrailingWindow.all.map { Self.trailing($0, context, benchmark) }
        weekdays = resolution.resolves(.daily) ? GroupedReturn.weekdays(context) : []
        monthsOfYear = resolution.resolves(.monthly) ? GroupedReturn.monthsOfYear(context) : []
        hours = context.run.calendar.periodsPerSession > 1 ? GroupedReturn.hours(context) : []
    }

    private static func rows(_ periods: [CalendarPeriod], _ benchmark: [CalendarPeriod]?, _ run: Run) -> [PeriodReturn]
    {
        var other = (benchmark ?? [])[...]
        return periods.map { period in
            while let first = other.first, first.start < period.start { other.removeFirst() }
            let match = other.first.flatMap { $0.start == period.start ? $0.value : nil }
            return PeriodReturn(
                start: period.start, strategy: period.value, benchmark: match,
                benchmarkIsPartial: match != nil && !run.benchmarkCovers(period), observations: period.observations,
                isPartial: period.isPartial)
        }
    }

    private static func trailing(
        _ window: TrailingWindow, _ context: MetricContext, _ benchmark: MetricContext?
    ) -> TrailingReturn {
        TrailingReturn(
            key: window.key, label: window.label, strategy: value(window, context),
            benchmark: benchmark.map { value(window, $0) }, isAnnualised: WindowReturn(window, context).isAnnualised)
    }

    private static func value(_ window: TrailingWindow, _ context: MetricContext) -> MetricValue {
        do { return .finite(try WindowReturn(window, context).value(), else: .notFinite) } catch {
            return .absent(error)
        }
    }
}

extension Analysis {
    /// Returns by month, year, weekday and trailing window.
    public var periods: PeriodSection { context(PeriodSection.self) }
}

extension GroupedReturn {
    private static let weekdayNames = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]

    /// Statistics of the daily view by weekday, Monday first.
    static func weekdays(_ context: MetricContext) -> [GroupedReturn] {
        let daily = context.daily
        return groups(daily.returns, by: { daily.dates[$0].weekday }, labels: weekdayNames, context.conventions)
    }

    /// Statistics of whole months by month of the year, January first.
    static func monthsOfYear(_ context: MetricContext) -> [GroupedReturn] {
        let months = context(CalendarReturns.self).countedMonths
        return groups(
            months.map(\.value), by: { months[$0].start.month - 1 },
            labels: CalendarDate.monthNames.map { String($0.prefix(3)) }, context.conventions)
    }

    /// Statistics of returns by the hour of their timestamp.
    static func hours(_ context: MetricContext) -> [GroupedReturn] {
        let labels = (0..<24).map { $0.zeroPadded(to: 2) + ":00" }
        let history = context.history
        return groups(history.returns, by: { history.timestamps[$0].hour }, labels: labels, context.conventions)
    }

    private static func groups(
        _ values: [Double], by key: (Int) -> Int, labels: [String], _ conventions: Conventions
    ) -> [GroupedReturn] {
        var sums = [StableSum](repeating: StableSum(), count: labels.count)
        var counts = [(all: Int, base: Int, wins: Int)](repeating: (0, 0, 0), count: labels.count)
        for index in values.indices {
            let key = key(index)
            sums[key].add(values[index])
            counts[key].all += 1
            if values[index] != 0 || conventions.winRateBase == .allPeriods { counts[key].base += 1 }
            if values[index] > 0 { counts[key].wins += 1 }
        }
        return labels.indices.filter { counts[$0].all > 0 }.map { key in
            let count = Double(counts[key].all)
            return GroupedReturn(
                index: key, label: labels[key], observations: counts[key].all, mean: sums[key].value / count,
                winRate: counts[key].base > 0 ? Double(counts[key].wins) / Double(counts[key].base) : 0)
        }
    }
}
