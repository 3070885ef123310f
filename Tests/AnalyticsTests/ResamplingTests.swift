import Foundation
import RunBuilders
import RunModel
import Series
import TestSupport
import Testing

@testable import Analytics

/// Resampling and what is made of it, against arch's bootstrap, pandas (`Reference/generate_bootstrap.py`) and slow copies.
@Suite struct ResamplingTests {
    private struct Recorded {
        let quantiles: [String: [Double]]
        let exact: [String: Double]

        init() throws {
            let url = repositoryRoot.appendingPathComponent("Tests/AnalyticsTests/Reference/reference-bootstrap.json")
            let document = try #require(try JSONSerialization.jsonObject(with: Data(contentsOf: url)) as? [String: Any])
            quantiles = try #require(document["quantiles"] as? [String: [Double]])
            exact = try #require(document["exact"] as? [String: Double])
        }
    }

    @Test func `quantiles are those of arch's circular block bootstrap within four standard errors`() throws {
        let analysis = Analyzer.analyze(try Reference.run(riskFree: 0))
        let recorded = try Recorded()
        #expect(recorded.quantiles.count == 7)
        for (key, value) in recorded.quantiles {
            let ours = try #require(analysis.metrics[named: key]?.value.number, "\(key)")
            #expect((ours - value[0]).magnitude < value[1], "\(key): \(value), ours \(ours)")
        }
    }

    @Test func `the best and worst days and the windows of months are those of pandas`() throws {
        let analysis = Analyzer.analyze(try Reference.run(riskFree: 0))
        for (key, value) in try Recorded().exact {
            let ours = analysis.metrics[named: key]?.value.number
            #expect(agree(ours, value), "\(key): \(value), ours \(ours ?? .nan)")
        }
        #expect(analysis.metrics[named: "benchmark_beaten_24m"]?.value.reason == "fewer than 24 whole months")
    }

