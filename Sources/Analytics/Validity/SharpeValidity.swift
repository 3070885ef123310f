import Glibc

extension MetricContext {
    /// The estimate where the ratio may be annualised.
    fileprivate func annualEstimate() throws(Absence) -> (ratio: Double, error: Double) {
        let estimate = try sharpeEstimate.get()
        let scale = periodsPerYear.squareRoot()
        return (try sharpe(), estimate.error * scale)
    }
}

extension MetricDefinition {
    static let sharpeStandardError = MetricDefinition(
        MetricDeclaration(
            key: "sharpe_standard_error", name: "Standard error of Sharpe", group: .validity, unit: .ratio, places: 2,
            summary: "Uncertainty of the Sharpe ratio, for returns that are skewed and have heavy tails.",
            formula: "√((1 − γ₃·SR + (γ₄−1)/4·SR²)/(n−1))·√A",
            edgeCases:
                "SR per period on excess; γ₃, γ₄ population moments of e. n < 2, zero variance, spans under 90 days: "
                + "n/a. Assumes that periods do not depend on each other.",
            source:
                "Mertens (2002); Opdyke (2007); Bailey and López de Prado (2012), The Sharpe Ratio Efficient Frontier.",
            appliesToBenchmark: false),
        convention: { "times \($0.text.root), \($0.text.riskFree)" },
        compute: { context throws(Absence) in try context.annualEstimate().error })

    static let sharpeCILow = interval("sharpe_ci_low", "Sharpe, lower bound", "Lower", -1)
    static let sharpeCIHigh = interval("sharpe_ci_high", "Sharpe, upper bound", "Upper", 1)

    private static func interval(_ key: String, _ name: String, _ side: String, _ sign: Double) -> MetricDefinition {
        MetricDefinition(
            MetricDeclaration(
                key: key, name: name, group: .validity, unit: .ratio, places: 2,
                summary: "\(side) end of the 95 % confidence interval of the Sharpe ratio.",
                formula: "Sharpe \(sign < 0 ? "−" : "+") 1.960·s.e.",
                edgeCases: "Normal approximation. Absent where the standard error is.", appliesToBenchmark: false),
            convention: { "95 %, normal approximation, \($0.text.riskFree)" },
            compute: { context throws(Absence) in
                let estimate = try context.annualEstimate()
                return estimate.ratio + sign * NormalDistribution.quantile(0.975) * estimate.error
            })
    }

    static let probabilisticSharpe = MetricDefinition(
        MetricDeclaration(
            key: "probabilistic_sharpe", name: "Probabilistic Sharpe", group: .validity, unit: .probability, places: 3,
            summary: "The probability that the true Sharpe ratio is above zero.",
            formula: "Φ((SR−SR*)·√(n−1)/√(1 − γ₃·SR + (γ₄−1)/4·SR²)), SR* = 0",
            edgeCases: "SR per period on excess; γ₃, γ₄ population moments, normal = 3. n < 2 or zero variance: n/a.",
            peers: "quantstats takes three off the kurtosis twice, Lean once too often.",
            source: "Bailey and López de Prado (2012), The Sharpe Ratio Efficient Frontier.", appliesToBenchmark: false),
        convention: { "SR* = 0, \($0.text.riskFree)" },
        compute: { context throws(Absence) in try context.sharpeEstimate.get().probability(above: 0) })

    static let deflatedSharpe = MetricDefinition(
        MetricDeclaration(
            key: "deflated_sharpe", name: "Deflated Sharpe", group: .validity, unit: .probability, places: 3,
            summary:
                "The probability that the true Sharpe ratio is above what the best of as many trials without skill "
                + "would show.",
            formula: "Φ((SR−SR₀)/s.e.), SR₀ = √V·((1−γ)·Φ⁻¹(1−1/N) + γ·Φ⁻¹(1−1/(N·e)))",
            edgeCases:
                "Needs the number of trials N; without it n/a. The trials' own ratios are not known, so their variance V "
                + "is that of trials without skill, 1/(n−1). N = 1 gives the probabilistic Sharpe ratio.",
            source: "Bailey and López de Prado (2014), The Deflated Sharpe Ratio.", appliesToBenchmark: false),
        convention: { context in
            "\(context.run.trials.map(String.init) ?? "unknown number of") trials, V = 1/(n−1), \(context.text.riskFree)"
        },
        compute: { context throws(Absence) in
            let estimate = try context.sharpeEstimate.get()
            guard let trials = context.run.trials, trials > 0 else { throw .noTrials }
            return estimate.probability(above: estimate.expectedMaximum(trials: trials))
        })

    static let minimumTrackRecordLength = MetricDefinition(
        MetricDeclaration(
            key: "minimum_track_record_length", name: "Minimum track record", group: .validity, unit: .count, places: 0,
            summary: "Observations that it takes to put the Sharpe ratio above zero with 95 % confidence.",
            formula: "1 + (1 − γ₃·SR + (γ₄−1)/4·SR²)·(Φ⁻¹(0.95)/(SR − SR*))², SR* = 0",
            edgeCases: "Observations of the run's own periods, rounded up. A ratio at or below zero, n < 2: n/a.",
            source: "Bailey and López de Prado (2012), The Sharpe Ratio Efficient Frontier.", appliesToBenchmark: false),
        convention: { "SR* = 0 at 95 %, \($0.text.riskFree)" },
        compute: { context throws(Absence) in
            let estimate = try context.sharpeEstimate.get()
            guard estimate.ratio > 0 else { throw .notPositive }
            return estimate.observationsNeeded(confidence: 0.95).rounded(.up)
        })
}
