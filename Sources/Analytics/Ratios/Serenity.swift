import Series

extension MetricKey {
    /// Serenity index.
    public static let serenityIndex = MetricKey("serenity_index")
}

extension MetricDefinition {
    static let serenityIndex = MetricDefinition(
        decidedBy: [.serenity, .ulcerDivisor] + ConventionField.ofGrowth + ConventionField.ofExcess,
        { conventions in
            MetricDeclaration(
                key: .serenityIndex, name: "Serenity index", group: .ratios, unit: .ratio, places: 2, better: .higher,
                summary: conventions.serenity == .annualGrowth
                    ? "Yearly growth above the risk-free rate over ulcer index and pitfall: depth, length and tail of drawdowns."
                    : "Sum of returns over ulcer index and pitfall.",
                formula: conventions.serenity.phrase,
                edgeCases: "No drawdown, returns that do not vary"
                    + (conventions.serenity == .annualGrowth ? ", spans under a year: n/a." : ": n/a."),
                source: "KeyQuant (2015), The Serenity Ratio.", appliesToBenchmark: true)
        },
        inputs: { context in
            context.conventions.serenity == .annualGrowth
                ? context.text.growth + context.text.yearly : [context.text.riskFree]
        },
        compute: { context throws(Unavailable) in
            let drawdowns = try context(Drawdowns.self).declines()
            let ulcer = try drawdowns.ulcerIndex(context.conventions.ulcerDivisor)
            let deviation = try context(PeriodDeviation.self).value
            guard deviation > 0 else { throw .constant }
            switch context.conventions.serenity {
            case .annualGrowth:
                guard let tail = drawdowns.tailMean(worst: 0.05) else { throw .noReturns }
                let volatility = deviation * context.periodsPerYear.squareRoot()
                return try context(AnnualExcessGrowth.self).value / (ulcer * -tail / volatility)
            case .summed:
                let series = drawdowns.values.suffix(context.history.count)
                let spread = MeanAndVariance(series.span)
                let limit = spread.mean + NormalDistribution.quantile(0.05) * (spread.sampleDeviation ?? 0)
                let tail = -TailMean.of(series.span, atOrBelow: limit.nextDown)
                return (StableSum.of(context.view.returns) - context.annualRiskFree) / (ulcer * tail / deviation)
            }
        })
}
