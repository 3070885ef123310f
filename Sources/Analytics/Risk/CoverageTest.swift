import Glibc

/// Whether as many forecasts failed as they said, and independently of each other.
///
/// Kupiec (1995), Techniques for Verifying the Accuracy of Risk Measurement Models; Christoffersen (1998), Evaluating
/// Interval Forecasts. Likelihood ratios with 0·ln 0 = 0.
public struct CoverageTest: Equatable, Sendable {
    /// How many forecasts there were.
    public let count: Int
    /// How many failed: the return was below VaR.
    public let failures: Int
    /// The share that should fail: 0.05 or 0.01.
    public let share: Double
    /// Kupiec's ratio: 2·ln of the likelihood at the share observed over that at the share expected.
    public let coverage: Double
    /// Christoffersen's ratio: 2·ln of the likelihood with failures that depend on the day before over that without.
    public let independence: Double

    /// The test of a column of failures.
    init(_ failed: [Bool], share: Double) {
        count = failed.count
        failures = failed.count { $0 }
        self.share = share
        coverage = Self.ratio(
            Self.likelihood(failures, of: count, at: share),
            Self.likelihood(failures, of: count, at: Double(failures) / Double(max(count, 1))))
        var (afterCalm, calm, afterFailure, failure) = (0, 0, 0, 0)
        for (before, now) in zip(failed, failed.dropFirst()) {
            if before { (afterFailure, failure) = (afterFailure + (now ? 1 : 0), failure + 1) }
            if !before { (afterCalm, calm) = (afterCalm + (now ? 1 : 0), calm + 1) }
        }
        let (both, pairs) = (afterCalm + afterFailure, calm + failure)
        independence = Self.ratio(
            Self.likelihood(both, of: pairs, at: Double(both) / Double(max(pairs, 1))),
            Self.likelihood(afterCalm, of: calm, at: Double(afterCalm) / Double(max(calm, 1)))
                + Self.likelihood(afterFailure, of: failure, at: Double(afterFailure) / Double(max(failure, 1))))
    }

    /// How many failures were to be expected.
    public var expected: Double { share * Double(count) }
    /// The share that failed; 0 without a forecast.
    public var rate: Double { count == 0 ? 0 : Double(failures) / Double(count) }
    /// The chance of a count at least as far from what is expected, if the forecasts are right.
    public var coverageProbability: Double { ChiSquareDistribution.upperTail(coverage, freedom: 1) }
    /// The chance of failures at least as clustered, if they are independent.
    public var independenceProbability: Double { ChiSquareDistribution.upperTail(independence, freedom: 1) }
    /// The chance of both together: Christoffersen's conditional coverage.
    public var jointProbability: Double { ChiSquareDistribution.upperTail(coverage + independence, freedom: 2) }

    private static func likelihood(_ hits: Int, of count: Int, at share: Double) -> Double {
        (hits == 0 ? 0 : Double(hits) * log(share)) + (count == hits ? 0 : Double(count - hits) * log1p(-share))
    }

    /// Rounding must not make it negative.
    private static func ratio(_ restricted: Double, _ free: Double) -> Double { max(0, 2 * (free - restricted)) }
}
