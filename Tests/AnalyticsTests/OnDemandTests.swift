import RunBuilders
import RunModel
import Synchronization
import Testing

@testable import Analytics

/// What is computed when something is asked for, and that it is computed once.
@Suite struct OnDemandTests {
    private let run = RandomWalk(count: 600).run()

    @Test func `an analysis that nobody asks has computed nothing`() {
        #expect(Analyzer.analyze(run).computed == [])
    }

    @Test func `one metric computes only what it is made of`() {
        let analysis = Analyzer.analyze(run)
        _ = analysis.metrics.number(.sharpe)
        #expect(
            analysis.computed == [
                "ComputedMetrics", "ConventionText", "DailyView", "ExcessDeviation", "ExcessStatistics",
                "ReturnMoments", "SharpeNumerator", "SharpeRatio",
            ])
        _ = analysis.metrics.number(.maxDrawdown)
        #expect(Set(analysis.computed).isSuperset(of: ["Drawdowns", "GrowthLevels"]))
        #expect(Set(analysis.computed).isDisjoint(with: ["TradeStatistics", "BenchmarkComparison", "SortedReturns"]))
    }

    @Test func `one section computes no other`() throws {
        let analysis = Analyzer.analyze(run)
        _ = analysis.drawdowns
        #expect(analysis.computed == ["DrawdownSection", "Drawdowns", "GrowthLevels"])
        _ = try analysis.trades
        #expect(
            analysis.computed == ["DrawdownSection", "Drawdowns", "GrowthLevels", "TradeSection", "TradeStatistics"])
    }

    @Test func `metrics are the same in whatever order they are asked for`() {
        let all = Analyzer.analyze(run).metrics.metrics
        let single = Analyzer.analyze(run).metrics
        for metric in all.reversed() { #expect(single[metric.declaration.key] == metric) }
        let score = Analyzer.analyze(run)
        _ = score.cautions
        #expect(score.metrics.metrics == all)
    }

    @Test func `a statistic is computed once, also where many threads ask for it`() async {
        let context = MetricContext(strategyOf: run, conventions: .standard)
        #expect(context(CountedStatistic.self).number == context(CountedStatistic.self).number)
        #expect(CountedStatistic.count.withLock { $0 } == 1)
        let analysis = Analyzer.analyze(run)
        let answers = await withTaskGroup(of: [Metric].self) { group in
            for _ in 0..<8 { group.addTask { analysis.metrics.metrics } }
            return await group.reduce(into: [[Metric]]()) { $0.append($1) }
        }
        #expect(answers.allSatisfy { $0 == answers[0] })
    }

    @Test func `what throws keeps its cause`() {
        var bare = run
        bare.trades = nil
        let analysis = Analyzer.analyze(bare)
        for _ in 1...2 { #expect(throws: Unavailable.noTradeRecord) { try analysis.trades } }
    }
}

/// Counts how often it is made.
private struct CountedStatistic: Statistic {
    static let count = Mutex(0)
    let number: Int

    init(_ context: MetricContext) {
        number = Self.count.withLock { count in
            count += 1
            return count
        }
    }
}
