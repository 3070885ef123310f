import Glibc

/// The Sharpe ratio per period as an estimate, with its uncertainty.
struct SharpeEstimate: Statistic, Equatable {
    /// SR, mean(e)/s(e).
    let ratio: Double
    /// 1 − γ₃·SR + (γ₄−1)/4·SR², the variance of √n·SR.
    let variance: Double
    /// n.
    let count: Int

    /// The estimate of a context; throws where returns are too few, do not vary, or have impossible moments.
    init(_ context: MetricContext) throws(Unavailable) {
        let deviation = try context(ExcessDeviation.self).value
        let moments = context(ExcessStatistics.self).moments
        ratio = moments.mean / deviation
        count = moments.count
        switch context.conventions.sharpeVariance {
        case .populationMoments, .skewnessAlone:
            guard let skewness = moments.skewness, let kurtosis = moments.kurtosis else { throw .constant }
            let tails = context.conventions.sharpeVariance == .skewnessAlone ? 3 : kurtosis
            variance = 1 - skewness * ratio + (tails - 1) / 4 * ratio * ratio
        case .excessLessThree, .excessLessOne:
            guard let skewness = moments.adjustedSkewness, let kurtosis = moments.adjustedExcessKurtosis
            else { throw .fewerThan(4, "returns") }
            let tails =
                context.conventions.sharpeVariance == .excessLessOne ? (kurtosis - 1) / 4 : (kurtosis - 3) / 4 + 0.5
            variance = 1 - skewness * ratio + tails * ratio * ratio
        }
        guard variance > 0 else { throw .undefinedError }
    }

    /// The estimate of a ratio with known population moments, a normal distribution's kurtosis being 3.
    init(ratio: Double, skewness: Double, kurtosis: Double, count: Int) {
        (self.ratio, self.count) = (ratio, count)
        variance = 1 - skewness * ratio + (kurtosis - 1) / 4 * ratio * ratio
    }

    /// Standard error per period, with n − 1.
    var error: Double { (variance / Double(count - 1)).squareRoot() }

    /// The probability that the true ratio is above a threshold per period.
    func probability(above threshold: Double) -> Double {
        NormalDistribution.cumulative((ratio - threshold) / error)
    }

    /// The ratio per period that the best of so many trials without skill is expected to show, whose ratios per period
    /// have this variance.
    static func expectedMaximum(trials: Int, variance: Double) -> Double {
        guard trials > 1 else { return 0 }
        let eulerMascheroni = 0.577_215_664_901_532_9
        let count = Double(trials)
        let quantiles =
            (1 - eulerMascheroni) * NormalDistribution.quantile(1 - 1 / count)
            + eulerMascheroni * NormalDistribution.quantile(1 - 1 / (count * exp(1)))
        return quantiles * variance.squareRoot()
    }

    /// How many observations put the ratio above zero at a confidence.
    func observationsNeeded(confidence: Double) -> Double {
        let quantile = NormalDistribution.quantile(confidence) / ratio
        return 1 + variance * quantile * quantile
    }
}
