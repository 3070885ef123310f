import Series

/// Returns by calendar period and trailing window.
public struct PeriodSection: Statistic {
    /// Every month that the run touches, in order; a month without observation inside the run is absent.
    public let months: [PeriodReturn]
    /// Every year that the run touches, in order.
    public let years: [PeriodReturn]
    /// MTD, 3M, 6M, YTD, 1Y, 3Y, 5Y, 10Y, since inception, in this order.
    public let trailing: [TrailingReturn]
    /// Statistics of daily returns by weekday, Monday first; only weekdays that occur.
    public let weekdays: [GroupedReturn]
    /// Statistics of whole months by month of the year, January first; empty for series slower than monthly.
    public let monthsOfYear: [GroupedReturn]
    /// Statistics of returns by hour of the timestamp; empty for daily and slower series.
    public let hours: [GroupedReturn]
}

/// The return of one month or year.
public struct PeriodReturn: Equatable, Sendable {
    /// First day of the calendar period.
    public let start: CalendarDate
    /// ∏(1+r) − 1 over the period's observations.
    public let strategy: Double
    /// The benchmark in the same period; nil where it has no return.
    public let benchmark: Double?
    /// The benchmark covers less of the period than the run does, so the two are not of the same time.
    public let benchmarkIsPartial: Bool
    /// How many observations.
    public let observations: Int
    /// The run covers only a part of the period.
    public let isPartial: Bool

    /// The benchmark over the same time as the run; nil where it covers less.
    public var comparableBenchmark: Double? { benchmarkIsPartial ? nil : benchmark }
    /// The run's return less the benchmark's over the same time; nil where that covers less.
    public var excess: Double? { comparableBenchmark.map { strategy - $0 } }
}

/// The return of a window that ends with the run.
public struct TrailingReturn: Equatable, Sendable {
    /// The metric of the same window: `ytd`.
    public let key: MetricKey
    /// `Year to date`.
    public let label: String
    /// Over the window; windows above a year are annualised.
    public let strategy: MetricValue
    /// The benchmark over the same window; nil without one.
    public let benchmark: MetricValue?
    /// Whether the numbers are per year.
    public let isAnnualised: Bool
}

/// Returns that share a weekday, a month of the year or an hour.
public struct GroupedReturn: Equatable, Sendable {
    /// Weekday 0 (Monday) to 6, month 0 to 11, or hour 0 to 23.
    public let index: Int
    /// `Mon`, `Jan`, `09:00`.
    public let label: String
    /// How many observations.
    public let observations: Int
    /// Mean simple return.
    public let mean: Double
    /// Share of positive returns.
    public let winRate: Double
}
