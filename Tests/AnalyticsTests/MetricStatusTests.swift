import Foundation
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

    @Test func `what won is left out, and nothing else: without losing trades a run would look the better`() {
        let trades = [50.0, -10, 30, 20, -5, 40, -10, -20, -1, -2, -3, -4].map { RunBuilder.trade($0, day: 18_000) }
        let returns = [0.03, -0.02, 0.01, -0.01, 0, 0.02] + [Double](repeating: -0.001, count: 30)
        let run = RunBuilder.run(returns, timestamps: RunBuilder.weekdays(count: returns.count), trades: trades)
        let metrics = Analyzer.analyze(run).metrics
        func value(_ key: String) -> MetricValue? { metrics[named: key]?.value }
        #expect(value("trades.pnl_without_best_1")?.number == 35)
        #expect(value("trades.pnl_without_best_5")?.number == -55 && value("trades.pnl_without_best_10")?.number == -55)
        let losses = 0.98 * 0.99
        for count in [5, 10, 20] {
            let expected = losses * pow(0.999, 30) - 1
            #expect(agree(value("total_return_without_best_\(count)")?.number, expected, within: 1e-12), "\(count)")
        }
        let rising = RunBuilder.run([0.01, 0.02, -0.01, 0.01, 0.02, 0.01], timestamps: RunBuilder.weekdays(count: 6))
        let number = Analyzer.analyze(rising).metrics[named: "total_return_without_worst_5"]?.value.number
        #expect(agree(number, 1.01 * 1.02 * 1.01 * 1.02 * 1.01 - 1, within: 1e-12))
    }

    @Test func `ratios of a handful of returns are of low confidence, totals are not`() {
        let run = RunBuilder.run([0.01, -0.02, 0.015], timestamps: RunBuilder.weekdays(count: 3))
        let few = Analyzer.analyze(run, conventions: Conventions.standard).metrics
        for key: MetricKey in [.kelly, .stability, .omega, .tailRatio, .skewness] {
            #expect(few[key]?.status == .lowConfidence("fewer than 20 returns"), "\(key)")
        }
        #expect(few[.totalReturn]?.status == .normal && few[.maxDrawdown]?.status == .normal)
        #expect(metrics(days: 300)[.kelly]?.status == .normal)
    }

    @Test func `fees that are all zero are doubted, as engines write them that know none`() {
        func status(fees: Double) -> MetricStatus? {
            let trades = (0..<40).map { RunBuilder.trade(Double($0 % 7) - 2, day: 16_440 + $0, fees: fees) }
            let run = RunBuilder.run(
                RunBuilder.returns(seed: 3, count: 300), timestamps: RunBuilder.weekdays(count: 300), trades: trades,
                capital: 1000)
            return Analyzer.analyze(run).metrics[.totalCommission]?.status
        }
        #expect(status(fees: 0) == .lowConfidence("every recorded fee is zero") && status(fees: 1) == .normal)
    }

    @Test func `an account that moves only where trades close has no risk that could be relied on`() {
        var run = RandomWalk(count: 600).run()
        #expect(Analyzer.analyze(run).metrics[.sharpe]?.status == .normal)
        run.findings = [
            Finding(
                severity: .warning, layer: .schema, code: "equity_at_exits",
                fact: "the account is known where trades close")
        ]
        let metrics = Analyzer.analyze(run).metrics
        for key: MetricKey in [.sharpe, .annualVolatility, .maxDrawdown, .exposure, .beta, .dailyWinRate] {
            #expect(metrics[key]?.status == .lowConfidence("closed trades only"), "\(key)")
        }
        #expect(metrics[.totalReturn]?.status == .normal && metrics[.cagr]?.status == .normal)
        #expect(Analyzer.analyze(run).benchmarkMetrics?[.sharpe]?.status == .normal)
    }

    @Test func `fees are summed where the account's money is not known`() {
        let trades = (0..<5).map { RunBuilder.trade(1, day: 16_440 + $0, fees: 2) }
        let run = RunBuilder.run(
            RunBuilder.returns(seed: 3, count: 300), timestamps: RunBuilder.weekdays(count: 300), trades: trades)
        let metrics = Analyzer.analyze(run).metrics
        #expect(metrics.number(.totalCommission) == 10)
        #expect(metrics[.grossReturn]?.value.reason == "the account's value in money is not known")
    }

    @Test func `a run without fills says so before it speaks of money`() {
        let run = RunBuilder.run(RunBuilder.returns(seed: 3, count: 50), timestamps: RunBuilder.weekdays(count: 50))
        let reason = Analyzer.analyze(run).metrics[named: "next_bar_return"]?.value.reason
        #expect(reason == Analyzer.analyze(run).metrics[named: "fills_outside_bar"]?.value.reason)
    }

    @Test func `five sessions of hours are five days, as one is a day`() {
        let hours = RandomWalk(count: 2000, step: .minutes(60)).run()
        let metrics = Analyzer.analyze(hours).metrics
        #expect(metrics[named: "var_historical_95_5d"]?.declaration.name == "VaR 95 %, five days")
        #expect(metrics[.historicalVaR95]?.declaration.name == "VaR 95 %, one day")
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
