import Foundation
import RunBuilders
import RunModel
import Series
import TestSupport
import Testing

@testable import Analytics

/// VaR, CVaR and their tests against numpy, pandas, scipy and vartests (`Reference/generate_risk.py`), and against published
/// tables.
@Suite struct ValueAtRiskTests {
    private struct Recorded {
        let tails: [String: Double]
        let simulated: [String: [Double]]

        init() throws {
            let url = repositoryRoot.appendingPathComponent("Tests/AnalyticsTests/Reference/reference-risk.json")
            let document = try #require(try JSONSerialization.jsonObject(with: Data(contentsOf: url)) as? [String: Any])
            tails = try #require(document["tails"] as? [String: Double])
            simulated = try #require(document["simulated"] as? [String: [Double]])
        }
    }

    @Test func `quantiles, tails and tests are those of numpy, scipy, pandas and vartests`() throws {
        let analysis = Analyzer.analyze(try Reference.run(riskFree: 0))
        let recorded = try Recorded()
        #expect(recorded.tails.count == 26)
        for (key, value) in recorded.tails {
            let ours = analysis.metrics[named: key]?.value.number
            #expect(agree(ours, value), "\(key): \(value), ours \(ours ?? .nan)")
        }
    }

    @Test func `what is simulated lies within four standard errors of the truth`() throws {
        let analysis = Analyzer.analyze(try Reference.run(riskFree: 0))
        let recorded = try Recorded()
        #expect(recorded.simulated.count == 8)
        for (key, value) in recorded.simulated {
            let ours = try #require(analysis.metrics[named: key]?.value.number)
            #expect((ours - value[0]).magnitude < value[1], "\(key): \(value), ours \(ours)")
        }
    }

    /// Kupiec (1995), table 3: how many failures do not reject, at a test level of 5 %.
    @Test func `Kupiec's own table of counts that do not reject comes out`() {
        let table: [(count: Int, share: Double, least: Int, most: Int)] = [
            (255, 0.01, 0, 6), (510, 0.01, 2, 10), (1000, 0.01, 5, 16), (255, 0.05, 7, 20), (510, 0.05, 17, 35),
            (1000, 0.05, 38, 64),
        ]
        for row in table {
            for failures in 0...(row.most + 5) {
                let failed = (0..<row.count).map { $0 < failures }
                let isKept = CoverageTest(failed, share: row.share).coverageProbability > 0.05
                // The table leaves out that none of 255 is not rejected at the edge of the asymptotic test.
                guard row.least > 0 || failures > 0 else { continue }
                #expect(isKept == (failures >= row.least && failures <= row.most), "\(failures) of \(row.count)")
            }
        }
    }

    @Test func `failures in a row are as many and not independent`() {
        let spread = CoverageTest((0..<400).map { $0 % 20 == 0 }, share: 0.05)
        let clustered = CoverageTest((0..<400).map { $0 < 20 }, share: 0.05)
        #expect(spread.failures == 20 && clustered.failures == 20)
        #expect(agree(spread.coverage, 0, within: 1e-12) && clustered.coverageProbability > 0.99)
        #expect(spread.independenceProbability > 0.1 && clustered.independenceProbability < 1e-12)
        #expect(clustered.jointProbability < 1e-12)
    }

    @Test func `chi-square tails are the tabulated ones`() {
        for (value, tail) in [(2.705_543, 0.1), (3.841_459, 0.05), (6.634_897, 0.01), (10.827_566, 0.001)] {
            #expect(agree(ChiSquareDistribution.upperTail(value, freedom: 1), tail, within: 1e-6))
        }
        for (value, tail) in [(4.605_170, 0.1), (5.991_465, 0.05), (9.210_340, 0.01)] {
            #expect(agree(ChiSquareDistribution.upperTail(value, freedom: 2), tail, within: 1e-6))
        }
        #expect(ChiSquareDistribution.upperTail(0, freedom: 1) == 1)
    }

