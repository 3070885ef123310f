/// What the best of as many trials without skill would show: a ratio below it proves nothing.
struct NoiseHurdle: Statistic {
    /// Per year.
    let value: Double

    init(_ context: MetricContext) throws(Unavailable) {
        let estimate = try context(SharpeEstimate.self)
        _ = try context(SharpeRatio.self)
        guard let trials = context.run.countedTrials, trials > 0 else { throw .noTrials }
        let variance =
            context.run.trialRatios?.annualVariance.map { $0 / context.periodsPerYear } ?? 1
            / Double(estimate.count - 1)
        value =
            SharpeEstimate.expectedMaximum(trials: trials, variance: variance) * context.periodsPerYear.squareRoot()
    }
}

extension MetricDefinition {
    static let noiseHurdle = MetricDefinition(
        MetricDeclaration(
            key: MetricKey("sharpe_noise_hurdle"), name: "Sharpe of the best of as much noise", group: .validity,
            unit: .ratio, places: 2, better: .lower,
            summary: "The Sharpe ratio that the best of as many trials without skill is expected to show.",
            formula: "√V·((1−γ)·Φ⁻¹(1−1/N) + γ·Φ⁻¹(1−1/(N·e)))·√A",
            edgeCases:
                "Needs the number of trials N; without it n/a. V as in the deflated Sharpe ratio: of the trials' "
                + "ratios, or at least 1/(n−1). N = 1: 0.",
            source: "Bailey and López de Prado (2014), The Deflated Sharpe Ratio.", appliesToBenchmark: false),
        decidedBy: [.shortSpans, .ratioNumerator] + ConventionField.ofSharpeError,
        inputs: { context in
            ["\(context.run.countedTrials.map(String.init) ?? "unknown number of") trials"] + context.text.yearly
        },
        compute: { context throws(Unavailable) in try context(NoiseHurdle.self).value })

    static let outOfSampleLuck = MetricDefinition(
        MetricDeclaration(
            key: MetricKey("out_of_sample_luck"), name: "Chance of doing as badly by luck", group: .validity,
            unit: .probability, places: 3, better: .higher,
            summary:
                "The share of paths drawn from the in-sample returns that end at or below what came out of sample.",
            formula: "#{∏(1+r*) ≤ ∏(1+r) out of sample}/2,000",
            edgeCases:
                "Paths as long as the out-of-sample part, in blocks of ⌈n^(1/3)⌉ in-sample returns, seed 1. Below "
                + "0.05 the returns after the date are of another kind than those before. No date that divides the run, "
                + "fewer than 20 returns before it: n/a.",
            appliesToBenchmark: false, hasOwnTable: true),
        inputs: { $0.text.dailyReturns },
        compute: { context throws(Unavailable) in try context(SampleCone.self).cone.share })
}

extension Analysis {
    /// What the best of as many trials without skill would show, per year; nil where nobody says how many there were.
    public var noiseHurdle: Double? { (try? context(NoiseHurdle.self))?.value }
}
