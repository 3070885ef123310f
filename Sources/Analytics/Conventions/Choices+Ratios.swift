/// The numerator of Sharpe and Sortino, per year.
public enum RatioNumerator: String, Choice {
    /// Arithmetic, as Sharpe defined it.
    case meanTimesPeriods = "mean(e)·A"
    /// The mean return compounded, with the rate per year taken off at the end.
    case compoundedMean = "(1+mean(r))^A − 1 − rf"

    /// The ratio to a deviation per period, per year.
    func ratio(to deviation: String) -> String {
        switch self {
        case .meanTimesPeriods: "mean(e)/\(deviation)·√A"
        case .compoundedMean: "(\(phrase))/(\(deviation)·√A)"
        }
    }
}

/// How the deviation below the target is measured.
public enum DownsideMeasure: String, Choice {
    /// All n in the denominator: rare losses weigh less than frequent ones.
    case allPeriods = "√(Σ min(e,0)²/n)"
    /// Steady losses, however large, have none.
    case negativeDeviation = "s(r | r < 0)"
}

/// Whether Sortino and the deviations of one side are per year.
public enum DownsideScale: String, Choice {
    /// Times √A.
    case annual = "per year"
    /// As they are.
    case perPeriod = "per period"
}

/// How much of the capital the Kelly criterion stakes.
public enum KellyForm: String, Choice {
    /// For returns of any size.
    case meanOverVariance = "mean(e)/s²(e)"
    /// For bets that win or lose one amount: of winning periods over periods other than zero, mean win over mean loss.
    case payoff = "p − (1−p)/payoff, p = count(r > 0)/count(r ≠ 0), payoff = mean(r > 0)/|mean(r < 0)|"
    /// Half of the stake that grows fastest.
    case half = "mean(e)/s²(e)/2"
}

/// What the tail ratio is multiplied by in the common sense ratio.
public enum CommonSenseForm: String, Choice {
    /// What is earned often.
    case profitFactor = "Σ max(r,0)/|Σ min(r,0)| · |q95(r)/q05(r)|"
    /// What is earned in a year.
    case annualGrowth = "(1 + CAGR) · |q95(r)/q05(r)|"
}

/// The adjusted Sharpe ratio.
public enum AdjustedSharpeForm: String, Choice {
    /// Ratio and moments are of one length of time.
    case perPeriod = "SR·(1 + γ₃/6·SR − (γ₄−3)/24·SR²)·√A, SR = mean(e)/s(e)"
    /// The yearly ratio beside moments per period.
    case annualRatio = "Sharpe·(1 + γ₃/6·Sharpe − (γ₄−3)/24·Sharpe²)"
}

/// The serenity index.
public enum SerenityForm: String, Choice {
    /// Growth per year, and the tail of drawdowns over volatility.
    case annualGrowth = "(CAGR − rf)/(ulcer·|cdar_95|/volatility)"
    /// The sum of returns, and the mean of the drawdowns below their own Gaussian quantile over the deviation.
    case summed = "(Σr − rf)/(ulcer·|mean(dd < mean(dd) − 1.645·s(dd))|/s(r))"
}

/// What ruin is, and how likely.
public enum RuinForm: String, Choice {
    /// Ever falling to half of the start value.
    case halfOfCapital = "0.5^(2·mean(ln(1+r))/s²(ln(1+r)))"
    /// Losing n times in a row.
    case winRate = "((1−p)/(1+p))^n, p = count(r > 0)/count(r ≠ 0)"
}

/// The variance of √n times the Sharpe ratio per period.
public enum SharpeVariance: String, Choice {
    /// Mertens' formula with population moments, γ₄ of a normal distribution being 3.
    case populationMoments = "1 − γ₃·SR + (γ₄−1)/4·SR²"
    /// Bias-corrected excess kurtosis with three taken off once more.
    case excessLessThree = "1 + SR²/2 − G₁·SR + (G₂−3)/4·SR²"
    /// Bias-corrected excess kurtosis where the formula has the moment.
    case excessLessOne = "1 − G₁·SR + (G₂−1)/4·SR²"
    /// As if tails were those of a normal distribution.
    case skewnessAlone = "1 − γ₃·SR + SR²/2"
}

/// The Sharpe ratio per period that the probabilistic one is held against.
public enum SharpeTarget: String, Choice {
    /// Whether there is skill at all.
    case zero = "SR* = 0"
    /// Whether the ratio is above one a year.
    case onePerYear = "SR* = 1/√A"
}

/// When there is a performance score, and whose win rate is in it.
public enum ScoreForm: String, Choice {
    /// The score of noise is noise.
    case guarded = "from a year on, while the interval of the Sharpe ratio does not hold zero; win rate of days"
    /// As the predecessor service.
    case predecessor = "always; win rate of closed trades, of days where there are none"
}

/// What `trades.per_day` divides by.
public enum TradeDays: String, Choice {
    /// Days on which a trade was possible.
    case sessions = "trading days"
    /// All days.
    case calendarDays = "calendar days"
}

/// What a closed trade that neither earned nor lost is.
public enum EvenTrades: String, Choice {
    /// Neither won nor lost.
    case apart = "p < 0 is a loss, p = 0 even"
    /// Nothing is even.
    case losses = "p ≤ 0 is a loss"

    /// The condition of a loss.
    var loss: String { self == .apart ? "p < 0" : "p ≤ 0" }
    /// How losses are counted.
    var lossCount: String { "count(\(loss))" }
    /// How even trades are counted.
    var evenCount: String { self == .apart ? "count(p = 0)" : "0, as " + phrase }
}

/// How many observations a rolling window of a daily series holds.
public enum RollingWindows: String, Choice {
    /// Half a year and a year of sessions.
    case halfYearAndYear = "126 and 252 sessions"
    /// Six months of 22 sessions, and a year.
    case sixMonthsAndYear = "132 and 252 sessions"
}
