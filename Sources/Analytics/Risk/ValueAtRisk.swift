import Series

extension MetricContext {
    /// The daily view, where it has a return.
    func dailyView() throws(Unavailable) -> ReturnHistory {
        try requireReturns()
        return daily
    }

    /// The quantile of the daily view's returns.
    func dailyQuantile(_ share: Double) throws(Unavailable) -> Double {
        try requireReturns()
        guard let quantile = Quantile.of(sorted: sortedDaily.span, at: share) else { throw .noReturns }
        return quantile
    }

    /// Mean and sample deviation of the daily view.
    func dailyNormal() throws(Unavailable) -> (mean: Double, deviation: Double) {
        try requireReturns()
        guard let deviation = dailyMoments.sampleDeviation else { throw .oneReturn }
        return (dailyMoments.mean, deviation)
    }

    /// Throws where there are too few returns for a tail: 100 for 99 %, 20 for 95 %.
    func requireTail(_ level: Int) throws(Unavailable) {
        try requireReturns()
        let needed = level == 99 ? 100 : 20
        guard daily.count >= needed else { throw .fewerThan(needed, isIntraday ? "days" : "returns") }
    }

    /// Historical VaR at 95 or 99 %.
    func historicalQuantile(_ level: Int) throws(Unavailable) -> Double {
        try requireTail(level)
        return try dailyQuantile(Double(100 - level) / 100)
    }

    /// The name of a number over one period: `VaR 95 %, one day`.
    func overOnePeriod(_ name: String) -> String {
        let period =
            switch cadence {
            case .minute, .hourly, .daily: "day"
            case .weekly: "week"
            case .monthly: "month"
            case .quarterly: "quarter"
            case .yearly: "year"
            case .irregular: "period"
            }
        return "\(name), one \(period)"
    }

    /// Historical CVaR at a tail share.
    func historicalTail(_ share: Double) throws(Unavailable) -> Double {
        let sorted = sortedDaily
        switch conventions.historicalTail {
        case .atOrBelowQuantile:
            return TailMean.of(sorted.span, atOrBelow: try dailyQuantile(share))
        case .lowestCount:
            try requireReturns()
            let last = Int(exactly: (Double(sorted.count - 1) * share).rounded(.down)) ?? 0
            return StableSum.of(Array(sorted.prefix(last + 1))) / Double(last + 1)
        }
    }

    /// Gaussian VaR at a tail share.
    func gaussianQuantile(_ share: Double) throws(Unavailable) -> Double {
        let normal = try dailyNormal()
        return normal.mean + normal.deviation * NormalDistribution.quantile(share)
    }

    /// Gaussian CVaR at a tail share.
    func gaussianTail(_ share: Double) throws(Unavailable) -> Double {
        switch conventions.gaussianTail {
        case .closedForm:
            let normal = try dailyNormal()
            let density = NormalDistribution.density(NormalDistribution.quantile(share))
            return normal.mean - normal.deviation * density / share
        case .observationsBelow:
            return TailMean.of(sortedDaily.span, atOrBelow: try gaussianQuantile(share))
        }
    }
}

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
                places: 2,
                summary: "The return that \(level) % of periods stayed above.",
                formula: "q\(level == 95 ? "05" : "01")(r), interpolated linearly",
                edgeCases: tailSign + tooFew(level),
                peers: "quantstats' VaR is Gaussian; pyfolio takes mean − 2 deviations.", appliesToBenchmark: true),
            convention: { "1 period of \($0.text.dailyReturns)" },
            compute: { context throws(Unavailable) in try context.historicalQuantile(level) },
            name: { $0.overOnePeriod("VaR \(level) %") })
    }

    private static func historicalCVaR(_ key: MetricKey, _ level: Int) -> MetricDefinition {
        MetricDefinition(
            MetricDeclaration(
                key: key, name: "CVaR \(level) %, one day", group: .risk, unit: .fraction,
                places: 2,
                summary: "Mean of the returns at or below the historical VaR.",
                formula: "mean(r | r ≤ VaR)", edgeCases: tailSign + tooFew(level),
                peers: "quantstats averages the returns below the Gaussian VaR; empyrical the lowest ⌊(n−1)·5 %⌋ + 1.",
                appliesToBenchmark: true),
            convention: { context in
                let rule =
                    context.conventions.historicalTail == .atOrBelowQuantile
                    ? "mean of r ≤ historical VaR" : "mean of the lowest ⌊(n−1)·c⌋ + 1 returns"
                return rule + ", 1 period of " + context.text.dailyReturns
            },
            compute: { context throws(Unavailable) in
                try context.requireTail(level)
                return try context.historicalTail(share(level))
            }, name: { $0.overOnePeriod("CVaR \(level) %") })
    }

    private static func gaussianVaR(_ key: MetricKey, _ level: Int) -> MetricDefinition {
        MetricDefinition(
            MetricDeclaration(
                key: key, name: "Gaussian VaR \(level) %, one day", group: .risk, unit: .fraction,
                places: 2,
                summary: "The \(100 - level) % quantile of a normal distribution with the returns' mean and deviation.",
                formula: "mean(r) + s(r)·Φ⁻¹(\(level == 95 ? "0.05" : "0.01"))",
                edgeCases: tailSign + tooFew(level) + " Zero variance: the mean.", appliesToBenchmark: true),
            convention: { "sample mean and deviation, 1 period of \($0.text.dailyReturns)" },
            compute: { context throws(Unavailable) in
                try context.requireTail(level)
                return try context.gaussianQuantile(share(level))
            }, name: { $0.overOnePeriod("Gaussian VaR \(level) %") })
    }

    private static func gaussianCVaR(_ key: MetricKey, _ level: Int) -> MetricDefinition {
        MetricDefinition(
            MetricDeclaration(
                key: key, name: "Gaussian CVaR \(level) %, one day", group: .risk, unit: .fraction,
                places: 2, summary: "Expected return below the Gaussian VaR, under the same normal distribution.",
                formula: "mean(r) − s(r)·φ(z)/c, z = Φ⁻¹(c), c = \(level == 95 ? "0.05" : "0.01")",
                edgeCases: tailSign + tooFew(level) + " Zero variance: the mean.",
                peers: "quantstats mixes estimators: the mean of observed returns below the Gaussian VaR.",
                appliesToBenchmark: true),
            convention: { context in
                let rule =
                    context.conventions.gaussianTail == .closedForm
                    ? "closed form" : "mean of observed r below the Gaussian VaR"
                return rule + ", 1 period of " + context.text.dailyReturns
            },
            compute: { context throws(Unavailable) in
                try context.requireTail(level)
                return try context.gaussianTail(share(level))
            }, name: { $0.overOnePeriod("Gaussian CVaR \(level) %") })
    }

    private static func share(_ level: Int) -> Double { level == 95 ? 0.05 : 0.01 }
}
