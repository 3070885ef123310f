import Analytics
import RunBuilders
import RunModel
import Series
import Testing

private func analysis(_ trades: [Trade]?, capital: Double? = 10_000) -> Analysis {
    Analyzer.analyze(
        RunBuilder.run(
            RunBuilder.returns(seed: 1, count: 300), timestamps: RunBuilder.weekdays(count: 300), trades: trades,
            capital: capital))
}

private let mixed = [30.0, -10, 0, 20, 10, -20, -5].enumerated().map { index, profit in
    RunBuilder.trade(
        profit, symbol: ["B", "A", "A"][index % 3], side: index % 2 == 0 ? .long : .short, day: 20_000 + index / 2,
        hours: Double(index + 1), fees: 0.5, mae: index == 0 ? -4 : nil)
}

@Test func `trades are winners, losers and even ones, net of fees`() {
    let metrics = analysis(mixed).metrics
    let expected: [(MetricKey, Double)] = [
        (.tradeCount, 7), (.tradeWinners, 3), (.tradeLosers, 3), (.tradeEven, 1), (.tradeOpen, 0),
        (.tradeWinRate, 3.0 / 7), (.averageWin, 20), (.averageLoss, -35.0 / 3),
        (.largestWin, 30), (.largestLoss, -20), (.profitFactor, 60.0 / 35),
        (.payoffRatio, 20 / (35.0 / 3)), (.expectancy, 25.0 / 7), (.totalProfit, 25),
        (.totalFees, 3.5), (.commissionImpact, 3.5 / 95), (.averageDuration, 4),
        (.medianDuration, 4), (.maxConsecutiveWins, 2),
        (.maxConsecutiveLosses, 2), (.averageMAE, -4), (.tradesPerDay, 7.0 / 300),
    ]
    for (key, value) in expected { #expect(agree(metrics.number(key), value), "\(key)") }
    let deviation = (mixed.map { ($0.profit - 25.0 / 7) * ($0.profit - 25.0 / 7) }.reduce(0, +) / 6).squareRoot()
    #expect(agree(metrics.number(.systemQualityNumber), 7.0.squareRoot() * 25 / 7 / deviation))
    #expect(metrics[.averageMFE]?.value.reason == "no excursions recorded")
}

@Test func `an open trade is counted apart and is in no other number`() {
    let open = RunBuilder.trade(1e6, isOpen: true)
    let metrics = analysis(mixed + [open]).metrics
    #expect(metrics.number(.tradeOpen) == 1)
    for key in [MetricKey.tradeCount, .largestWin, .totalProfit, .totalFees, .expectancy] {
        #expect(metrics.number(key) == analysis(mixed).metrics.number(key), "\(key)")
    }
    #expect((try? analysis(mixed + [open]).trades)?.open.count == 1)
}

@Test func `no losing trade means no profit factor, not an infinite one`() {
    let metrics = analysis([RunBuilder.trade(5), RunBuilder.trade(7)]).metrics
    for key in [MetricKey.profitFactor, .payoffRatio, .averageLoss, .largestLoss] {
        #expect(metrics[key]?.value.reason == "no losing trade", "\(key)")
    }
    #expect(metrics.number(.tradeWinRate) == 1 && metrics.number(.maxConsecutiveLosses) == 0)
}

@Test func `no winning trade means no payoff, and a profit factor of 0`() {
    let metrics = analysis([RunBuilder.trade(-5), RunBuilder.trade(-7)]).metrics
    #expect(metrics[.payoffRatio]?.value.reason == "no winning trade")
    #expect(metrics[.largestWin]?.value.reason == "no winning trade")
    #expect(metrics.number(.profitFactor) == 0)
}

@Test func `a single trade has no deviation, and equal profits no quality number`() {
    #expect(
        analysis([RunBuilder.trade(5)]).metrics[.systemQualityNumber]?.value.reason == "fewer than two closed trades")
    #expect(
        analysis([RunBuilder.trade(5), RunBuilder.trade(5)]).metrics[.systemQualityNumber]?.value.reason
            == "profits do not vary")
}

@Test func `a run that traded never counts 0, one that records no trades is n/a`() throws {
    let never = analysis([])
    #expect(never.metrics.number(.tradeCount) == 0 && never.metrics.number(.turnover) == 0)
    #expect(never.metrics[.tradeWinRate]?.value.reason == "no closed trade")
    #expect(try never.trades.closed.isEmpty && never.trades.profitHistogram.counts.isEmpty)
    let unknown = analysis(nil)
    #expect(unknown.metrics[.tradeCount]?.value.reason == "no trades recorded")
    #expect(unknown.metrics[.turnover]?.value.reason == "no trades recorded")
    #expect(throws: Unavailable.noTradeRecord) { try unknown.trades }
}

@Test func `groups have most trades first, then names, and add up to the whole`() throws {
    let section = try analysis(mixed).trades
    #expect(section.bySymbol.map(\.name) == ["A", "B"] && section.bySymbol.map(\.count) == [4, 3])
    #expect(section.bySide.map(\.name) == ["long", "short"])
    for groups in [section.bySymbol, section.bySide] {
        #expect(agree(groups.reduce(0) { $0 + $1.profit }, 25))
        #expect(groups.reduce(0) { $0 + $1.count } == 7)
    }
    #expect(section.bySymbol[1].winRate == 2.0 / 3)
}

@Test func `exits at one moment are one point of the running profit, which ends at the total`() throws {
    let section = try analysis(mixed).trades
    #expect(section.cumulativeProfit.values == [20, 40, 30, 25])
    #expect(Set(section.cumulativeProfit.timestamps).count == section.cumulativeProfit.count)
}

@Test func `turnover is the lesser of what was bought and what was sold, over mean equity, per year`() {
    let trades = [
        RunBuilder.trade(0, side: .long, quantity: 10, entryPrice: 100, exitPrice: 120),
        RunBuilder.trade(0, side: .short, quantity: 5, entryPrice: 50, exitPrice: 40),
    ]
    let result = analysis(trades)
    let equity = result.run.equity.values
    let mean = equity.reduce(0, +) / Double(equity.count)
    let years = result.metrics.number(.runtimeYears) ?? .nan
    #expect(agree(result.metrics.number(.turnover), min(1000 + 200, 1200 + 250) / mean / years))
    var contracts = trades
    contracts[0].multiplier = 50
    #expect(
        agree(analysis(contracts).metrics.number(.turnover), min(50_000 + 200, 60_000 + 250) / mean / years))
    #expect(
        analysis(trades, capital: nil).metrics[.turnover]?.value.reason == "the account's value in money is not known")
}

@Test func `trades per day are per trading day, or per calendar day for the predecessor`() {
    let run = RunBuilder.run(
        RunBuilder.returns(seed: 1, count: 300), timestamps: RunBuilder.weekdays(count: 300), trades: mixed,
        capital: 1000)
    let days = Analyzer.analyze(run).metrics.number(.runtimeDays) ?? .nan
    #expect(agree(Analyzer.analyze(run, conventions: Conventions.beta1).metrics.number(.tradesPerDay), 7 / days))
}
