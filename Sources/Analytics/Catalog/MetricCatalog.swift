import Formatting

/// Every metric, in the order of METRICS.md "Keys": the order of JSON, CSV and the reference.
public enum MetricCatalog {
    /// What every metric is under `standard`.
    public static let all: [MetricDeclaration] = definitions.map(\.declaration)

    /// What every metric is under some conventions: formulas, names and units follow the choices, and the user's own
    /// stand behind those of the catalogue.
    public static func declarations(under conventions: Conventions) -> [MetricDeclaration] {
        conventions.ownMetrics.ofRun.definitions.map { $0.declaration(under: conventions) }
    }

    /// The declaration of a name that a user gives; nil where there is no such metric.
    public static func declaration(
        named name: String, under conventions: Conventions = .standard
    ) -> MetricDeclaration? {
        (definition(name) ?? conventions.ownMetrics.definition(name))?.declaration(under: conventions)
    }

    /// The definition of a key of the catalogue.
    static func definition(_ name: String) -> MetricDefinition? { places[name].map { definitions[$0] } }

    /// The choices that decide a metric, in the order of ``ConventionField/all``.
    public static func choices(
        of key: MetricKey, under conventions: Conventions = .standard
    ) -> [ConventionField] {
        let definition = definition(key.rawValue) ?? conventions.ownMetrics.definition(key.rawValue)
        let names = Set((definition?.decidedBy ?? []).map(\.name))
        return ConventionField.all.filter { names.contains($0.name) }
    }

    /// The key that the user most likely meant; nil where none is near.
    public static func nearest(to key: String, under conventions: Conventions = .standard) -> String? {
        NearestMatch.of(key, in: all.map(\.key.rawValue) + conventions.ownMetrics.written.map(\.key))
    }

    /// The formulas of a metric and the profiles that take each: `standard`'s first, then in the order of profiles.
    public static func formulas(of key: MetricKey) -> [(formula: String, profiles: [String])] {
        guard let place = places[key.rawValue] else { return [] }
        var entries = [(formula: String, profiles: [String])]()
        for conventions in Conventions.profiles {
            let formula = definitions[place].declaration(under: conventions).formula
            if let known = entries.firstIndex(where: { $0.formula == formula }) {
                entries[known].profiles.append(conventions.profile)
            } else {
                entries.append((formula, [conventions.profile]))
            }
        }
        return entries
    }

    /// Which formula of a metric is in force: the key and the formula's place in ``formulas(of:)``, `sharpe.1` for that of
    /// `standard`. Choices that no profile makes have none of their own.
    public static func formulaID(of declaration: MetricDeclaration) -> String {
        let place = knownFormulas[declaration.key]?.firstIndex(of: declaration.formula) ?? 0
        return "\(declaration.key).\(place + 1)"
    }

    private static let knownFormulas: [MetricKey: [String]] = Dictionary(
        all.map { ($0.key, formulas(of: $0.key).map(\.formula)) }, uniquingKeysWith: { first, _ in first })

