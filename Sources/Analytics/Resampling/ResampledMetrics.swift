extension MetricDefinition {
    /// What drawing the run anew says of its numbers.
    static let resampled: [MetricDefinition] =
        [
            interval("sharpe", "Sharpe", .ratio, 2, .higher, "mean(e*)/s(e*)·√A", [.shortSpans]) {
                resamples, share, context throws(Unavailable) in try resamples.sharpe(share, context)
            },
            interval("cagr", "CAGR", .fractionPerYear, 1, .higher, "∏(1+r*)^(1/years) − 1", ConventionField.ofGrowth) {
                resamples, share, context throws(Unavailable) in try resamples.annualGrowth(share, context)
            },
            interval("max_drawdown", "Maximum drawdown", .fraction, 1, .higher, "min(W*/max(W*) − 1)", []) {
                resamples, share, _ throws(Unavailable) in resamples.deepest(share)
            },
        ].flatMap { $0 } + [lossProbability, drawdown95, growth5]

    private static let source =
        "Politis and Romano (1992), A Circular Block-Resampling Procedure for Stationary Data; Efron and Tibshirani (1993), "
        + "An Introduction to the Bootstrap."
    private static let edges =
        "10,000 paths as long as the run, drawn from the daily view in blocks of ⌈n^(1/3)⌉ returns that go round the end, "
        + "seed 1; the same numbers on every machine. Fewer than 20 returns, or a return of −100 %: n/a."

    private static func interval(
        _ key: String, _ name: String, _ unit: MetricDeclaration.Unit, _ places: Int,
        _ better: MetricDeclaration.Direction, _ formula: String, _ choices: [ConventionField],
        _ value: @escaping @Sendable (Resamples, Double, MetricContext) throws(Unavailable) -> Double
    ) -> [MetricDefinition] {
        [("low", "lower", 0.025), ("high", "upper", 0.975)].map { side, word, share in
            definition(
                "\(key)_bootstrap_\(side)", "\(name), \(word) bootstrap bound", unit, places, better,
                "\(word == "lower" ? "Lower" : "Upper") end of the 95 % bootstrap interval of \(name == "Sharpe" ? "the Sharpe ratio" : name == "CAGR" ? name : "the maximum drawdown").",
                "q(\(share)) of \(formula)", " A percentile interval. Absent where the number itself is.", choices
            ) { context throws(Unavailable) in try value(try context(Resamples.self), share, context) }
        }
    }

    private static let lossProbability = definition(
        "monte_carlo_loss_probability", "Chance of a loss", .probability, 3, .lower,
        "The share of paths drawn from the run's own returns that end below where they began.", "#{∏(1+r*) < 1}/10,000",
        ""
    ) { context throws(Unavailable) in try context(Resamples.self).lossProbability }

    private static let drawdown95 = definition(
        "monte_carlo_drawdown_95", "Drawdown that one path in twenty exceeds", .fraction, 1, .higher,
        "The maximum drawdown that 5 % of the paths drawn from the run's own returns fall below.",
        "q(0.05) of min(W*/max(W*) − 1)", " Of session closes, where the run observes within the day."
    ) { context throws(Unavailable) in try context(Resamples.self).deepest(0.05) }

    private static let growth5 = definition(
        "monte_carlo_growth_5", "Growth of 1 that one path in twenty misses", .ratio, 2, .higher,
        "The growth of 1 that 5 % of the paths drawn from the run's own returns end below.", "q(0.05) of ∏(1+r*)", ""
    ) { context throws(Unavailable) in try context(Resamples.self).endValue(0.05) }

    private static func definition(
        _ key: String, _ name: String, _ unit: MetricDeclaration.Unit, _ places: Int,
        _ better: MetricDeclaration.Direction, _ summary: String, _ formula: String, _ more: String,
        _ choices: [ConventionField] = [],
        _ compute: @escaping @Sendable (MetricContext) throws(Unavailable) -> Double
    ) -> MetricDefinition {
        MetricDefinition(
            MetricDeclaration(
                key: MetricKey(key), name: name, group: .validity, unit: unit, places: places, better: better,
                summary: summary, formula: formula, edgeCases: edges + more, source: source, appliesToBenchmark: false,
                hasOwnTable: true),
            decidedBy: choices, inputs: { $0.text.dailyReturns }, compute: compute)
    }
}
