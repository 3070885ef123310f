/// What `average_drawdown` averages.
public enum AverageDrawdown: String, Choice {
    /// One number for each decline.
    case episodes = "mean(depth of each decline)"
    /// One number for each observation below its peak: long declines weigh more.
    case underwaterPoints = "mean(dd | dd < 0)"
}

/// How long a decline lasted.
public enum DrawdownLength: String, Choice {
    /// The time in which an investor waited.
    case peakToRecovery = "calendar days from peak to recovery"
    /// From the first to the last observation below the peak, both counted.
    case underwaterInclusive = "calendar days from the first to the last observation below the peak, both counted"
    /// Monday to Friday, holidays included.
    case weekdaysInclusive = "weekdays from peak to recovery, both counted"
    /// Whatever a period is.
    case observations = "observations from peak to recovery"

    /// What a length counts, for the head of a column: `Days`.
    public var unitTitle: String {
        switch self {
        case .peakToRecovery, .underwaterInclusive: "Days"
        case .weekdaysInclusive: "Weekdays"
        case .observations: "Observations"
        }
    }
}

/// From where a recovery is counted.
public enum RecoveryStart: String, Choice {
    /// How long the climb back took.
    case valley = "recovery − valley"
    /// How long the whole decline took.
    case peak = "recovery − peak"
}

/// What the squares of the ulcer index are divided by.
public enum UlcerDivisor: String, Choice {
    /// It is a root mean square, not a deviation.
    case observations = "√(Σdd²/n)"
    /// As if dd were a sample's distance from its mean.
    case observationsLessOne = "√(Σdd²/(n−1))"
}

/// The numerator of the Martin, pain and Burke ratios.
public enum DrawdownNumerator: String, Choice {
    /// Per year.
    case annualGrowth = "CAGR − rf"
    /// Of the whole span, whatever its length.
    case totalReturn = "∏(1+r) − 1 − rf"
    /// A rate per period off a growth per year.
    case annualGrowthLessPeriodRate = "CAGR − f"
}

/// What the Burke ratio squares.
public enum BurkeLosses: String, Choice {
    /// Depth from peak to valley, whatever happened between.
    case declines = "√(Σ depth²)"
    /// Losing periods in a row, the first period left out.
    case losingRuns = "√(Σ l²), l = 100·(∏(1+r/100) − 1) over the losing periods in a row"
}

/// The numerator of the recovery factor.
public enum RecoveryNumerator: String, Choice {
    /// What was earned.
    case compounded = "∏(1+r) − 1"
    /// A loss reads as a gain.
    case summed = "|Σr − rf|"
}
