import Analytics
import Glibc

/// Tests the difference of two Sharpe ratios.
struct SharpeTest {
    /// Fewer returns say nothing of a ratio's error.
    static let leastReturns = 30

    let span: CommonSpan
    let conventions: Conventions
    let options: ComparisonOptions

    func result(_ runs: [StretchReturns]) -> Result<SharpeDifference, Unavailable> {
        guard runs.count == 2 else { return .failure(.notTwoRuns) }
        let (first, second) = (runs[0], runs[1])
        guard first.excess.count >= Self.leastReturns else {
            return .failure(.fewCommonReturns(Self.leastReturns, first.excess.count))
        }
        guard conventions.shortSpans == .annualised || span.days >= 90 else { return .failure(.shortSpan) }
        guard first.varies, second.varies else { return .failure(.noVariation) }
        guard first.excess != second.excess else { return .failure(.sameReturns) }
        return difference(first.excess, second.excess)
    }

    private func difference(_ first: [Double], _ second: [Double]) -> Result<SharpeDifference, Unavailable> {
        let sums = CenteredSums(first, second)
        guard let correlation = sums.correlation else { return .failure(.noVariation) }
        let root = span.periodsPerYear(conventions).squareRoot()
        let (one, two) = (sums.firstRatio, sums.secondRatio)
        let variance = JobsonKorkie.variance(one, two, correlation: correlation)
        guard variance > JobsonKorkie.leastVariance else { return .failure(.inStep) }
        let error = (variance / Double(sums.count)).squareRoot()
        let statistic = (one - two) / error
        return .success(
            SharpeDifference(
                count: sums.count, periodsPerYear: span.periodsPerYear(conventions), first: one * root,
                second: two * root, correlation: correlation,
                jobsonKorkie: JobsonKorkie.test((one - two) * root, error: error * root, statistic: statistic),
                statistic: statistic,
                bootstrap: BlockBootstrap(first, second, root: root, options: options).test(of: (one - two) * root)))
    }
}

/// Jobson and Korkie (1981), Performance Hypothesis Testing with the Sharpe and Treynor Measures, with the correction of
/// Memmel (2003), Performance Hypothesis Testing with the Sharpe Ratio.
enum JobsonKorkie {
    /// Below this the returns move in step, and what is left is rounding.
    static let leastVariance = 1e-10

    /// n times the variance of the difference of two ratios per period: 2 − 2ρ + ½(SR₁² + SR₂² − 2·SR₁·SR₂·ρ²).
    static func variance(_ one: Double, _ two: Double, correlation: Double) -> Double {
        2 - 2 * correlation + (one * one + two * two - 2 * one * two * correlation * correlation) / 2
    }

    static func test(_ difference: Double, error: Double, statistic: Double) -> SharpeDifference.Test {
        let reach = NormalDistribution.quantile(0.975) * error
        return SharpeDifference.Test(
            standardError: error, low: difference - reach, high: difference + reach,
            probability: erfc(statistic.magnitude / 2.0.squareRoot()))
    }
}
