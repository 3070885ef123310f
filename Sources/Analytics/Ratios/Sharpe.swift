import Glibc

/// The numerator of Sharpe and Sortino, per year.
struct SharpeNumerator: Statistic {
    let value: Double

    init(_ context: MetricContext) {
        switch context.conventions.ratioNumerator {
        case .meanTimesPeriods: value = context(ExcessStatistics.self).moments.mean * context.periodsPerYear
        case .compoundedMean:
            value = expm1(log1p(context.moments.mean) * context.periodsPerYear) - context.annualRiskFree
        }
    }
}

/// s(e), above zero.
struct ExcessDeviation: Statistic {
    let value: Double

    init(_ context: MetricContext) throws(Unavailable) {
        try context.requireReturns(2)
        try context.requireVariation()
        let moments = context(ExcessStatistics.self).moments
        guard !moments.isConstant, let deviation = moments.sampleDeviation, deviation > 0 else { throw .constant }
        value = deviation
    }
}

/// Excess return per unit of volatility, per year.
struct SharpeRatio: Statistic {
    let value: Double

    init(_ context: MetricContext) throws(Unavailable) {
        let deviation = try context(ExcessDeviation.self).value
        try context.requireYear()
        value = context(SharpeNumerator.self).value / (deviation * context.periodsPerYear.squareRoot())
    }
}

extension MetricKey {
    /// Sharpe ratio.
    public static let sharpe = MetricKey("sharpe")
    /// Return over risk.
    public static let riskReturnRatio = MetricKey("risk_return_ratio")
}

extension MetricDefinition {
    static let sharpe = MetricDefinition(
        decidedBy: [.ratioNumerator, .shortSpans] + ConventionField.ofExcess,
        { conventions in
            MetricDeclaration(
                key: .sharpe, name: "Sharpe ratio", group: .ratios, unit: .ratio, places: 2, better: .higher,
                summary: "Return above the risk-free rate per unit of volatility, per year.",
                formula: conventions.ratioNumerator.ratio(to: "s(e)"),
                edgeCases:
                    "Sample deviation (n − 1), of the daily view. n < 2, spans under 90 days: n/a. Returns that differ by "
                    + "no more than rounding: n/a, never infinite.",
                peers: "quantstats_lumi takes 365 periods for every series; PerformanceAnalytics ≤ 2.0 takes the "
                    + "geometric return.",
                source: "Sharpe (1994), The Sharpe Ratio, Journal of Portfolio Management 21(1).",
                appliesToBenchmark: true)
        },
        inputs: { $0.text.yearly },
        compute: { context throws(Unavailable) in try context(SharpeRatio.self).value })

    static let riskReturnRatio = MetricDefinition(
        MetricDeclaration(
            key: .riskReturnRatio, name: "Return over risk", group: .ratios, unit: .ratio, places: 3, better: .higher,
            summary: "Mean return per unit of deviation, per period and without a risk-free rate.",
            formula: "mean(r)/s(r)",
            edgeCases: "Not annualised, of the daily view. n < 2 and returns that do not vary: n/a.",
            appliesToBenchmark: true),
        inputs: { [$0.text.dailyReturns] },
        compute: { context throws(Unavailable) in
            let deviation = try context(PeriodDeviation.self).value
            guard deviation > 0 else { throw .constant }
            return context.moments.mean / deviation
        })
}
