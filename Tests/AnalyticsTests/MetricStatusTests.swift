import RunBuilders
import RunModel
import Series
import Testing

@testable import Analytics

/// How far numbers can be relied on, by rule.
@Suite struct MetricStatusTests {
    private func metrics(days: Int, trades: Int = 0) -> MetricSet {
        Analyzer.analyze(RandomWalk(count: days, trades: trades).run()).metrics
    }

    @Test func `means of few trades are of low confidence, counts and sums are not`() {
        let few = metrics(days: 600, trades: 29)
        #expect(few[.tradeWinRate]?.status == .lowConfidence("fewer than 30 closed trades"))
        #expect(few[.tradeCount]?.status == .normal && few[.totalProfit]?.status == .normal)
        #expect(metrics(days: 600, trades: 30)[.tradeWinRate]?.status == .normal)
    }

    @Test func `deviations of less than a year are of low confidence, and n/a is n/a`() {
        let short = metrics(days: 120)
        #expect(short[.sharpe]?.status == .lowConfidence("less than a year of returns"))
        #expect(short[.cagr]?.status == .notAvailable && short[.totalReturn]?.status == .normal)
        #expect(metrics(days: 300)[.sharpe]?.status == .normal)
    }

    @Test func `what is not made of a year is not doubted for want of one`() {
        let short = metrics(days: 120)
        #expect(
            short[.sinceInception]?.status == .normal && short[.sinceInception]?.value == short[.totalReturn]?.value)
    }

    @Test func `days without a return are no worst twentieth`() throws {
        var returns = RunBuilder.returns(seed: 8, count: 300).map { $0.magnitude }
        for place in stride(from: 0, to: 300, by: 50) { returns[place] = -0.02 }
        let rare = RunBuilder.run(
            returns.map { $0 < 0.012 && $0 > 0 ? 0 : $0 }, timestamps: RunBuilder.weekdays(count: 300))
        #expect(Analyzer.analyze(rare).metrics[.rachevRatio]?.value.reason == "the 5 % quantile is zero")
        #expect(metrics(days: 300).number(.rachevRatio) != nil)
    }

    @Test func `tails need enough returns to be seen, and simulated ones are estimates`() {
        let few = metrics(days: 120)
        #expect(few[.historicalVaR99]?.status == .lowConfidence("fewer than 250 returns"))
        #expect(few[.historicalVaR95]?.status == .normal)
        let simulated = metrics(days: 600).metrics { $0.key.rawValue == "var_monte_carlo_95" }
        #expect(simulated.map(\.status) == [.estimate("simulated")])
    }

    @Test func `the P&L without the best trades leaves those out`() throws {
        let analysis = Analyzer.analyze(RandomWalk(count: 600, trades: 40).run())
        let profits = try analysis.trades.closed.map(\.profit).sorted()
        for count in [1, 5, 10] {
            let value = analysis.metrics[named: "trades.pnl_without_best_\(count)"]?.value.number
            #expect(abs((value ?? .nan) - profits.dropLast(count).reduce(0, +)) < 1e-9)
        }
        #expect(metrics(days: 600, trades: 5)[named: "trades.pnl_without_best_5"]?.value.number == nil)
    }

    @Test func `a formula's id names key and form`() throws {
        let sortino = try #require(MetricCatalog.declaration(named: "sharpe"))
        #expect(MetricCatalog.formulaID(of: sortino) == "sharpe.1")
        let ids = Conventions.profiles.compactMap { profile in
            MetricCatalog.declaration(named: "kelly", under: profile).map { MetricCatalog.formulaID(of: $0) }
        }
        #expect(Set(ids).count == MetricCatalog.formulas(of: .kelly).count)
    }
}
