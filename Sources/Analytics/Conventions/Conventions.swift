/// The choices that decide every number; a profile is a named set of them.
///
/// Every field is one row of METRICS.md, "Choices of `standard`", and its default is that choice. A further profile is a
/// value of this type in ``Profile/all``: data, no branch by its name anywhere.
public struct Conventions: Equatable, Sendable {
    /// Name of the profile: `standard`.
    public var profile: String
    /// Annualise spans under 90 days too.
    public var annualiseShort: Bool
    /// Seed of Monte Carlo methods.
    public var seed: UInt64

    /// A, the observations in a year.
    public var periodsPerYear: PeriodsPerYear = .calendar
    /// How many years growth took, for CAGR and everything built on it.
    public var growthYears: GrowthYears = .elapsed(daysPerYear: 365.25, from: .baseline)
    /// How a rate per year becomes a rate per period.
    public var riskFreeConversion: RiskFreeConversion = .geometric
    /// How the returns inside a month or a quarter are put together.
    public var monthlyReturns: PeriodAggregation = .compounded
    /// How the months of `gain_to_pain_monthly` are put together.
    public var gainToPainMonths: PeriodAggregation = .compounded
    /// How the returns inside a calendar year are put together.
    public var yearlyReturns: YearAggregation = .compounded
    /// Whether a month or year that the run covers in part counts among the best, the worst and the mean.
    public var partialPeriods: PartialPeriods = .leftOut
    /// What periods' win rates are a share of.
    public var winRateBase: WinRateBase = .allPeriods

    /// The numerator of Sharpe and Sortino.
    public var ratioNumerator: RatioNumerator = .meanTimesPeriods
    /// The denominator of Sortino, and downside deviation.
    public var downside: DownsideMeasure = .allPeriods
    /// Mean over variance, or from the payoff of winning and losing periods.
    public var kelly: KellyForm = .meanOverVariance

    /// Where drawdown starts to look for a peak.
    public var drawdownBaseline: DrawdownBaseline = .beforeFirstReturn
    /// What `average_drawdown` averages.
    public var averageDrawdown: AverageDrawdown = .episodes
    /// How the days of a decline are counted.
    public var drawdownDays: DrawdownDays = .peakToRecovery
    /// What the squares of the ulcer index are divided by.
    public var ulcerDivisor: UlcerDivisor = .observations
    /// The numerator of the Martin ratio.
    public var martinNumerator: MartinNumerator = .annualGrowth
    /// The numerator of the recovery factor.
    public var recoveryNumerator: RecoveryNumerator = .compounded

    /// Form of skewness.
    public var skewness: SkewnessForm = .adjusted
    /// Form of kurtosis.
    public var kurtosis: KurtosisForm = .adjustedExcess
    /// Which returns the historical CVaR averages.
    public var historicalTail: HistoricalTail = .atOrBelowQuantile
    /// How the Gaussian CVaR is found.
    public var gaussianTail: GaussianTail = .closedForm

    /// Which returns the regression on the benchmark sees.
    public var regressionReturns: RegressionReturns = .excess
    /// How alpha per period becomes alpha per year.
    public var alphaAnnualisation: AlphaAnnualisation = .arithmetic
    /// Whether the information ratio is per year or per period.
    public var informationRatio: InformationRatioScale = .annualised
    /// The numerator of Treynor.
    public var treynorNumerator: TreynorNumerator = .annualMeanExcess
    /// What capture compares.
    public var capture: CaptureForm = .means

    /// Form of the kurtosis inside the probabilistic Sharpe ratio.
    public var sharpeKurtosis: SharpeKurtosis = .populationMoment
    /// What `trades.per_day` divides by.
    public var tradeDays: TradeDays = .sessions
    /// When there is a score, and whose win rate is in it.
    public var score: ScoreForm = .guarded

    /// The choices of `standard` under a name.
    public init(profile: String, annualiseShort: Bool = false, seed: UInt64 = 1) {
        self.profile = profile
        self.annualiseShort = annualiseShort
        self.seed = seed
    }

    /// METRICS.md, "Choices of `standard`".
    public static let standard = Conventions(profile: "standard")

    /// The same choices but for those that `change` makes; how profiles are written.
    public func with(_ change: (inout Conventions) -> Void) -> Conventions {
        var copy = self
        change(&copy)
        return copy
    }
}
