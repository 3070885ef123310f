import Formatting

/// The named sets that a user can ask for.
extension Conventions {
    /// Every profile, the default first. A new one is one more row.
    public static let profiles: [Conventions] = [
        .standard, .beta1, .quantstats, .empyrical, .lean, .performanceAnalytics, .vectorbt,
    ]

    /// The profile of that name; nil where there is none.
    public static func named(_ name: String) -> Conventions? { profiles.first { $0.profile == name } }

    /// The name of the profile that the user most likely meant; nil where none is near.
    public static func nearest(to name: String) -> String? { NearestMatch.of(name, in: profiles.map(\.profile)) }

    /// The documented defaults.
    public static let standard = Conventions(
        profile: "standard",
        summary: "What the definitions of the literature give; the choices that a careful reader would make.")

    /// The predecessor service.
    public static let beta1 = Conventions(
        profile: "beta1",
        summary: "The numbers of the predecessor service, for reports that continue its series. Its profit factor was "
            + "infinite without a losing trade; that is n/a here."
    ).with {
        $0.shortSpans = .annualised
        $0.periodsPerYear = .fixed(252)
        $0.riskFreeConversion = .arithmetic
        $0.monthlyReturns = .summed
        $0.yearlyReturns = .annualisedSum
        $0.partialPeriods = .counted
        $0.averageDrawdown = .underwaterPoints
        $0.treynorNumerator = .periodMean
        $0.tradeDays = .calendarDays
        $0.score = .predecessor
    }

    /// quantstats 0.0.81.
    public static let quantstats = Conventions(
        profile: "quantstats",
        summary: "The numbers of quantstats 0.0.81 with its default arguments. Release 0.0.86 has mended the "
            + "probabilistic Sharpe ratio and the expected shortfall, and takes 119 months for ten years. What it calls win rate, payoff ratio and "
            + "profit factor is of days: `daily_win_rate`, `payoff_ratio_daily`, `profit_factor_daily`. Its rolling "
            + "figures leave the risk-free rate out; here they are of the same excess returns as the whole."
    ).with {
        $0.shortSpans = .annualised
        $0.growthYears = .observations
        $0.gainToPainMonths = .summed
        $0.partialPeriods = .counted
        $0.trailingStart = .returnsSince
        $0.winRateBase = .nonZeroPeriods
        $0.exposure = .nonZeroRoundedUp
        $0.kelly = .payoff
        $0.serenity = .summed
        $0.ruin = .winRate
        $0.drawdownLength = .underwaterInclusive
        $0.ulcerDivisor = .observationsLessOne
        $0.drawdownNumerator = .totalReturn
        $0.recoveryNumerator = .summed
        $0.gaussianTail = .observationsBelow
        $0.regressionReturns = .plain
        $0.informationRatio = .perPeriod
        $0.treynorNumerator = .totalReturn
        $0.sharpeVariance = .excessLessThree
    }

    /// empyrical-reloaded 0.7.1 and pyfolio-reloaded 0.9.7.
    public static let empyrical = Conventions(
        profile: "empyrical",
        summary:
            "The numbers of empyrical-reloaded 0.7.1 and of pyfolio's tables, which are made with it. pyfolio's table of "
            + "drawdowns starts at the first return and so differs from its own maximum drawdown; here both count a loss "
            + "in the first period. Treynor, which neither has, is growth per year over beta."
    ).with {
        $0.shortSpans = .annualised
        $0.growthYears = .observations
        $0.partialPeriods = .counted
        $0.commonSense = .annualGrowth
        $0.drawdownLength = .weekdaysInclusive
        $0.skewness = .moment
        $0.kurtosis = .momentExcess
        $0.historicalTail = .lowestCount
        $0.gaussianVaR = .twoDeviations
        $0.alpha = .compounded
        $0.informationRatio = .perPeriod
        $0.treynorNumerator = .annualGrowth
        $0.capture = .annualReturns
    }

    /// QuantConnect Lean's report.
    public static let lean = Conventions(
        profile: "lean",
        summary:
            "The numbers of QuantConnect Lean's report (2026-08). Lean averages a history of United States rates; give "
            + "its mean with `--rf`. It shows drawdowns without their sign, rounds them and the value at risk to three "
            + "decimals, caps ratios at 10 where nothing was lost (n/a here), measures turnover by day, and rolls Sharpe "
            + "ratios over calendar months (over 132 and 252 sessions here, as its beta)."
    ).with {
        $0.shortSpans = .annualised
        $0.growthYears = .elapsed(daysPerYear: 365, from: .firstRecord)
        $0.monthlyReturns = .withinPeriod
        $0.yearlyReturns = .withinPeriod
        $0.partialPeriods = .counted
        $0.ratioNumerator = .compoundedMean
        $0.downside = .negativeDeviation
        $0.rollingWindows = .sixMonthsAndYear
        $0.recoveryStart = .peak
        $0.gaussianVaR = .lastYear
        $0.regressionReturns = .plain
        $0.alpha = .compoundedMeans
        $0.informationRatio = .compoundedMeans
        $0.treynorNumerator = .compoundedMean
        $0.sharpeVariance = .excessLessOne
        $0.sharpeTarget = .onePerYear
        $0.evenTrades = .losses
        $0.tradeDays = .calendarDays
    }

    /// PerformanceAnalytics 2.1.0.
    public static let performanceAnalytics = Conventions(
        profile: "performanceanalytics",
        summary:
            "The numbers of PerformanceAnalytics 2.1.0 with its default arguments, the risk-free rate as its `Rf` and "
            + "`MAR`. Up to release 2.0 its Sharpe ratio was the annual return over the deviation. It shows drawdowns "
            + "without their sign, and its Value at Risk is the Cornish–Fisher one unless asked otherwise."
    ).with {
        $0.shortSpans = .annualised
        $0.growthYears = .observations
        $0.partialPeriods = .counted
        $0.downsideScale = .perPeriod
        $0.kelly = .half
        $0.adjustedSharpe = .annualRatio
        $0.drawdownLength = .observations
        $0.drawdownNumerator = .annualGrowthLessPeriodRate
        $0.burkeLosses = .losingRuns
        $0.skewness = .moment
        $0.kurtosis = .momentExcess
        $0.historicalTail = .belowQuantile
        $0.gaussianVaR = .populationDeviation
        $0.alpha = .compounded
        $0.informationRatio = .geometric
        $0.treynorNumerator = .geometricExcess
        $0.mSquared = .geometric
        $0.capture = .totalReturns
        $0.sharpeVariance = .skewnessAlone
    }
}
