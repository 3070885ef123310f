/// A, the observations in a year.
public enum PeriodsPerYear: Equatable, Sendable {
    /// Of the run's calendar, declared or inferred.
    case calendar
    /// The same for every run, whatever it observes.
    case fixed(Double)
}

/// How many years growth took.
public enum GrowthYears: Equatable, Sendable {
    /// Elapsed calendar time between two stamps, over the days of a year.
    case elapsed(daysPerYear: Double, from: GrowthStart)
    /// Observations over A.
    case observations
}

/// The stamp that elapsed time is counted from.
public enum GrowthStart: Equatable, Sendable {
    /// The stamp before the first return: the whole time in which the money worked.
    case baseline
    /// The stamp of the first return, one period short.
    case firstReturn
}

/// How a rate per year becomes a rate per period.
public enum RiskFreeConversion: Equatable, Sendable {
    /// f = (1+rf)^(1/A) − 1.
    case geometric
    /// f = rf/A.
    case arithmetic
}

/// How the returns inside a calendar period are put together.
public enum PeriodAggregation: Equatable, Sendable {
    /// ∏(1+r) − 1.
    case compounded
    /// Σr.
    case summed
}

/// How the returns inside a calendar year are put together.
public enum YearAggregation: Equatable, Sendable {
    /// ∏(1+r) − 1.
    case compounded
    /// (1+Σr)^(A/n) − 1, which also stretches a partial year to a whole one.
    case annualisedSum
}

/// Whether a month or year that the run covers in part counts among the best, the worst and the mean.
public enum PartialPeriods: Equatable, Sendable {
    /// A fortnight is not a year, and a day no month: only complete calendar periods count.
    case leftOut
    /// Every period that the run touches counts.
    case counted
}

/// What periods' win rates are a share of.
public enum WinRateBase: Equatable, Sendable {
    /// Winning periods over all periods.
    case allPeriods
    /// Winning periods over periods with a return other than zero.
    case nonZeroPeriods
}
