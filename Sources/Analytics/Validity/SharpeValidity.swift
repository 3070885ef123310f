import Glibc

extension MetricContext {
    /// The standard error of the Sharpe ratio, where the ratio may be annualised.
    func annualSharpeError() throws(Unavailable) -> Double {
        let estimate = try self(SharpeEstimate.self)
        _ = try sharpe()
        return estimate.error * periodsPerYear.squareRoot()
    }

    /// The estimate with the four returns that its kurtosis needs.
    fileprivate func longEstimate() throws(Unavailable) -> SharpeEstimate {
        try requireReturns(4)
        return try self(SharpeEstimate.self)
    }

    /// The variance of the trials' ratios per period, and where it comes from.
    fileprivate func trialVariance(_ estimate: SharpeEstimate) -> Double {
        run.trialRatios?.annualVariance.map { $0 / periodsPerYear } ?? 1 / Double(estimate.count - 1)
    }

    /// The number of trials that the run states, or lists.
    fileprivate var trials: Int? { run.trials ?? run.trialRatios?.listed }
}

extension MetricKey {
    /// Standard error of Sharpe.
    public static let sharpeStandardError = MetricKey("sharpe_standard_error")
    /// Sharpe, lower bound.
    public static let sharpeCILow = MetricKey("sharpe_ci_low")
    /// Sharpe, upper bound.
    public static let sharpeCIHigh = MetricKey("sharpe_ci_high")
    /// Probabilistic Sharpe.
    public static let probabilisticSharpe = MetricKey("probabilistic_sharpe")
    /// Deflated Sharpe.
    public static let deflatedSharpe = MetricKey("deflated_sharpe")
    /// Minimum track record, sessions.
    public static let minimumTrackRecordLength = MetricKey("minimum_track_record_length")
}

extension MetricDefinition {
    static let sharpeStandardError = MetricDefinition(
        MetricDeclaration(
            key: .sharpeStandardError, name: "Standard error of Sharpe", group: .validity, unit: .ratio, places: 2,
            summary: "Uncertainty of the Sharpe ratio, for returns that are skewed and have heavy tails.",
            formula: "√((1 − γ₃·SR + (γ₄−1)/4·SR²)/(n−1))·√A",
            edgeCases:
                "SR per day on excess; γ₃, γ₄ population moments of e. n < 2, zero variance, spans under 90 days: "
                + "n/a. Assumes that periods do not depend on each other.",
            source:
                "Mertens (2002); Opdyke (2007); Bailey and López de Prado (2012), The Sharpe Ratio Efficient Frontier.",
            appliesToBenchmark: false),
        convention: { "times \($0.text.root), \($0.text.riskFree)" },
        compute: { context throws(Unavailable) in try context.annualSharpeError() })

    static let sharpeCILow = interval(.sharpeCILow, "Sharpe, lower bound", "Lower", -1)
    static let sharpeCIHigh = interval(.sharpeCIHigh, "Sharpe, upper bound", "Upper", 1)

    private static func interval(_ key: MetricKey, _ name: String, _ side: String, _ sign: Double) -> MetricDefinition {
        MetricDefinition(
            MetricDeclaration(
                key: key, name: name, group: .validity, unit: .ratio, places: 2,
                summary: "\(side) end of the 95 % confidence interval of the Sharpe ratio.",
                formula: "Sharpe \(sign < 0 ? "−" : "+") 1.960·s.e.",
                edgeCases: "Normal approximation. Absent where the standard error is.", appliesToBenchmark: false),
            convention: { "95 %, normal approximation, \($0.text.riskFree)" },
            compute: { context throws(Unavailable) in
                let reach = NormalDistribution.quantile(0.975) * (try context.annualSharpeError())
                return try context.sharpe() + sign * reach
            })
    }

    static let probabilisticSharpe = MetricDefinition(
        MetricDeclaration(
            key: .probabilisticSharpe, name: "Probabilistic Sharpe", group: .validity, unit: .probability, places: 3,
            summary: "The probability that the true Sharpe ratio is above zero.",
            formula: "Φ((SR−SR*)·√(n−1)/√(1 − γ₃·SR + (γ₄−1)/4·SR²)), SR* = 0",
            edgeCases:
                "SR per day (or period of a slower series) on excess; γ₃, γ₄ population moments, normal = 3. n < 4 or returns "
                + "that do not vary: n/a.",
            peers: "quantstats takes three off the kurtosis twice, Lean once too often.",
            source: "Bailey and López de Prado (2012), The Sharpe Ratio Efficient Frontier.", appliesToBenchmark: false),
        convention: { "SR* = 0, \($0.text.riskFree)" },
        compute: { context throws(Unavailable) in try context.longEstimate().probability(above: 0) })

    static let deflatedSharpe = MetricDefinition(
        MetricDeclaration(
            key: .deflatedSharpe, name: "Deflated Sharpe", group: .validity, unit: .probability, places: 3,
            summary:
                "The probability that the true Sharpe ratio is above what the best of as many trials without skill "
                + "would show.",
            formula: "Φ((SR−SR₀)/s.e.), SR₀ = √V·((1−γ)·Φ⁻¹(1−1/N) + γ·Φ⁻¹(1−1/(N·e)))",
            edgeCases:
                "Needs the number of trials N; without it n/a. V is the variance of the trials' ratios that the run lists "
                + "(`trial_sharpes`, yearly, with n − 1) or states (`trial_sharpe_variance`), over A. Without either the "
                + "least that independent trials can have is taken, 1/(n−1), and the number is an upper bound. N = 1 gives "
                + "the probabilistic Sharpe ratio. n < 4 or returns that do not vary: n/a.",
            source: "Bailey and López de Prado (2014), The Deflated Sharpe Ratio.", appliesToBenchmark: false),
        convention: { context in
            let count = context.trials.map(String.init) ?? "unknown number of"
            let variance = context.run.trialRatios?.annualVariance
            let rule = variance.map { "V = \(ConventionText.number($0))/\(context.text.periods)" }
            return "\(count) trials, \(rule ?? "V = 1/(n−1), an upper bound"), \(context.text.riskFree)"
        },
        compute: { context throws(Unavailable) in
            let estimate = try context.longEstimate()
            guard let trials = context.trials, trials > 0 else { throw .noTrials }
            let variance = context.trialVariance(estimate)
            return estimate.probability(above: SharpeEstimate.expectedMaximum(trials: trials, variance: variance))
        })

    static let minimumTrackRecordLength = MetricDefinition(
        MetricDeclaration(
            key: .minimumTrackRecordLength, name: "Minimum track record, sessions", group: .validity, unit: .count,
            places: 0,
            summary: "Observations that it takes to put the Sharpe ratio above zero with 95 % confidence.",
            formula: "1 + (1 − γ₃·SR + (γ₄−1)/4·SR²)·(Φ⁻¹(0.95)/(SR − SR*))², SR* = 0",
            edgeCases: "Observations of the daily view, rounded up. A ratio at or below zero, n < 4: n/a.",
            source: "Bailey and López de Prado (2012), The Sharpe Ratio Efficient Frontier.", appliesToBenchmark: false),
        convention: { "SR* = 0 at 95 %, \($0.text.riskFree)" },
        compute: { context throws(Unavailable) in
            let estimate = try context.longEstimate()
            guard estimate.ratio > 0 else { throw .notPositive }
            return estimate.observationsNeeded(confidence: 0.95).rounded(.up)
        }, name: { "Minimum track record, \($0.cadence.periodNoun)" })
}
