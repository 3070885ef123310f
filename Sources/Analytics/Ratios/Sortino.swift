import Glibc

/// Deviation below the target per period, above zero.
struct DownsideDeviation: Statistic {
    let value: Double

    init(_ context: MetricContext) throws(Unavailable) {
        try context.requireReturns()
        switch context.conventions.downside {
        case .allPeriods:
            let squares = context(ExcessStatistics.self).downsideSquares
            guard squares > 0 else { throw .noDownside }
            value = (squares / Double(context.view.count)).squareRoot()
        case .negativeDeviation:
            let negatives = Moments(context.view.returns.filter { $0 < 0 })
            guard let deviation = negatives.sampleDeviation, deviation > 0 else { throw .oneDownside }
            value = deviation
        }
    }
}

/// How deviations of one side are stretched, where the run covers enough for it.
private struct OneSidedScale: Statistic {
    /// √A, or 1 where they stay per period.
    let value: Double

    init(_ context: MetricContext) throws(Unavailable) {
        guard context.conventions.downsideScale == .annual else {
            try context.requireReturns()
            value = 1
            return
        }
        try context.requireYear()
        value = context.periodsPerYear.squareRoot()
    }
}

/// Excess return per unit of downside deviation.
struct SortinoRatio: Statistic {
    let value: Double

    init(_ context: MetricContext) throws(Unavailable) {
        try context.requireReturns()
        try context.requireVariation()
        let deviation = try context(DownsideDeviation.self).value
        let scale = try context(OneSidedScale.self).value
        value =
            context.conventions.downsideScale == .annual
            ? context(SharpeNumerator.self).value / (deviation * scale)
            : context(ExcessStatistics.self).moments.mean / deviation
    }
}

extension MetricKey {
    /// Sortino ratio.
    public static let sortino = MetricKey("sortino")
    /// Downside deviation.
    public static let downsideDeviation = MetricKey("downside_deviation")
    /// Upside deviation.
    public static let upsideDeviation = MetricKey("upside_deviation")
}

extension MetricDefinition {
    static let sortino = MetricDefinition(
        decidedBy: [.ratioNumerator, .downside, .downsideScale, .shortSpans] + ConventionField.ofExcess,
        { conventions in
            let isYearly = conventions.downsideScale == .annual
            return MetricDeclaration(
                key: .sortino, name: isYearly ? "Sortino ratio" : "Sortino ratio, per period", group: .ratios,
                unit: .ratio, places: isYearly ? 2 : 4, better: .higher,
                summary:
                    "Return above the risk-free rate per unit of downside deviation\(isYearly ? ", per year" : "").",
                formula: isYearly
                    ? conventions.ratioNumerator.ratio(to: conventions.downside.phrase)
                    : "mean(e)/" + conventions.downside.phrase,
                edgeCases:
                    "Of the daily view. Returns that do not vary, no return below the target, n = 0, spans under 90 days: "
                    + "n/a.",
                peers: "Schwager divides it by √2, so that it reads like a Sharpe ratio.",
                source: "Sortino and Price (1994), Performance Measurement in a Downside Risk Framework.",
                appliesToBenchmark: true)
        },
        inputs: { $0.text.yearly },
        compute: { context throws(Unavailable) in try context(SortinoRatio.self).value })

    static let downsideDeviation = MetricDefinition(
        decidedBy: [.downside, .downsideScale, .shortSpans] + ConventionField.ofExcess,
        { conventions in
            let isOfAll = conventions.downside == .allPeriods
            return oneSided(
                .downsideDeviation, "Downside deviation", .lower, conventions.downside.phrase, conventions,
                summary: isOfAll
                    ? "Root mean square of the returns below the risk-free rate" : "Deviation of the negative returns",
                edgeCases: isOfAll ? "No return below the target: 0" : "Fewer than two negative returns: n/a")
        },
        inputs: { $0.text.yearly },
        compute: { context throws(Unavailable) in
            let scale = try context(OneSidedScale.self).value
            if context.conventions.downside == .allPeriods, context(ExcessStatistics.self).downsideSquares == 0 {
                return 0
            }
            return try context(DownsideDeviation.self).value * scale
        })

    static let upsideDeviation = MetricDefinition(
        decidedBy: [.downsideScale, .shortSpans] + ConventionField.ofExcess,
        { conventions in
            oneSided(
                .upsideDeviation, "Upside deviation", .neither, "√(Σ max(e,0)²/n)", conventions,
                summary: "Root mean square of the returns above the risk-free rate",
                edgeCases: "No return above the target: 0")
        },
        inputs: { $0.text.yearly },
        compute: { context throws(Unavailable) in
            let scale = try context(OneSidedScale.self).value
            return (context(ExcessStatistics.self).upsideSquares / Double(context.view.count)).squareRoot() * scale
        })

    private static func oneSided(
        _ key: MetricKey, _ name: String, _ better: MetricDeclaration.Direction, _ deviation: String,
        _ conventions: Conventions, summary: String,
        edgeCases: String
    ) -> MetricDeclaration {
        let isYearly = conventions.downsideScale == .annual
        return MetricDeclaration(
            key: key, name: isYearly ? name : name + ", per period", group: .risk,
            unit: isYearly ? .fractionPerYear : .fraction, places: isYearly ? 1 : 2, better: better,
            summary: summary + (isYearly ? ", scaled to a year." : "."),
            formula: isYearly ? deviation + "·√A" : deviation,
            edgeCases: "Of the daily view. \(edgeCases); n = 0, spans under 90 days: n/a.", appliesToBenchmark: true)
    }
}
