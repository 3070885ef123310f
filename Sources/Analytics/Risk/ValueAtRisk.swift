extension MetricKey {
    /// VaR 95 %, one day.
    public static let historicalVaR95 = MetricKey("var_historical_95")
    /// VaR 99 %, one day.
    public static let historicalVaR99 = MetricKey("var_historical_99")
    /// CVaR 95 %, one day.
    public static let historicalCVaR95 = MetricKey("cvar_historical_95")
    /// CVaR 99 %, one day.
    public static let historicalCVaR99 = MetricKey("cvar_historical_99")
    /// Gaussian VaR 95 %, one day.
    public static let gaussianVaR95 = MetricKey("var_gaussian_95")
    /// Gaussian VaR 99 %, one day.
    public static let gaussianVaR99 = MetricKey("var_gaussian_99")
    /// Gaussian CVaR 95 %, one day.
    public static let gaussianCVaR95 = MetricKey("cvar_gaussian_95")
    /// Gaussian CVaR 99 %, one day.
    public static let gaussianCVaR99 = MetricKey("cvar_gaussian_99")
}

extension MetricDefinition {
    static let historicalVaR95 = historicalVaR(.historicalVaR95, 95)
    static let historicalVaR99 = historicalVaR(.historicalVaR99, 99)
    static let historicalCVaR95 = historicalCVaR(.historicalCVaR95, 95)
    static let historicalCVaR99 = historicalCVaR(.historicalCVaR99, 99)
    static let gaussianVaR95 = gaussianVaR(.gaussianVaR95, 95)
    static let gaussianVaR99 = gaussianVaR(.gaussianVaR99, 99)
    static let gaussianCVaR95 = gaussianCVaR(.gaussianCVaR95, 95)
    static let gaussianCVaR99 = gaussianCVaR(.gaussianCVaR99, 99)

    private static let tailSign =
        "A return, negative for a loss, of one day (or one period of a slower series), on r and not on excess. "

    private static func tooFew(_ level: Int) -> String {
        "Fewer than \(level == 99 ? 100 : 20) returns of the daily view: n/a."
    }

    private static func historicalVaR(_ key: MetricKey, _ level: Int) -> MetricDefinition {
        MetricDefinition(
            MetricDeclaration(
                key: key, name: "VaR \(level) %, one day", group: .risk, unit: .fraction,
                places: 2, better: .higher,
                summary: "The return that \(level) % of periods stayed above.",
                formula: "q\(level == 95 ? "05" : "01")(r), interpolated linearly",
                edgeCases: tailSign + tooFew(level),
                peers: "quantstats' and pyfolio's VaR is Gaussian.", appliesToBenchmark: true),
            inputs: { [$0.text.dailyReturns] },
            compute: { context throws(Unavailable) in try context(ObservedTail.self).valueAtRisk(level) },
            name: { $0.cadence.overOnePeriod("VaR \(level) %") })
    }

    private static func historicalCVaR(_ key: MetricKey, _ level: Int) -> MetricDefinition {
        MetricDefinition(
            decidedBy: [.historicalTail],
            { conventions in
                MetricDeclaration(
                    key: key, name: "CVaR \(level) %, one day", group: .risk, unit: .fraction, places: 2,
                    better: .higher,
                    summary: "Mean of the returns in the tail that the historical VaR cuts off.",
                    formula: conventions.historicalTail.phrase
                        + (conventions.historicalTail == .lowestCount ? ", c = \(share(level))" : ""),
                    edgeCases: tailSign + tooFew(level), appliesToBenchmark: true)
            },
            inputs: { [$0.text.dailyReturns] },
            compute: { context throws(Unavailable) in
                try context(ObservedTail.self).shortfall(level, context.conventions)
            }, name: { $0.cadence.overOnePeriod("CVaR \(level) %") })
    }

    private static func gaussianVaR(_ key: MetricKey, _ level: Int) -> MetricDefinition {
        MetricDefinition(
            decidedBy: [.gaussianVaR, .periodsPerYear],
            { conventions in
                // Two deviations are of 95 % alone; at 99 % the tool has no number, and the quantile stands.
                let isTwo = conventions.gaussianVaR == .twoDeviations && level == 95
                let way =
                    conventions.gaussianVaR == .twoDeviations && level == 99
                    ? .sampleDeviation : conventions.gaussianVaR
                return MetricDeclaration(
                    key: key, name: "Gaussian VaR \(level) %, one day", group: .risk, unit: .fraction, places: 2,
                    better: .higher,
                    summary: isTwo
                        ? "Two deviations below the mean return, which a normal distribution undercuts with 2.3 %."
                        : "The \(100 - level) % quantile of a normal distribution with the returns' mean and deviation.",
                    formula: isTwo ? way.phrase : way.phrase + ", c = \(share(level))",
                    edgeCases: tailSign + tooFew(level) + " Zero variance: the mean.", appliesToBenchmark: true)
            },
            inputs: { gaussianInputs($0) },
            compute: { context throws(Unavailable) in
                try context(ObservedTail.self).requireObservations(level)
                return try context(NormalTail.self).quantile(share(level))
            }, name: { $0.cadence.overOnePeriod("Gaussian VaR \(level) %") })
    }

    private static func gaussianCVaR(_ key: MetricKey, _ level: Int) -> MetricDefinition {
        MetricDefinition(
            decidedBy: [.gaussianTail, .gaussianVaR, .periodsPerYear],
            { conventions in
                let isClosed = conventions.gaussianTail == .closedForm
                return MetricDeclaration(
                    key: key, name: "Gaussian CVaR \(level) %, one day", group: .risk, unit: .fraction, places: 2,
                    better: .higher,
                    summary: isClosed
                        ? "Expected return below the Gaussian VaR, under the same normal distribution."
                        : "Mean of the observed returns below the Gaussian VaR: two estimators in one number.",
                    formula: isClosed
                        ? "\(conventions.gaussianTail.phrase), c = \(share(level)), \(conventions.gaussianVaR.distribution)"
                        : conventions.gaussianTail.phrase,
                    edgeCases: tailSign + tooFew(level) + " Zero variance: the mean.", appliesToBenchmark: true)
            },
            inputs: { gaussianInputs($0) },
            compute: { context throws(Unavailable) in
                let observed = try context(ObservedTail.self)
                try observed.requireObservations(level)
                return try context(NormalTail.self).shortfall(share(level), observed.sorted)
            }, name: { $0.cadence.overOnePeriod("Gaussian CVaR \(level) %") })
    }

    private static func gaussianInputs(_ context: MetricContext) -> [String] {
        context.conventions.gaussianVaR == .lastYear
            ? [context.text.periods, context.text.dailyReturns] : [context.text.dailyReturns]
    }

    private static func share(_ level: Int) -> Double { level == 95 ? 0.05 : 0.01 }
}
