/// Causes that lie in the returns themselves.
extension Unavailable {
    /// A run that nobody requires anything of.
    public static let noVerdict = Unavailable("no_verdict", "nothing is required of the run")
    /// A run without a single return.
    public static let noReturns = Unavailable("no_returns", "no returns")
    /// A series slower than daily, or without returns, where days are asked for.
    public static let noDailyReturns = Unavailable("no_daily_returns", "no daily returns")
    /// All returns are the same but for rounding.
    public static let constant = Unavailable("constant_returns", "returns do not vary")

    /// Growth ended at nothing.
    public static let ruined = Unavailable("capital_lost", "all capital was lost")

    static let oneReturn = fewerThan(2, "returns")
    static let short = Unavailable("shorter_than_90_days", "shorter than 90 days")
    static let underYear = Unavailable("shorter_than_a_year", "shorter than a year")
    static let notIntraday = Unavailable("not_intraday", "observed once a day or less")
    static let noTime = Unavailable("no_time", "no time elapsed")
    static let notFinite = Unavailable("not_finite", "not a finite number")

    static let noDownside = Unavailable("no_downside", "no return below the target")
    static let oneDownside = Unavailable("one_downside", "fewer than two negative returns")
    static let noLoss = Unavailable("no_losing_period", "no losing period")
    static let noGain = Unavailable("no_winning_period", "no winning period")
    static let noMovement = Unavailable("zero_returns", "every return is zero")
    static let zeroQuantile = Unavailable("zero_quantile", "the 5 % quantile is zero")
}

/// Causes that lie in drawdowns.
extension Unavailable {
    /// Growth never fell below a peak.
    public static let noDrawdown = Unavailable("no_drawdown", "no drawdown")

    static let noRecovery = Unavailable("no_recovery", "no drawdown has recovered")
}

/// Causes that lie in the uncertainty of the Sharpe ratio.
extension Unavailable {
    static let noTrials = Unavailable("no_trials", "number of trials not given")
    static let notPositive = Unavailable("sharpe_not_positive", "the Sharpe ratio is not above zero")
    static let uncertainSharpe = Unavailable("uncertain_sharpe", "the interval of the Sharpe ratio holds zero")
    static let undefinedError = Unavailable(
        "no_standard_error", "skewness and kurtosis give no standard error")
}