    /// The returns of each path put together one by one, and looked at with the code of whole runs.
    @Test func `joined blocks are the path that they stand for`() throws {
        var numbers = SeededNumbers(seed: 12)
        for (count, horizon) in [(50, 50), (37, 100), (400, 61), (20, 3)] {
            let returns = (0..<count).map { _ in 0.001 + 0.02 * numbers.normal() }
            let blocks = try ReturnBlocks(
                returns, excess: returns, horizon: horizon, length: ReturnBlocks.length(of: count))
            var (generator, copy) = (SeededGenerator(seed: 9), SeededGenerator(seed: 9))
            var draws = blocks.draws
            for _ in 0..<40 {
                let path = blocks.path(&generator, &draws)
                var whole = [Double]()
                while whole.count < horizon {
                    let start = copy.index(below: count)
                    for offset in 0..<min(blocks.length, horizon - whole.count) {
                        whole.append(returns[(start + offset) % count])
                    }
                }
                var wealth = [1.0]
                for value in whole { wealth.append((wealth.last ?? 1) * (1 + value)) }
                let slow = Drawdowns(wealth: wealth, timestamps: TimeAxis(RunBuilder.weekdays(count: wealth.count)))
                #expect(agree(exp(path.growth), wealth.last ?? 0, within: 1e-12))
                #expect(agree(expm1(path.decline), slow.maximum, within: 1e-10))
                let moments = Moments(whole)
                let total = Moments(returns).squares
                #expect(
                    agree(
                        blocks.ratio(path, total: total), moments.mean / (moments.sampleDeviation ?? 0), within: 1e-9))
            }
        }
    }

    @Test func `blocks of a path end where its cone is looked at`() throws {
        let returns = (0..<23).map { Double($0) / 1000 }
        let blocks = try ReturnBlocks(returns, excess: returns, horizon: 20, length: 3)
        #expect(blocks.steps == [3, 6, 9, 12, 15, 18, 20])
        var (generator, copy, draws) = (SeededGenerator(seed: 2), SeededGenerator(seed: 2), blocks.draws)
        var levels = [Double](repeating: .nan, count: blocks.steps.count)
        let path = blocks.path(&generator, &draws, levels: &levels)
        #expect(levels.allSatisfy(\.isFinite) && levels.last == path.growth)
        #expect(blocks.path(&copy, &draws).growth == path.growth && copy.next() == generator.next())
    }

    @Test func `the cone of the whole run is the one that its returns alone give`() throws {
        let analysis = Analyzer.analyze(try Reference.run(riskFree: 0.02))
        let (view, cone) = (analysis.context.view, try analysis.cone)
        let alone = try WealthCone(view, over: 0..<view.count, from: 0..<view.count, level: 1)
        #expect(cone.quantiles == alone.quantiles && cone.ends == alone.ends && cone.observed == alone.observed)
    }

    @Test func `the cone holds the run, starts at 1 and its quantiles are in order`() throws {
        let analysis = Analyzer.analyze(try Reference.run(riskFree: 0))
        let cone = try analysis.cone
        #expect(cone.timestamps.count == cone.observed.count && cone.timestamps.count <= 61)
        #expect(cone.quantiles.allSatisfy { $0.count == cone.timestamps.count && $0.first == 1 })
        #expect(agree(cone.observed.last, analysis.growth.strategy.values.last ?? 0))
        for place in cone.timestamps.indices {
            let values = cone.quantiles.map { $0[place] }
            #expect(values == values.sorted())
        }
        // Drawn from itself, the run ends about in the middle.
        #expect(cone.share > 0.3 && cone.share < 0.7)
    }

    @Test func `worse returns out of sample are bad luck, better ones good luck`() throws {
        let timestamps = RunBuilder.weekdays(count: 800)
        func share(_ drift: Double) throws -> Double {
            let returns =
                RunBuilder.returns(seed: 3, count: 600, drift: 0.0005)
                + RunBuilder.returns(seed: 5, count: 200, drift: drift)
            var run = RunBuilder.run(returns, timestamps: timestamps)
            run.outOfSampleStart = timestamps[600].date
            return try #require(Analyzer.analyze(run).metrics[named: "out_of_sample_luck"]?.value.number)
        }
        let (bad, good) = (try share(-0.004), try share(0.006))
        #expect(bad < 0.05 && good > 0.95, "\(bad), \(good)")
    }

    /// Bailey and López de Prado (2014): 100 trials whose yearly ratios have variance 1/2, five years of 250 days: the
    /// hurdle is 0.1132 a day.
    @Test func `the hurdle of noise is the paper's`() throws {
        var run = RunBuilder.run(
            RunBuilder.returns(seed: 2, count: 1250, drift: 0.001), timestamps: RunBuilder.weekdays(count: 1250),
            calendar: RunBuilder.calendar(perYear: 250), trials: 100)
        run.trialRatios = TrialRatios(annualVariance: 0.5)
        let hurdle = try #require(Analyzer.analyze(run).metrics[named: "sharpe_noise_hurdle"]?.value.number)
        #expect((hurdle / 250.0.squareRoot() - 0.1132).magnitude < 0.00005, "\(hurdle)")
    }

    @Test func `halves and horizons are runs of their own`() throws {
        let timestamps = RunBuilder.weekdays(from: "2010-01-04", count: 1600)
        let returns = RunBuilder.returns(seed: 6, count: 1600, drift: 0.0005)
        let analysis = Analyzer.analyze(RunBuilder.run(returns, timestamps: timestamps))
        let half = Analyzer.analyze(
            RunBuilder.run(Array(returns[800...]), timestamps: Array(timestamps[800...]), baseline: timestamps[799]))
        let rows = try analysis.halves.rows
        for key in [MetricKey.totalReturn, .sharpe, .maxDrawdown] {
            let row = try #require(rows.first { $0.declaration.key == key })
            #expect(agree(row.values[1].number, half.metrics.number(key) ?? .nan), "\(key)")
            #expect(row.values[2] == analysis.metrics[key]?.value)
        }
        let horizons = try analysis.horizons
        let total = try #require(horizons.rows.first { $0.declaration.key == .totalReturn })
        let start = try #require(timestamps.last).date.adding(months: -12)
        let expected = zip(timestamps, returns).filter { $0.0.date > start }.reduce(1) { $0 * (1 + $1.1) } - 1
        #expect(agree(total.values[0].number, expected))
        #expect(total.values[1].number != nil && total.values[2].number != nil)
        let short = Analyzer.analyze(RunBuilder.run(Array(returns[..<300]), timestamps: Array(timestamps[..<300])))
        #expect(try short.horizons.rows[0].values[1].reason == "history shorter than 3 years")
    }

    @Test func `the luck table counts trades too`() throws {
        let trades = [50.0, -10, 30, 20, -5, 40, 10].map { RunBuilder.trade($0, symbol: "A", day: 18_000, mae: -1) }
        let run = RunBuilder.run(
            RunBuilder.returns(seed: 1, count: 100), timestamps: RunBuilder.weekdays(count: 100), trades: trades)
        let luck = try Analyzer.analyze(run).luck
        #expect(luck[0]?.profitWithoutBest.number == 135)
        #expect(luck[1]?.profitWithoutBest.number == 85)
        #expect(luck[5]?.profitWithoutBest.number == -15)
        #expect(luck[10]?.profitWithoutBest.reason == "fewer than 11 closed trades")
    }

    @Test func `a metric that nobody asks for draws nothing`() {
        let analysis = Analyzer.analyze(RandomWalk(count: 600).run())
        _ = analysis.metrics.number(.sharpe)
        _ = analysis.hasResamples
        #expect(Set(analysis.computed).isDisjoint(with: ["Resamples", "SimulatedTail", "WholeCone", "RollingTail"]))
    }
}
