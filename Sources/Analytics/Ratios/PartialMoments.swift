import Glibc
import Series

extension MetricKey {
    /// Kappa of order three.
    public static let kappa3 = MetricKey("kappa_3")
    /// Upside potential ratio.
    public static let upsidePotentialRatio = MetricKey("upside_potential_ratio")
}

extension MetricDefinition {
    static let kappa3 = partial(
        .kappa3, "Kappa of order three", "Mean excess return over the cube root of the third lower partial moment.",
        "mean(e)/(Σ max(−e,0)³/n)^(1/3)",
        source: "Kaplan and Knowles (2004), Kappa: A Generalized Downside Risk-Adjusted Measure."
    ) { excess, mean in
        var cubes = StableSum()
        for value in excess where value < 0 { cubes.add(-value * value * value) }
        return mean / cbrt(cubes.value / Double(excess.count))
    }

    static let upsidePotentialRatio = partial(
        .upsidePotentialRatio, "Upside potential ratio",
        "Mean gain above the risk-free rate over the deviation below it.",
        "(Σ max(e,0)/n)/√(Σ min(e,0)²/n)",
        source: "Sortino, van der Meer and Plantinga (1999), The Dutch Triangle."
    ) { excess, _ in
        var (gains, squares) = (StableSum(), StableSum())
        for value in excess {
            gains.add(max(value, 0))
            squares.add(min(value, 0) * min(value, 0))
        }
        let count = Double(excess.count)
        return gains.value / count / (squares.value / count).squareRoot()
    }

    private static func partial(
        _ key: MetricKey, _ name: String, _ summary: String, _ formula: String, source: String,
        _ value: @escaping @Sendable (_ excess: [Double], _ mean: Double) -> Double
    ) -> MetricDefinition {
        MetricDefinition(
            MetricDeclaration(
                key: key, name: name, group: .ratios, unit: .ratio, places: 3, better: .higher, summary: summary,
                formula: formula,
                edgeCases:
                    "Not annualised, of the daily view. Returns that do not vary, no return below the target: n/a.",
                source: source, appliesToBenchmark: true),
            decidedBy: ConventionField.ofExcess, inputs: { [$0.text.riskFree] },
            compute: { context throws(Unavailable) in
                try context.requireReturns()
                try context.requireVariation()
                guard context(ExcessStatistics.self).downsideSquares > 0 else { throw .noDownside }
                let excess = context.view.riskFree.excess(of: context.view.returns)
                return value(excess, context(ExcessStatistics.self).moments.mean)
            })
    }
}
