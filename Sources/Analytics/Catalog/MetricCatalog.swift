import Formatting

/// Every metric, in the order of METRICS.md "Keys": the order of JSON, CSV and the reference.
public enum MetricCatalog {
    /// What every metric is.
    public static let all: [MetricDeclaration] = definitions.map(\.declaration)

    /// The declaration of a name that a user gives; nil where there is no such metric.
    public static func declaration(named name: String) -> MetricDeclaration? { places[name].map { all[$0] } }

    /// The key that the user most likely meant; nil where none is near.
    public static func nearest(to key: String) -> String? { NearestMatch.of(key, in: all.lazy.map(\.key.rawValue)) }

    private static let places = Dictionary(
        definitions.enumerated().map { ($1.declaration.key.rawValue, $0) }, uniquingKeysWith: { first, _ in first })

    /// The metrics with their computations. One row per metric.
    static let definitions: [MetricDefinition] =
        returns + ratios + drawdowns + distribution + benchmark + days + validity + trades + positions + score

    /// The metrics of a run.
    static let ofRun = MetricList(definitions)
    /// The metrics that make sense for a benchmark.
    static let ofBenchmark = MetricList(definitions.filter(\.declaration.appliesToBenchmark))

    private static let returns: [MetricDefinition] =
        [
            .totalReturn, .cagr, .annualVolatility, .annualVolatilityBars,
            .bestDay, .worstDay, .bestMonth, .worstMonth, .bestYear, .worstYear,
            .averageMonth, .averageUpMonth, .averageDownMonth,
            .dailyWinRate, .weeklyWinRate, .monthlyWinRate, .quarterlyWinRate, .annualWinRate, .consistencyScore,
        ] + MetricDefinition.trailing + [
            .expectedDaily, .expectedMonthly, .expectedYearly, .exposure, .runtimeDays, .runtimeYears,
        ]

    private static let ratios: [MetricDefinition] = [
        .sharpe, .sharpeBars, .sortino, .sortinoBars, .calmar, .omega, .gainToPain, .gainToPainMonthly,
        .informationRatio, .treynor,
        .martinRatio, .painRatio, .burkeRatio, .sterlingRatio, .recoveryFactor, .commonSenseRatio, .kelly,
        .riskReturnRatio, .stability,
    ]

    private static let drawdowns: [MetricDefinition] = [
        .maxDrawdown, .averageDrawdown, .averageUnderwater, .timeUnderwater,
        .longestDrawdownDays, .averageDrawdownDays, .maxRecoveryDays, .ulcerIndex, .painIndex, .conditionalDrawdown,
    ]

    private static let distribution: [MetricDefinition] = [
        .skewness, .kurtosis, .tailRatio, .downsideDeviation, .upsideDeviation,
        .historicalVaR95, .historicalVaR99, .historicalCVaR95, .historicalCVaR99,
        .gaussianVaR95, .gaussianVaR99, .gaussianCVaR95, .gaussianCVaR99,
    ]

    private static let benchmark: [MetricDefinition] = [
        .alpha, .beta, .alphaStandardError, .alphaT, .alphaPValue, .rSquared, .correlation, .trackingError,
        .activeReturn, .excessCAGR, .upCapture, .downCapture, .upCaptureMonthly, .downCaptureMonthly, .battingAverage,
    ]

    private static let days: [MetricDefinition] = [
        .maxConsecutiveUpDays, .maxConsecutiveDownDays, .profitFactorDaily, .payoffRatioDaily,
    ]

    private static let validity: [MetricDefinition] = [
        .sharpeStandardError, .sharpeCILow, .sharpeCIHigh, .probabilisticSharpe, .deflatedSharpe,
        .minimumTrackRecordLength,
    ]

    private static let trades: [MetricDefinition] = [
        .tradeCount, .tradeWinners, .tradeLosers, .tradeEven, .tradeWinRate, .averageWin, .averageLoss,
        .largestWin, .largestLoss, .profitFactor, .payoffRatio, .expectancy, .systemQualityNumber,
        .averageDuration, .medianDuration, .tradesPerDay, .maxConsecutiveWins, .maxConsecutiveLosses,
        .totalProfit, .totalFees, .commissionImpact, .averageMAE, .averageMFE, .tradeOpen, .turnover,
    ]

    private static let positions: [MetricDefinition] = [
        .leverageMean, .leverageMax, .grossExposureMean, .netExposureMean, .concentrationMax, .holdingsMean,
    ]

    private static let score: [MetricDefinition] = [.score, .scoreRating, .riskLevel]
}
