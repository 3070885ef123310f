/// The lower end of a normal distribution with the mean and deviation of the daily view.
struct NormalTail: Statistic {
    /// Of the distribution.
    let mean: Double
    /// Of the distribution, with the divisor of the convention.
    let deviation: Double
    private let conventions: Conventions

    /// Throws where there are fewer than two returns. Linear time.
    init(_ context: MetricContext) throws(Unavailable) {
        try context.requireReturns()
        conventions = context.conventions
        let moments = conventions.gaussianVaR == .lastYear ? Self.lastYear(context) : context(DailyMoments.self).moments
        guard let sample = moments.sampleDeviation else { throw .oneReturn }
        let count = Double(moments.count)
        mean = moments.mean
        deviation =
            conventions.gaussianVaR == .populationDeviation ? sample * ((count - 1) / count).squareRoot() : sample
    }

    /// Moments of the last A returns of the daily view.
    private static func lastYear(_ context: MetricContext) -> Moments {
        let daily = context.daily
        guard let count = Int(exactly: daily.periodsPerYear.rounded()), count < daily.count else {
            return context(DailyMoments.self).moments
        }
        return Moments(Array(daily.returns.suffix(count)))
    }

    /// VaR at a tail share.
    func quantile(_ share: Double) throws(Unavailable) -> Double {
        let isTwo = conventions.gaussianVaR == .twoDeviations && share == 0.05
        return mean + deviation * (isTwo ? -2 : NormalDistribution.quantile(share))
    }

    /// CVaR at a tail share; of the returns in ascending order, where the convention averages what was observed.
    func shortfall(_ share: Double, _ sorted: [Double]) throws(Unavailable) -> Double {
        switch conventions.gaussianTail {
        case .closedForm:
            return mean - deviation * NormalDistribution.density(NormalDistribution.quantile(share)) / share
        case .observationsBelow: return TailMean.of(sorted.span, atOrBelow: try quantile(share))
        }
    }

    /// What stands so many deviations from the mean over some independent periods: d·mean + √d·deviation·z.
    func value(at z: Double, days: Int) -> Double {
        mean * Double(days) + deviation * Double(days).squareRoot() * z
    }
}
