extension MetricKey {
    /// Skewness.
    public static let skewness = MetricKey("skewness")
    /// Excess kurtosis.
    public static let kurtosis = MetricKey("kurtosis")
    /// Tail ratio.
    public static let tailRatio = MetricKey("tail_ratio")
}

extension MetricDefinition {
    static let skewness = MetricDefinition(
        MetricDeclaration(
            key: .skewness, name: "Skewness", group: .risk, unit: .ratio, places: 2, better: .higher,
            summary: "Asymmetry of the returns: negative where the large moves are losses.",
            formula: "G₁ = √(n(n−1))/(n−2)·m₃/m₂^1.5",
            edgeCases: "Of the daily view. Bias-corrected: n < 3 and zero variance: n/a.",
            peers: "empyrical, pyfolio and PerformanceAnalytics give the moment form.",
            source: "Joanes and Gill (1998), Comparing measures of sample skewness and kurtosis.",
            appliesToBenchmark: true),
        convention: {
            ($0.conventions.skewness == .adjusted ? "bias-corrected G₁, " : "moment form, ") + $0.text.dailyReturns
        },
        compute: { context throws(Unavailable) in
            try context.requireReturns(3)
            let moments = context.dailyMoments
            let value = context.conventions.skewness == .adjusted ? moments.adjustedSkewness : moments.skewness
            guard let value else { throw .constant }
            return value
        })

    static let kurtosis = MetricDefinition(
        MetricDeclaration(
            key: .kurtosis, name: "Excess kurtosis", group: .risk, unit: .ratio, places: 2, better: .lower,
            summary: "Weight of the tails beside a normal distribution, which has 0.",
            formula: "G₂ = (n−1)/((n−2)(n−3))·((n+1)·(m₄/m₂² − 3) + 6)",
            edgeCases: "Of the daily view. Bias-corrected excess: n < 4 and zero variance: n/a.",
            peers: "empyrical and pyfolio give the biased excess, others the moment, which is 3 for a normal.",
            source: "Joanes and Gill (1998), Comparing measures of sample skewness and kurtosis.",
            appliesToBenchmark: true),
        convention: { context in
            let form =
                switch context.conventions.kurtosis {
                case .adjustedExcess: "bias-corrected excess G₂, "
                case .momentExcess: "moment form less 3, "
                case .moment: "moment form, normal = 3, "
                }
            return form + context.text.dailyReturns
        },
        compute: { context throws(Unavailable) in
            try context.requireReturns(4)
            let moments = context.dailyMoments
            let value =
                switch context.conventions.kurtosis {
                case .adjustedExcess: moments.adjustedExcessKurtosis
                case .momentExcess: moments.kurtosis.map { $0 - 3 }
                case .moment: moments.kurtosis
                }
            guard let value else { throw .constant }
            return value
        })

    static let tailRatio = MetricDefinition(
        MetricDeclaration(
            key: .tailRatio, name: "Tail ratio", group: .risk, unit: .ratio, places: 2, better: .higher,
            summary: "Size of the good tail over the size of the bad one.",
            formula: "|q95(r)/q05(r)|",
            edgeCases: "Of the daily view, quantiles interpolated linearly. n = 0 or a lower quantile of zero: n/a.",
            appliesToBenchmark: true),
        convention: { $0.text.dailyReturns },
        compute: { context throws(Unavailable) in
            let low = try context.dailyQuantile(0.05)
            guard low != 0 else { throw .zeroQuantile }
            return (try context.dailyQuantile(0.95) / low).magnitude
        })
}
