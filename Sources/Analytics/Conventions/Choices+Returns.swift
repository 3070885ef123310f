/// From which span on numbers are stated per year.
public enum ShortSpans: String, Choice {
    /// What a fortnight earned is not what a year would.
    case withheld = "growth per year from a year on, deviations per year from 90 days on"
    /// A number for every span, as most tools print it.
    case annualised = "per year whatever the span"
}

/// A, the observations in a year.
public enum PeriodsPerYear: Choice {
    /// Of the run's calendar, declared or inferred.
    case calendar
    /// The same for every run, whatever it observes.
    case fixed(Double)

    /// The run's calendar, and the number that most tools fix.
    public static let allCases: [PeriodsPerYear] = [.calendar, .fixed(252)]

    /// `A = 252`, or that it is the calendar's.
    public var phrase: String {
        switch self {
        case .calendar: "A of the run's calendar"
        case .fixed(let periods): "A = \(Notation.number(periods))"
        }
    }
}

/// How many years growth took.
public enum GrowthYears: Choice {
    /// Elapsed calendar time over the days of a year.
    case elapsed(daysPerYear: Double, from: GrowthStart)
    /// Observations over A.
    case observations

    /// The ways of the shipped profiles.
    public static let allCases: [GrowthYears] = [
        .elapsed(daysPerYear: 365.25, from: .baseline), .elapsed(daysPerYear: 365, from: .firstRecord), .observations,
    ]

    /// `n/A`, or what is divided by the days of a year.
    public var phrase: String {
        switch self {
        case .elapsed(let days, .baseline): "elapsed calendar days/\(Notation.number(days))"
        case .elapsed(let days, .firstRecord): "calendar days since the first recorded moment/\(Notation.number(days))"
        case .observations: "n/A"
        }
    }
}

/// The moment that elapsed time is counted from.
public enum GrowthStart: Equatable, Sendable {
    /// The moment before the first return: the whole time in which the money worked.
    case baseline
    /// The first moment that the run's files hold: the start value's, or the first return's where they hold returns alone,
    /// which leaves one period out.
    case firstRecord
}

/// How a rate per year becomes f, a rate per period.
public enum RiskFreeConversion: String, Choice {
    /// Compounds to the rate of the year.
    case geometric = "f = (1+rf)^(1/A) − 1"
    /// Adds up to the rate of the year.
    case arithmetic = "f = rf/A"
}

/// How the returns inside a calendar week, month or quarter are put together.
public enum PeriodAggregation: String, Choice {
    /// From the last value before the period to the last one in it.
    case compounded = "∏(1+r) − 1"
    /// Neither compounded nor what an account shows.
    case summed = "Σr"
    /// The move from the period before is in no period.
    case withinPeriod = "last value/first value in the period − 1"
}

/// How the months of the gain-to-pain ratio are put together.
public enum GainToPainMonths: String, Choice {
    /// What a month earned.
    case compounded = "m = ∏(1+r) − 1"
    /// The sum of its days.
    case summed = "m = Σr"

    /// The same rule for calendar periods.
    var aggregation: PeriodAggregation { self == .compounded ? .compounded : .summed }
}

/// How the returns inside a calendar year are put together.
public enum YearAggregation: String, Choice {
    /// From the last value before the year to the last one in it.
    case compounded = "∏(1+r) − 1"
    /// Also stretches a partial year to a whole one.
    case annualisedSum = "(1+Σr)^(A/n) − 1"
    /// The move from the year before is in no year.
    case withinPeriod = "last value/first value in the year − 1"
}

/// Which months and years count among the best, the worst and the mean.
public enum PartialPeriods: String, Choice {
    /// A fortnight is not a year, and a day no month.
    case leftOut = "complete calendar periods"
    /// Every period that the run touches.
    case counted = "all calendar periods, partial ones included"
}

/// Where trailing windows begin.
public enum TrailingStart: String, Choice {
    /// What an investor earned over the window.
    case lastValueBefore =
        "from the last value at or before the first day; n/a where the history is shorter; per year over whole years"
    /// Windows of quantstats: one day longer for months, a month shorter for three and five years.
    case returnsSince =
        "returns since the day 3, 6, 12, 35, 59 or 120 months before the last, of shorter histories all; per year over n/A"
}

/// What periods' win rates are a share of.
public enum WinRateBase: String, Choice {
    /// A period without movement is not won.
    case allPeriods = "all"
    /// Periods without movement do not exist.
    case nonZeroPeriods = "those other than zero"
}

/// What counts as time in the market.
public enum ExposureForm: String, Choice {
    /// Positions are what exposure means; returns stand in where none are recorded.
    case positions = "rows with a position/rows, without positions count(r ≠ 0)/n"
    /// A run that was in the market for a day of a thousand was in it for a percent.
    case nonZeroRoundedUp = "⌈100·count(r ≠ 0)/n⌉/100"
}
