/// The choices that decide every number; a profile is a named set of them.
///
/// The default of every field is the choice of `standard`. A further profile is one more value of this type in
/// ``profiles``: data, no branch by its name anywhere. A set of one's own is made from one that exists:
///
/// ```swift
/// let own = Conventions.standard.with { $0.kelly = .half }
/// let metrics = Analyzer.analyze(run, conventions: own).metrics
/// ```
///
/// A new field is one line here and one in ``ConventionField/all``; the metrics that it decides name it.
public struct Conventions: Equatable, Sendable {
    /// Name of the profile: `standard`.
    public var profile: String
    /// Whose numbers the profile gives, and what it leaves out, in sentences.
    public var summary: String

    /// From which span on numbers are stated per year.
    public var shortSpans: ShortSpans = .withheld
    /// A, the observations in a year.
    public var periodsPerYear: PeriodsPerYear = .calendar
    /// How many years growth took, for CAGR and everything built on it.
    public var growthYears: GrowthYears = .elapsed(daysPerYear: 365.25, from: .baseline)
    /// How a rate per year becomes a rate per period.
    public var riskFreeConversion: RiskFreeConversion = .geometric
    /// How the returns inside a week, month or quarter are put together.
    public var monthlyReturns: PeriodAggregation = .compounded
    /// How the months of `gain_to_pain_monthly` are put together.
    public var gainToPainMonths: GainToPainMonths = .compounded
    /// How the returns inside a calendar year are put together.
    public var yearlyReturns: YearAggregation = .compounded
    /// Which months and years count among the best, the worst and the mean.
    public var partialPeriods: PartialPeriods = .leftOut
    /// Where trailing windows begin.
    public var trailingStart: TrailingStart = .lastValueBefore
    /// What periods' win rates are a share of.
    public var winRateBase: WinRateBase = .allPeriods
    /// What counts as time in the market.
    public var exposure: ExposureForm = .positions

    /// The numerator of Sharpe and Sortino.
    public var ratioNumerator: RatioNumerator = .meanTimesPeriods
    /// The denominator of Sortino, and downside deviation.
    public var downside: DownsideMeasure = .allPeriods
    /// Whether Sortino and the deviations of one side are per year.
    public var downsideScale: DownsideScale = .annual
    /// How much of the capital the Kelly criterion stakes.
    public var kelly: KellyForm = .meanOverVariance
    /// What the tail ratio is multiplied by in the common sense ratio.
    public var commonSense: CommonSenseForm = .profitFactor
    /// The adjusted Sharpe ratio.
    public var adjustedSharpe: AdjustedSharpeForm = .perPeriod
    /// The serenity index.
    public var serenity: SerenityForm = .annualGrowth
    /// What ruin is, and how likely.
    public var ruin: RuinForm = .halfOfCapital
    /// How many observations a rolling window of a daily series holds.
    public var rollingWindows: RollingWindows = .halfYearAndYear

    /// What `average_drawdown` averages.
    public var averageDrawdown: AverageDrawdown = .episodes
    /// How long a decline lasted.
    public var drawdownLength: DrawdownLength = .peakToRecovery
    /// From where the longest recovery is counted.
    public var recoveryStart: RecoveryStart = .valley
    /// What the squares of the ulcer index are divided by.
    public var ulcerDivisor: UlcerDivisor = .observations
    /// The numerator of the Martin, pain and Burke ratios.
    public var drawdownNumerator: DrawdownNumerator = .annualGrowth
    /// What the Burke ratio squares.
    public var burkeLosses: BurkeLosses = .declines
    /// The numerator of the recovery factor.
    public var recoveryNumerator: RecoveryNumerator = .compounded

    /// Form of skewness.
    public var skewness: SkewnessForm = .adjusted
    /// Form of kurtosis.
    public var kurtosis: KurtosisForm = .adjustedExcess
    /// Which returns the historical CVaR averages.
    public var historicalTail: HistoricalTail = .atOrBelowQuantile
    /// The normal distribution of the Gaussian VaR and CVaR.
    public var gaussianVaR: GaussianVaR = .sampleDeviation
    /// How the Gaussian CVaR is found.
    public var gaussianTail: GaussianTail = .closedForm

    /// Which returns the regression on the benchmark sees.
    public var regressionReturns: RegressionReturns = .excess
    /// Alpha per year.
    public var alpha: AlphaForm = .arithmetic
    /// The information ratio.
    public var informationRatio: InformationRatioForm = .annualised
    /// The numerator of Treynor.
    public var treynorNumerator: TreynorNumerator = .annualMeanExcess
    /// M², and the risk that the appraisal ratio divides by.
    public var mSquared: MSquaredForm = .arithmetic
    /// What capture compares.
    public var capture: CaptureForm = .means

    /// The variance of the Sharpe ratio.
    public var sharpeVariance: SharpeVariance = .populationMoments
    /// What the probabilistic Sharpe ratio is held against.
    public var sharpeTarget: SharpeTarget = .zero
    /// What a closed trade is that neither earned nor lost.
    public var evenTrades: EvenTrades = .apart
    /// What `trades.per_day` divides by.
    public var tradeDays: TradeDays = .sessions
    /// When there is a score, and whose win rate is in it.
    public var score: ScoreForm = .guarded

    /// Metrics that the user writes, beside those of the catalogue; no profile has any.
    public var ownMetrics = OwnMetrics.none

    /// The choices of `standard` under a name.
    public init(profile: String, summary: String = "") {
        self.profile = profile
        self.summary = summary
    }

    /// The same choices but for those that `change` makes.
    public func with(_ change: (inout Conventions) -> Void) -> Conventions {
        var copy = self
        change(&copy)
        return copy
    }
}
