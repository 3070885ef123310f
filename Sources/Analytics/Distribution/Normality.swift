import Glibc

extension MetricKey {
    /// p-value of normal returns.
    public static let jarqueBeraP = MetricKey("jarque_bera_p")
    /// Outlier win ratio.
    public static let outlierWinRatio = MetricKey("outlier_win_ratio")
    /// Outlier loss ratio.
    public static let outlierLossRatio = MetricKey("outlier_loss_ratio")
    /// Rachev ratio.
    public static let rachevRatio = MetricKey("rachev_ratio")
}

extension MetricDefinition {
    static let jarqueBeraP = MetricDefinition(
        MetricDeclaration(
            key: .jarqueBeraP, name: "p-value of normal returns", group: .risk, unit: .probability, places: 3,
            better: .neither,
            summary: "How often normal returns would be as skewed and heavy-tailed as these: Jarque–Bera test.",
            formula: "exp(−JB/2), JB = n/6·(γ₃² + (γ₄ − 3)²/4)",
            edgeCases:
                "γ₃, γ₄ population moments of the daily view. Near zero: numbers made from a normal distribution mislead. n < 20 "
                + "and returns that do not vary: n/a.",
            source: "Jarque and Bera (1987), A Test for Normality of Observations and Regression Residuals.",
            appliesToBenchmark: true),
        inputs: { $0.text.dailyReturns },
        compute: { context throws(Unavailable) in
            try context.requireReturns(20)
            let moments = context(DailyMoments.self).moments
            guard let skewness = moments.skewness, let kurtosis = moments.kurtosis else { throw .constant }
            let excess = kurtosis - 3
            return exp(-Double(moments.count) / 12 * (skewness * skewness + excess * excess / 4))
        })

    static let outlierWinRatio = outlier(
        .outlierWinRatio, "Outlier win ratio", "winning", "q99(r)/mean(r ≥ 0)", share: 0.99, none: .noGain
    ) { $0 >= 0 }
    static let outlierLossRatio = outlier(
        .outlierLossRatio, "Outlier loss ratio", "losing", "q01(r)/mean(r < 0)", share: 0.01, none: .noLoss
    ) { $0 < 0 }

    private static func outlier(
        _ key: MetricKey, _ name: String, _ word: String, _ formula: String, share: Double, none: Unavailable,
        where belongs: @escaping @Sendable (Double) -> Bool
    ) -> MetricDefinition {
        MetricDefinition(
            MetricDeclaration(
                key: key, name: name, group: .risk, unit: .ratio, places: 2, better: .neither,
                summary: "How many times the mean \(word) return the most extreme hundredth begins at.",
                formula: formula,
                edgeCases:
                    "Of the daily view, quantile interpolated linearly; a return of zero counts as winning. No such return or a "
                    + "mean of zero: n/a.",
                source: "As in quantstats.", appliesToBenchmark: true),
            inputs: { $0.text.dailyReturns },
            compute: { context throws(Unavailable) in
                let tail = try context(ObservedTail.self)
                let side = MeanAndVariance(tail.sorted.filter(belongs))
                guard side.count > 0, side.mean != 0 else { throw none }
                return try tail.quantile(share) / side.mean
            })
    }

    static let rachevRatio = MetricDefinition(
        MetricDeclaration(
            key: .rachevRatio, name: "Rachev ratio", group: .risk, unit: .ratio, places: 2, better: .higher,
            summary: "Mean of the best twentieth of the returns over the mean of the worst twentieth.",
            formula: "mean(r ≥ q95)/|mean(r ≤ q05)|",
            edgeCases:
                "Of the daily view, quantiles interpolated linearly. n < 20, a 5 % quantile that is not below zero, as where "
                + "fewer than a twentieth of the days lost: n/a.",
            peers: "PerformanceAnalytics takes a tenth of each side.",
            source: "Biglova, Ortobelli, Rachev and Stoyanov (2004), Different Approaches to Risk Estimation.",
            appliesToBenchmark: true, methodVersion: 2),
        inputs: { $0.text.dailyReturns },
        compute: { context throws(Unavailable) in
            let tail = try context(ObservedTail.self)
            try tail.requireObservations(95)
            let (low, high) = (try tail.quantile(0.05), try tail.quantile(0.95))
            let worst = TailMean.of(tail.sorted.span, atOrBelow: low)
            guard worst < 0 else { throw .noLoss }
            // Otherwise every day without a return would count among the worst twentieth.
            guard low < 0 else { throw .zeroQuantile }
            return MeanAndVariance(tail.sorted.filter { $0 >= high }).mean / -worst
        })
}
