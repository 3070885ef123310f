/// Where drawdown starts to look for a peak.
public enum DrawdownBaseline: Equatable, Sendable {
    /// W₀ = 1 before the first return, so that a loss in the first period is a loss.
    case beforeFirstReturn
    /// The wealth after the first return.
    case afterFirstReturn
}

/// What `average_drawdown` averages.
public enum AverageDrawdown: Equatable, Sendable {
    /// The depths of the declines.
    case episodes
    /// Every observation below its peak.
    case underwaterPoints
}

/// How the days of a decline are counted.
public enum DrawdownDays: Equatable, Sendable {
    /// From the peak to the recovery, in calendar days.
    case peakToRecovery
    /// From the first to the last observation below the peak, both counted.
    case underwaterInclusive
}

/// What the squares of the ulcer index are divided by.
public enum UlcerDivisor: Equatable, Sendable {
    /// n.
    case observations
    /// n − 1.
    case observationsLessOne
}

/// The numerator of the Martin ratio.
public enum MartinNumerator: Equatable, Sendable {
    /// CAGR − rf.
    case annualGrowth
    /// Total return − rf.
    case totalReturn
}

/// The numerator of the recovery factor.
public enum RecoveryNumerator: Equatable, Sendable {
    /// Total return.
    case compounded
    /// |Σr − rf|.
    case summed
}
