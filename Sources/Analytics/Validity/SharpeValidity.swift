import Glibc
import RunModel

/// The standard error of the Sharpe ratio, where the ratio may be annualised.
struct SharpeError: Statistic {
    let value: Double

    init(_ context: MetricContext) throws(Unavailable) {
        let estimate = try context(SharpeEstimate.self)
        _ = try context(SharpeRatio.self)
        value = estimate.error * context.periodsPerYear.squareRoot()
    }
}

/// The estimate with the four returns that its kurtosis needs.
private struct LongSharpeEstimate: Statistic {
    let estimate: SharpeEstimate

    init(_ context: MetricContext) throws(Unavailable) {
        try context.requireReturns(4)
        estimate = try context(SharpeEstimate.self)
    }
}

extension Run {
    /// The number of variants tried that the run states, or lists.
    var countedTrials: Int? { trials ?? trialRatios?.listed }
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
        decidedBy: [.shortSpans, .ratioNumerator] + ConventionField.ofSharpeError,
        { conventions in
            MetricDeclaration(
                key: .sharpeStandardError, name: "Standard error of Sharpe", group: .validity, unit: .ratio, places: 2,
                better: .lower,
                summary: "Uncertainty of the Sharpe ratio, for returns that are skewed and have heavy tails.",
                formula: "√((\(conventions.sharpeVariance.phrase))/(n−1))·√A",
                edgeCases:
                    "SR = mean(e)/s(e) per day on excess; γ₃, γ₄ population moments of e, G₁, G₂ bias-corrected. n < 2, "
                    + "zero variance, spans under 90 days: n/a. Assumes that periods do not depend on each other.",
                source:
                    "Mertens (2002); Opdyke (2007); Bailey and López de Prado (2012), The Sharpe Ratio Efficient Frontier.",
                appliesToBenchmark: false)
        },
        inputs: { $0.text.yearly },
        compute: { context throws(Unavailable) in try context(SharpeError.self).value })

    static let sharpeCILow = interval(.sharpeCILow, "Sharpe, lower bound", "Lower", -1)
    static let sharpeCIHigh = interval(.sharpeCIHigh, "Sharpe, upper bound", "Upper", 1)

    private static func interval(_ key: MetricKey, _ name: String, _ side: String, _ sign: Double) -> MetricDefinition {
        MetricDefinition(
            MetricDeclaration(
                key: key, name: name, group: .validity, unit: .ratio, places: 2, better: .higher,
                summary: "\(side) end of the 95 % confidence interval of the Sharpe ratio.",
                formula: "Sharpe \(sign < 0 ? "−" : "+") 1.960·s.e.",
                edgeCases: "Normal approximation. Absent where the standard error is.", appliesToBenchmark: false),
            decidedBy: [.shortSpans, .ratioNumerator] + ConventionField.ofSharpeError,
            inputs: { ["95 %"] + $0.text.yearly },
            compute: { context throws(Unavailable) in
                let reach = NormalDistribution.quantile(0.975) * (try context(SharpeError.self).value)
                return try context(SharpeRatio.self).value + sign * reach
            })
    }

    static let probabilisticSharpe = MetricDefinition(
        decidedBy: [.sharpeTarget] + ConventionField.ofSharpeError,
        { conventions in
            let target = conventions.sharpeTarget
            return MetricDeclaration(
                key: .probabilisticSharpe, name: "Probabilistic Sharpe", group: .validity, unit: .probability,
                places: 3, better: .higher,
                summary:
                    "The probability that the true Sharpe ratio is above \(target == .zero ? "zero" : "one a year").",
                formula: "Φ((SR−SR*)·√(n−1)/√(\(conventions.sharpeVariance.phrase))), \(target.phrase)",
                edgeCases:
                    "SR = mean(e)/s(e) per day (or period of a slower series) on excess; γ₃, γ₄ population moments of e, "
                    + "normal = 3, G₁, G₂ bias-corrected. n < 4 or returns that do not vary: n/a.",
                source: "Bailey and López de Prado (2012), The Sharpe Ratio Efficient Frontier.",
                appliesToBenchmark: false)
        },
        inputs: { $0.conventions.sharpeTarget == .zero ? [$0.text.riskFree] : $0.text.yearly },
        compute: { context throws(Unavailable) in
            let target = context.conventions.sharpeTarget == .zero ? 0 : 1 / context.periodsPerYear.squareRoot()
            return try context(LongSharpeEstimate.self).estimate.probability(above: target)
        })

    static let deflatedSharpe = MetricDefinition(
        MetricDeclaration(
            key: .deflatedSharpe, name: "Deflated Sharpe", group: .validity, unit: .probability, places: 3,
            better: .higher,
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
        decidedBy: ConventionField.ofSharpeError,
        inputs: { context in
            let count = context.run.countedTrials.map(String.init) ?? "unknown number of"
            let variance = context.run.trialRatios?.annualVariance
            let rule = variance.map { "V = \(Notation.number($0))/A" } ?? "V = 1/(n−1), an upper bound"
            return ["\(count) trials", rule] + context.text.yearly
        },
        compute: { context throws(Unavailable) in
            let estimate = try context(LongSharpeEstimate.self).estimate
            guard let trials = context.run.countedTrials, trials > 0 else { throw .noTrials }
            let variance =
                context.run.trialRatios?.annualVariance.map { $0 / context.periodsPerYear }
                ?? 1 / Double(estimate.count - 1)
            return estimate.probability(above: SharpeEstimate.expectedMaximum(trials: trials, variance: variance))
        })

    static let minimumTrackRecordLength = MetricDefinition(
        decidedBy: ConventionField.ofSharpeError,
        { conventions in
            MetricDeclaration(
                key: .minimumTrackRecordLength, name: "Minimum track record, sessions", group: .validity, unit: .count,
                places: 0, better: .lower,
                summary: "Observations that it takes to put the Sharpe ratio above zero with 95 % confidence.",
                formula: "1 + (\(conventions.sharpeVariance.phrase))·(Φ⁻¹(0.95)/SR)²",
                edgeCases: "Observations of the daily view, rounded up. A ratio at or below zero, n < 4: n/a.",
                source: "Bailey and López de Prado (2012), The Sharpe Ratio Efficient Frontier.",
                appliesToBenchmark: false)
        },
        inputs: { [$0.text.riskFree] },
        compute: { context throws(Unavailable) in
            let estimate = try context(LongSharpeEstimate.self).estimate
            guard estimate.ratio > 0 else { throw .notPositive }
            return estimate.observationsNeeded(confidence: 0.95).rounded(.up)
        }, name: { "Minimum track record, \($0.cadence.periodNoun)" })
}
