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
        decidedBy: [.skewness],
        { conventions in
            MetricDeclaration(
                key: .skewness, name: "Skewness", group: .risk, unit: .ratio, places: 2, better: .higher,
                summary: "Asymmetry of the returns: negative where the large moves are losses.",
                formula: conventions.skewness.phrase, edgeCases: "Of the daily view. n < 3 and zero variance: n/a.",
                source: "Joanes and Gill (1998), Comparing measures of sample skewness and kurtosis.",
                appliesToBenchmark: true)
        },
        inputs: { [$0.text.dailyReturns] },
        compute: { context throws(Unavailable) in
            try context.requireReturns(3)
            let moments = context(DailyMoments.self).moments
            let value = context.conventions.skewness == .adjusted ? moments.adjustedSkewness : moments.skewness
            guard let value else { throw .constant }
            return value
        })

    static let kurtosis = MetricDefinition(
        decidedBy: [.kurtosis],
        { conventions in
            MetricDeclaration(
                key: .kurtosis, name: conventions.kurtosis == .moment ? "Kurtosis" : "Excess kurtosis", group: .risk,
                unit: .ratio, places: 2, better: .lower,
                summary:
                    "Weight of the tails beside a normal distribution, which has \(conventions.kurtosis.ofNormal).",
                formula: conventions.kurtosis.phrase, edgeCases: "Of the daily view. n < 4 and zero variance: n/a.",
                source: "Joanes and Gill (1998), Comparing measures of sample skewness and kurtosis.",
                appliesToBenchmark: true)
        },
        inputs: { [$0.text.dailyReturns] },
        compute: { context throws(Unavailable) in
            try context.requireReturns(4)
            let moments = context(DailyMoments.self).moments
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
        inputs: { [$0.text.dailyReturns] },
        compute: { context throws(Unavailable) in
            let low = try context(ObservedTail.self).quantile(0.05)
            guard low != 0 else { throw .zeroQuantile }
            return (try context(ObservedTail.self).quantile(0.95) / low).magnitude
        })
}
