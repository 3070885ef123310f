import Glibc

/// The lower end of a normal distribution whose quantiles are corrected for skewness and kurtosis.
///
/// Cornish and Fisher (1937); Zangari (1996), A VaR Methodology for Portfolios that Include Options; Maillard (2012), A
/// User's Guide to the Cornish Fisher Expansion. Moments over several periods are those of a sum of independent ones:
/// skewness falls with the root of their number, kurtosis with their number.
struct CornishFisherTail: Statistic {
    private let normal: NormalTail
    /// γ₃, population form.
    private let skewness: Double
    /// γ₄ − 3, population form.
    private let excess: Double

    /// Throws where there are fewer than two returns.
    init(_ context: MetricContext) throws(Unavailable) {
        normal = try context(NormalTail.self)
        let moments = context(DailyMoments.self).moments
        skewness = moments.skewness ?? 0
        excess = moments.kurtosis.map { $0 - 3 } ?? 0
    }

    /// VaR at a tail share; throws where the corrected quantiles do not fall along the tail.
    func quantile(_ share: Double, days: Int) throws(Unavailable) -> Double {
        let z = NormalDistribution.quantile(share)
        let (s, k) = try moments(days, to: z)
        let corrected =
            z + (z * z - 1) * s / 6 + (z * z * z - 3 * z) * k / 24 - (2 * z * z * z - 5 * z) * s * s / 36
        return normal.value(at: corrected, days: days)
    }

    /// The mean of the corrected quantiles below a tail share: the integral of the expansion, in closed form.
    func shortfall(_ share: Double, days: Int) throws(Unavailable) -> Double {
        let z = NormalDistribution.quantile(share)
        let (s, k) = try moments(days, to: z)
        let mills = NormalDistribution.density(z) / share
        let corrected = -1 - z * s / 6 + (1 - z * z) * k / 24 - (1 - 2 * z * z) * s * s / 36
        return normal.value(at: corrected * mills, days: days)
    }

    /// Skewness and kurtosis over some periods, where the expansion rises from −4 to z.
    private func moments(_ days: Int, to z: Double) throws(Unavailable) -> (Double, Double) {
        let (s, k) = (skewness / Double(days).squareRoot(), excess / Double(days))
        // The derivative a·z² + b·z + c is lowest at an end, or at its vertex where that lies between.
        let (a, b, c) = (k / 8 - s * s / 6, s / 3, 1 - k / 8 + 5 * s * s / 36)
        var places = [-4, z]
        if a > 0, case let vertex = -b / (2 * a), vertex > -4, vertex < z { places.append(vertex) }
        guard places.allSatisfy({ a * $0 * $0 + b * $0 + c >= 0 }) else { throw .beyondExpansion }
        return (s, k)
    }
}

extension Unavailable {
    static let beyondExpansion = Unavailable(
        "beyond_cornish_fisher", "skewness and kurtosis are beyond what the expansion can correct")
}
