/// A field of ``Conventions`` as `explain`, the documentation and tests see it: what decides a number.
public struct ConventionField: Sendable {
    /// The field's name: `kelly`.
    public let name: String
    /// What it decides: `Kelly fraction`.
    public let subject: String
    /// The phrases of the ways there are, the one of `standard` first.
    public let ways: [String]

    private let chosen: @Sendable (Conventions) -> String
    private let others: @Sendable (Conventions) -> [Conventions]

    /// The field at a place of the conventions.
    init<Way: Choice>(
        _ name: String, _ subject: String, _ path: any WritableKeyPath<Conventions, Way> & Sendable
    ) {
        self.name = name
        self.subject = subject
        ways = Way.allCases.map(\.phrase)
        chosen = { $0[keyPath: path].phrase }
        others = { conventions in
            Way.allCases.filter { $0 != conventions[keyPath: path] }.map { way in
                conventions.with { $0[keyPath: path] = way }
            }
        }
    }

    /// The phrase of the way that conventions take.
    public func phrase(in conventions: Conventions) -> String { chosen(conventions) }

    /// The same conventions with every other way of this field, one after the other.
    public func alternatives(to conventions: Conventions) -> [Conventions] { others(conventions) }

    /// Whether conventions take another way than `standard`.
    public func differs(in conventions: Conventions) -> Bool { chosen(conventions) != chosen(.standard) }
}

/// Every field, in the order of ``Conventions``; a test compares the names.
extension ConventionField {
    /// Every field that decides a number.
    public static let all: [ConventionField] = [
        .shortSpans, .periodsPerYear, .growthYears, .riskFreeConversion, .monthlyReturns, .gainToPainMonths,
        .yearlyReturns, .partialPeriods, .trailingStart, .winRateBase, .exposure,
        .ratioNumerator, .downside, .downsideScale, .kelly, .commonSense, .adjustedSharpe, .serenity, .ruin,
        .rollingWindows,
        .averageDrawdown, .drawdownLength, .recoveryStart, .ulcerDivisor, .drawdownNumerator, .burkeLosses,
        .recoveryNumerator,
        .skewness, .kurtosis, .historicalTail, .gaussianVaR, .gaussianTail,
        .regressionReturns, .alpha, .informationRatio, .treynorNumerator, .mSquared, .capture,
        .sharpeVariance, .sharpeTarget, .evenTrades, .tradeDays, .score,
    ]

    static let shortSpans = ConventionField("shortSpans", "short runs", \.shortSpans)
    static let periodsPerYear = ConventionField("periodsPerYear", "A, observations in a year", \.periodsPerYear)
    static let growthYears = ConventionField("growthYears", "years of growth", \.growthYears)
    static let riskFreeConversion = ConventionField(
        "riskFreeConversion", "f, the rate per period", \.riskFreeConversion)
    static let monthlyReturns = ConventionField("monthlyReturns", "weeks, months, quarters", \.monthlyReturns)
    static let gainToPainMonths = ConventionField("gainToPainMonths", "months of gain to pain", \.gainToPainMonths)
    static let yearlyReturns = ConventionField("yearlyReturns", "years", \.yearlyReturns)
    static let partialPeriods = ConventionField("partialPeriods", "months and years that count", \.partialPeriods)
    static let trailingStart = ConventionField("trailingStart", "trailing windows", \.trailingStart)
    static let winRateBase = ConventionField("winRateBase", "periods that win rates are a share of", \.winRateBase)
    static let exposure = ConventionField("exposure", "exposure", \.exposure)
    static let ratioNumerator = ConventionField("ratioNumerator", "numerator of Sharpe and Sortino", \.ratioNumerator)
    static let downside = ConventionField("downside", "deviation below the target", \.downside)
    static let downsideScale = ConventionField("downsideScale", "scale of Sortino and its deviations", \.downsideScale)
    static let kelly = ConventionField("kelly", "Kelly fraction", \.kelly)
    static let commonSense = ConventionField("commonSense", "common sense ratio", \.commonSense)
    static let adjustedSharpe = ConventionField("adjustedSharpe", "adjusted Sharpe ratio", \.adjustedSharpe)
    static let serenity = ConventionField("serenity", "serenity index", \.serenity)
    static let ruin = ConventionField("ruin", "risk of ruin", \.ruin)
    static let rollingWindows = ConventionField("rollingWindows", "rolling windows of daily series", \.rollingWindows)
    static let averageDrawdown = ConventionField("averageDrawdown", "average drawdown", \.averageDrawdown)
    static let drawdownLength = ConventionField("drawdownLength", "length of a drawdown", \.drawdownLength)
    static let recoveryStart = ConventionField("recoveryStart", "length of a recovery", \.recoveryStart)
    static let ulcerDivisor = ConventionField("ulcerDivisor", "ulcer index", \.ulcerDivisor)
    static let drawdownNumerator = ConventionField(
        "drawdownNumerator", "numerator of Martin, pain and Burke ratio", \.drawdownNumerator)
    static let burkeLosses = ConventionField("burkeLosses", "denominator of the Burke ratio", \.burkeLosses)
    static let recoveryNumerator = ConventionField(
        "recoveryNumerator", "numerator of the recovery factor", \.recoveryNumerator)
    static let skewness = ConventionField("skewness", "skewness", \.skewness)
    static let kurtosis = ConventionField("kurtosis", "kurtosis", \.kurtosis)
    static let historicalTail = ConventionField("historicalTail", "historical CVaR", \.historicalTail)
    static let gaussianVaR = ConventionField("gaussianVaR", "Gaussian VaR", \.gaussianVaR)
    static let gaussianTail = ConventionField("gaussianTail", "Gaussian CVaR", \.gaussianTail)
    static let regressionReturns = ConventionField(
        "regressionReturns", "regression on the benchmark", \.regressionReturns)
    static let alpha = ConventionField("alpha", "alpha", \.alpha)
    static let informationRatio = ConventionField("informationRatio", "information ratio", \.informationRatio)
    static let treynorNumerator = ConventionField("treynorNumerator", "numerator of Treynor", \.treynorNumerator)
    static let mSquared = ConventionField("mSquared", "M² and appraisal ratio", \.mSquared)
    static let capture = ConventionField("capture", "up and down capture", \.capture)
    static let sharpeVariance = ConventionField(
        "sharpeVariance", "variance of the Sharpe ratio, times n", \.sharpeVariance)
    static let sharpeTarget = ConventionField(
        "sharpeTarget", "target of the probabilistic Sharpe ratio", \.sharpeTarget)
    static let evenTrades = ConventionField("evenTrades", "trades without profit", \.evenTrades)
    static let tradeDays = ConventionField("tradeDays", "days of trades per day", \.tradeDays)
    static let score = ConventionField("score", "score", \.score)
}

/// Fields that decide whole families.
extension ConventionField {
    /// What is scaled by A, and withheld from short spans.
    static let perYear: [ConventionField] = [.periodsPerYear, .shortSpans]
    /// What is made of e = r − f.
    static let ofExcess: [ConventionField] = [.riskFreeConversion, .periodsPerYear]
    /// CAGR.
    static let ofGrowth: [ConventionField] = [.growthYears, .periodsPerYear, .shortSpans]
    /// The uncertainty of the Sharpe ratio.
    static let ofSharpeError: [ConventionField] = [.sharpeVariance] + ofExcess
}