    private static let places = Dictionary(
        all.enumerated().map { ($1.key.rawValue, $0) }, uniquingKeysWith: { first, _ in first })

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
            .dailyWinRate, .weeklyWinRate, .monthlyWinRate, .quarterlyWinRate, .annualWinRate,
            .rollingYearWinRate, .consistencyScore,
        ] + MetricDefinition.trailing + [
            .expectedDaily, .expectedMonthly, .expectedYearly, .exposure, .runtimeDays, .runtimeYears,
        ]

    private static let ratios: [MetricDefinition] = [
        .sharpe, .sharpeBars, .sortino, .sortinoBars, .calmar, .omega, .gainToPain, .gainToPainMonthly,
        .smartSharpe, .smartSortino, .adjustedSharpe, .informationRatio, .treynor,
        .martinRatio, .painRatio, .burkeRatio, .sterlingRatio, .serenityIndex, .recoveryFactor, .commonSenseRatio,
        .kelly,
        .riskOfRuin, .riskReturnRatio, .stability, .kappa3, .upsidePotentialRatio,
    ]

    private static let drawdowns: [MetricDefinition] = [
        .maxDrawdown, .averageDrawdown, .averageUnderwater, .timeUnderwater,
        .longestDrawdownDays, .averageDrawdownDays, .maxRecoveryDays, .ulcerIndex, .painIndex, .conditionalDrawdown,
    ]

    private static let distribution: [MetricDefinition] =
        [
            .skewness, .kurtosis, .tailRatio, .outlierWinRatio, .outlierLossRatio, .rachevRatio, .downsideDeviation,
            .upsideDeviation,
            .historicalVaR95, .historicalVaR99, .historicalCVaR95, .historicalCVaR99,
            .gaussianVaR95, .gaussianVaR99, .gaussianCVaR95, .gaussianCVaR99,
        ] + MetricDefinition.tails + MetricDefinition.valueAtRiskTests + MetricDefinition.stress + [
            .limitBreaches, .hurst, .autocorrelation1, .ljungBoxP, .jarqueBeraP,
        ]

    private static let benchmark: [MetricDefinition] =
        [
            .alpha, .beta, .alphaStandardError, .alphaT, .alphaPValue, .alphaPValueNeweyWest, .rSquared, .correlation,
            .trackingError,
            .activeReturn, .excessCAGR, .upCapture, .downCapture, .upCaptureMonthly, .downCaptureMonthly,
            .battingAverage,
            .mSquared, .jensenAlpha, .appraisalRatio, .specificRisk, .systematicRisk, .betaUp, .betaDown,
            .treynorMazuyGamma, .henrikssonMertonGamma,
        ] + MetricDefinition.benchmarkBeaten

    private static let days: [MetricDefinition] = [
        .upDays, .downDays, .flatDays, .maxConsecutiveUpDays, .maxConsecutiveDownDays, .profitFactorDaily,
        .payoffRatioDaily,
    ]

    private static let validity: [MetricDefinition] =
        [
            .sharpeLoAdjusted, .sharpeStandardError, .sharpeCILow, .sharpeCIHigh, .probabilisticSharpe,
            .deflatedSharpe, .noiseHurdle, .minimumTrackRecordLength, .outOfSampleLuck,
        ] + MetricDefinition.resampled + MetricDefinition.luck

    private static let trades: [MetricDefinition] =
        [
            .tradeCount, .tradeWinners, .tradeLosers, .tradeEven, .tradeWinRate, .averageWin, .averageLoss,
            .largestWin, .largestLoss, .profitFactor, .payoffRatio, .expectancy, .systemQualityNumber,
            .averageDuration, .medianDuration, .shortestDuration, .longestDuration, .tradesPerDay, .maxConsecutiveWins,
            .maxConsecutiveLosses,
            .totalProfit, .profitDeviation, .totalFees, .commissionImpact, .feesOfGrossProfit, .averageMAE, .averageMFE,
            .averageGiveBack, .entryEfficiency, .exitEfficiency, .winRateLow, .winRateHigh, .runsTestP, .tradeOpen,
            .turnover,
        ] + MetricDefinition.withoutBestTrades

    private static let positions: [MetricDefinition] =
        [
            .leverageMean, .leverageMax, .grossExposureMean, .netExposureMean, .concentrationMax, .herfindahlMean,
            .holdingsMean, .cashMean,
            .totalCommission, .grossReturn, .netReturn, .costDrag, .breakEvenCost,
            .positionRisk, .diversificationRatio,
        ] + MetricDefinition.ofMargin + MetricDefinition.ofExecution + MetricDefinition.ofImpact
        + MetricDefinition.ofOrders

    private static let score: [MetricDefinition] = [.score, .scoreRating, .riskLevel]
}
