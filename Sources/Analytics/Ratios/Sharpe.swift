import Glibc

extension MetricContext {
    /// The numerator of Sharpe and Sortino, per year.
    func ratioNumerator() -> Double {
        switch conventions.ratioNumerator {
        case .meanTimesPeriods: excess.moments.mean * periodsPerYear
        case .compoundedMean: expm1(log1p(moments.mean) * periodsPerYear) - annualRiskFree
        }
    }

    /// s(e), above zero.
    func excessDeviation() throws(Unavailable) -> Double {
        try requireReturns(2)
        try requireVariation()
        guard !excess.moments.isConstant, let deviation = excess.moments.sampleDeviation, deviation > 0
        else { throw .constant }
        return deviation
    }

    /// Excess return per unit of volatility, per year.
    func sharpe() throws(Unavailable) -> Double {
        let deviation = try excessDeviation()
        try requireYear()
        return ratioNumerator() / (deviation * periodsPerYear.squareRoot())
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
        compute: { context throws(Unavailable) in try context.sharpe() })

    static let riskReturnRatio = MetricDefinition(
        MetricDeclaration(
            key: .riskReturnRatio, name: "Return over risk", group: .ratios, unit: .ratio, places: 3, better: .higher,
            summary: "Mean return per unit of deviation, per period and without a risk-free rate.",
            formula: "mean(r)/s(r)",
            edgeCases: "Not annualised, of the daily view. n < 2 and returns that do not vary: n/a.",
            appliesToBenchmark: true),
        inputs: { [$0.text.dailyReturns] },
        compute: { context throws(Unavailable) in
            let deviation = try context.periodDeviation()
            guard deviation > 0 else { throw .constant }
            return context.moments.mean / deviation
        })
}
