/// The numerator of Sharpe and Sortino, per year.
public enum RatioNumerator: Equatable, Sendable {
    /// mean(e)·A.
    case meanTimesPeriods
    /// (1+mean(r))^A − 1 − rf, with the rate per year taken off at the end.
    case compoundedMean
}

/// How the deviation below the target is measured.
public enum DownsideMeasure: Equatable, Sendable {
    /// √(Σ min(e,0)²/n), all n in the denominator.
    case allPeriods
    /// The sample standard deviation of the negative returns about their own mean.
    case negativeDeviation
}

/// How much of the capital the Kelly criterion stakes.
public enum KellyForm: Equatable, Sendable {
    /// mean(e)/s²(e).
    case meanOverVariance
    /// p − (1−p)/payoff, with winning periods over periods other than zero and their mean win over mean loss.
    case payoff
}

/// Form of the kurtosis inside the standard error of the Sharpe ratio.
public enum SharpeKurtosis: Equatable, Sendable {
    /// Population moments, normal = 3: 1 − γ₃·SR + (γ₄−1)/4·SR².
    case populationMoment
    /// Bias-corrected excess with three taken off once more: 1 + SR²/2 − G₁·SR + (G₂−3)/4·SR².
    case excessLessThree
}

/// When there is a performance score, and whose win rate is in it.
public enum ScoreForm: Equatable, Sendable {
    /// From a year on, while the confidence interval of the Sharpe ratio does not hold zero; winning periods.
    case guarded
    /// Whenever Sharpe is given; winning trades where there are closed ones, as the predecessor service.
    case predecessor
}

/// What `trades.per_day` divides by.
public enum TradeDays: Equatable, Sendable {
    /// Trading days observed.
    case sessions
    /// Calendar days elapsed.
    case calendarDays
}
