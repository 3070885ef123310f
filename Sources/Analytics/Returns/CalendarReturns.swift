import Glibc
import Series

/// The return of one calendar week, month, quarter or year.
struct CalendarPeriod: Equatable, Sendable {
    /// First day of the period.
    let start: CalendarDate
    /// First day of the next period.
    let next: CalendarDate
    /// The period's return under the convention in force.
    let value: Double
    /// How many observations of the daily view.
    let observations: Int
    /// The run covers only a part of the period.
    let isPartial: Bool
}

/// Returns by calendar period, from the daily view.
struct CalendarReturns: Statistic {
    /// ISO weeks, Monday to Sunday.
    let weeks: [CalendarPeriod]
    /// Months.
    let months: [CalendarPeriod]
    /// The months that count in statistics which compare months.
    let countedMonths: [CalendarPeriod]
    /// Returns of the months as the gain-to-pain ratio sees them.
    let gainToPainMonths: [Double]
    /// Quarters.
    let quarters: [CalendarPeriod]
    /// Years.
    let years: [CalendarPeriod]
    /// The years that count in statistics of years.
    let countedYears: [CalendarPeriod]
    /// What one observation spans.
    private let resolution: Cadence

    /// Groups the daily view into periods that are whole or not.
    init(
        _ daily: ReturnHistory, resolution: Cadence, coverage: PeriodCoverage, baselineIsAdded: Bool,
        conventions: Conventions
    ) {
        self.resolution = resolution
        let grouping = CalendarGrouping(daily: daily, coverage: coverage, baselineIsAdded: baselineIsAdded)
        let sum = conventions.monthlyReturns
        weeks = grouping.periods(sum, from: \.weekStart, to: { CalendarDate(day: $0.day + 7) })
        months = grouping.months(sum)
        let other = conventions.gainToPainMonths.aggregation
        gainToPainMonths = (other == sum ? months : grouping.months(other)).map(\.value)
        quarters = grouping.periods(sum, from: \.quarterStart, to: { $0.adding(months: 3) })
        years = grouping.years(conventions.yearlyReturns)
        let countsAll = conventions.partialPeriods == .counted
        countedMonths = countsAll ? months : months.filter { !$0.isPartial }
        countedYears = countsAll ? years : years.filter { !$0.isPartial }
    }
}

extension CalendarReturns {
    /// The periods of a context. Linear time.
    init(_ context: MetricContext) {
        let coverage = PeriodCoverage(context.daily, start: context.coverageStart, rule: PeriodCoverage.Rule(context))
        self.init(
            context.daily, resolution: context.resolution, coverage: coverage,
            baselineIsAdded: context.baselineIsAdded, conventions: context.conventions)
    }

    /// The periods of a series that has returns, and at least one in every period of a length.
    func resolving(_ period: Cadence) throws(Unavailable) -> CalendarReturns {
        guard !years.isEmpty else { throw .noReturns }
        guard resolution.resolves(period) else { throw .coarse }
        return self
    }

    /// Returns of the months that count where months are compared: complete ones under `standard`.
    func comparedMonths() throws(Unavailable) -> [Double] {
        let counted = try resolving(.monthly).countedMonths
        guard !counted.isEmpty else { throw .noWholeMonth }
        return counted.map(\.value)
    }

    /// Returns of the years that count: complete ones under `standard`.
    func comparedYears() throws(Unavailable) -> [Double] {
        guard !years.isEmpty else { throw .noReturns }
        guard !countedYears.isEmpty else { throw .noYear }
        return countedYears.map(\.value)
    }
}

/// What a run puts into the return of a year, in words.
struct YearWords: Statistic {
    let inputs: [String]

    init(_ context: MetricContext) {
        let text = context.text
        inputs =
            context.conventions.yearlyReturns == .annualisedSum
            ? [text.periods, text.dailyReturns] : [text.dailyReturns]
    }
}

/// How observations fall into calendar periods, and which periods are covered whole.
struct CalendarGrouping {
    /// The daily view.
    let daily: ReturnHistory
    /// Which periods are whole.
    let coverage: PeriodCoverage
    /// Whether the value before the first return is no record.
    let baselineIsAdded: Bool

    /// Periods by their first day.
    func periods(
        _ aggregation: PeriodAggregation, from key: (CalendarDate) -> CalendarDate,
        to next: (CalendarDate) -> CalendarDate
    ) -> [CalendarPeriod] {
        grouped(key: key, next: next) { range in
            switch aggregation {
            case .compounded: compounded(range)
            case .summed: summed(range)
            case .withinPeriod: within(range, from: key)
            }
        }
    }

    /// Calendar months.
    func months(_ aggregation: PeriodAggregation) -> [CalendarPeriod] {
        periods(aggregation, from: \.monthStart, to: { $0.adding(months: 1) })
    }

    /// Calendar years.
    func years(_ aggregation: YearAggregation) -> [CalendarPeriod] {
        grouped(key: \.yearStart) {
            $0.adding(months: 12)
        } value: { range in
            switch aggregation {
            case .compounded: compounded(range)
            case .annualisedSum: expm1(log1p(summed(range)) * daily.periodsPerYear / Double(range.count))
            case .withinPeriod: within(range, from: \.yearStart)
            }
        }
    }

    private func grouped(
        key: (CalendarDate) -> CalendarDate, next: (CalendarDate) -> CalendarDate, value: (Range<Int>) -> Double
    ) -> [CalendarPeriod] {
        var periods = [CalendarPeriod]()
        var first = 0
        while first < daily.count {
            let begin = key(daily.dates[first])
            let following = next(begin)
            var end = first + 1
            while end < daily.count, daily.dates[end] < following { end += 1 }
            periods.append(
                CalendarPeriod(
                    start: begin, next: following, value: value(first..<end), observations: end - first,
                    isPartial: !coverage.isWhole(begin, following, first..<end)))
            first = end
        }
        return periods
    }

    private func compounded(_ range: Range<Int>) -> Double {
        var growth = 1.0
        for index in range { growth *= 1 + daily.returns[index] }
        return growth - 1
    }

    /// From the first value in the period: the baseline's where it lies in it, else the first return's.
    private func within(_ range: Range<Int>, from key: (CalendarDate) -> CalendarDate) -> Double {
        let startsInside =
            range.lowerBound == 0 && key(daily.baseline.date) == key(daily.dates[0]) && !baselineIsAdded
        return compounded(startsInside ? range : range.dropFirst())
    }

    private func summed(_ range: Range<Int>) -> Double {
        var sum = StableSum()
        for index in range { sum.add(daily.returns[index]) }
        return sum.value
    }
}

extension CalendarDate {
    /// The first day of this date's quarter.
    fileprivate var quarterStart: CalendarDate { monthStart.adding(months: -((month - 1) % 3)) }
}