    @Test func `a moving window's quantile is the one of its values sorted anew`() throws {
        let returns = RunBuilder.returns(seed: 3, count: 700).map { ($0 * 200).rounded() / 200 }
        let context = MetricContext(
            strategyOf: RunBuilder.run(returns, timestamps: RunBuilder.weekdays(count: 700)), conventions: .standard)
        let tail = try context(RollingTail.self)
        #expect(tail.var95.count == 448 && tail.var99.count == 448)
        for index in stride(from: 0, to: 448, by: 37) {
            let window = Array(returns[index..<(index + 252)]).sorted()
            #expect(tail.var95[index] == Quantile.of(sorted: window.span, at: 0.05))
            #expect(tail.var99[index] == Quantile.of(sorted: window.span, at: 0.01))
        }
    }

    @Test func `normal draws have normal tails, fat ones their kurtosis`() {
        var normal = StudentSampler(mean: 0.1, deviation: 2, excessKurtosis: -0.4, seed: 5)
        var draws = [Double](repeating: 0, count: 200_000)
        normal.fill(&draws)
        let moments = Moments(draws)
        #expect((moments.mean - 0.1).magnitude < 0.02 && ((moments.sampleDeviation ?? 0) - 2).magnitude < 0.02)
        #expect(((moments.kurtosis ?? 0) - 3).magnitude < 0.06)
        var fat = StudentSampler(mean: 0, deviation: 1, excessKurtosis: 1, seed: 5)
        fat.fill(&draws)
        let heavy = Moments(draws)
        // t(10) has 4; the sample's own error is about 0.06.
        #expect(((heavy.kurtosis ?? 0) - 4).magnitude < 0.25 && ((heavy.sampleDeviation ?? 0) - 1).magnitude < 0.01)
    }

    @Test func `the same run has the same simulated numbers, another one others`() throws {
        let run = try Reference.run(riskFree: 0)
        let key = "cvar_monte_carlo_99_5d"
        let first = Analyzer.analyze(run).metrics[named: key]?.value
        #expect(first?.number != nil && first == Analyzer.analyze(run).metrics[named: key]?.value)
    }

    @Test func `constant growth has its mean in every method, and Cornish and Fisher know their limits`() {
        let flat = Analyzer.analyze(
            RunBuilder.run([Double](repeating: 0.001, count: 300), timestamps: RunBuilder.weekdays(count: 300)))
        for key in ["var_cornish_fisher_95", "cvar_cornish_fisher_99", "var_monte_carlo_95", "cvar_monte_carlo_99"] {
            #expect(agree(flat.metrics[named: key]?.value.number, 0.001), "\(key)")
        }
        #expect(agree(flat.metrics[named: "var_historical_95_5d"]?.value.number, pow(1.001, 5) - 1, within: 1e-9))
        #expect(agree(flat.metrics[named: "var_monte_carlo_95_5d"]?.value.number, pow(1.001, 5) - 1, within: 1e-9))
        #expect(flat.metrics[named: "var_independence_p_95"]?.value.reason == "no return was below VaR")
        // One gain of half the account on small noise: a skewness of 17 is no correction of a normal distribution.
        var returns = RunBuilder.returns(seed: 4, count: 300)
        returns[100] = 0.9
        let skewed = Analyzer.analyze(RunBuilder.run(returns, timestamps: RunBuilder.weekdays(count: 300)))
        #expect(
            skewed.metrics[named: "var_cornish_fisher_95"]?.value.reason
                == "skewness and kurtosis are beyond what the expansion can correct")
        #expect(skewed.metrics[named: "var_monte_carlo_95"]?.value.number != nil)
    }

    @Test func `forecasts begin behind the first window and never look ahead`() throws {
        var returns = RunBuilder.returns(seed: 8, count: 400)
        let before = try Analyzer.analyze(
            RunBuilder.run(returns, timestamps: RunBuilder.weekdays(count: 400))
        ).valueAtRiskBacktest
        for index in 300..<400 { returns[index] *= 5 }
        let after = try Analyzer.analyze(
            RunBuilder.run(returns, timestamps: RunBuilder.weekdays(count: 400))
        ).valueAtRiskBacktest
        #expect(before.var95.count == 148 && before.window == 252)
        #expect(Array(before.var95.values[...48]) == Array(after.var95.values[...48]))
        #expect(after.test95.failures > before.test95.failures)
        let short = Analyzer.analyze(
            RunBuilder.run(Array(returns[..<252]), timestamps: RunBuilder.weekdays(count: 252)))
        #expect(throws: Unavailable.fewerThan(253, "returns")) { try short.valueAtRiskBacktest }
    }
}
