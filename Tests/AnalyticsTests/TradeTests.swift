import Analytics
import RunModel
import Series
import Testing

private func analysis(_ trades: [Trade]?, capital: Double? = 10_000) -> Analysis {
    Analyzer.analyze(
        RunMaking.run(
            RunMaking.returns(seed: 1, count: 300), stamps: RunMaking.weekdays(count: 300), trades: trades,
            capital: capital))
}

private let mixed = [30.0, -10, 0, 20, 10, -20, -5].enumerated().map { index, profit in
    RunMaking.trade(
        profit, symbol: ["B", "A", "A"][index % 3], side: index % 2 == 0 ? .long : .short, day: 20_000 + index / 2,
        hours: Double(index + 1), fees: 0.5, mae: index == 0 ? -4 : nil)
}

@Test func `trades are winners, losers and even ones, net of fees`() {
    let metrics = analysis(mixed).metrics
    let expected: [(String, Double)] = [
        ("trades.count", 7), ("trades.winners", 3), ("trades.losers", 3), ("trades.even", 1), ("trades.open", 0),
        ("trades.win_rate", 3.0 / 7), ("trades.average_win", 20), ("trades.average_loss", -35.0 / 3),
        ("trades.largest_win", 30), ("trades.largest_loss", -20), ("trades.profit_factor", 60.0 / 35),
        ("trades.payoff_ratio", 20 / (35.0 / 3)), ("trades.expectancy", 25.0 / 7), ("trades.total_pnl", 25),
        ("trades.total_fees", 3.5), ("trades.commission_impact", 3.5 / 95), ("trades.average_duration_hours", 4),
        ("trades.median_duration_hours", 4), ("trades.max_consecutive_wins", 2),
        ("trades.max_consecutive_losses", 2), ("trades.average_mae", -4), ("trades.per_day", 7.0 / 300),
    ]
    for (key, value) in expected { #expect(agree(metrics.number(key), value), "\(key)") }
    let deviation = (mixed.map { ($0.profit - 25.0 / 7) * ($0.profit - 25.0 / 7) }.reduce(0, +) / 6).squareRoot()
    #expect(agree(metrics.number("trades.sqn"), 7.0.squareRoot() * 25 / 7 / deviation))
    #expect(metrics["trades.average_mfe"]?.value.reason == "no excursions recorded")
}

@Test func `an open trade is counted apart and is in no other number`() {
    let open = RunMaking.trade(1e6, isOpen: true)
    let metrics = analysis(mixed + [open]).metrics
    #expect(metrics.number("trades.open") == 1)
    for key in ["trades.count", "trades.largest_win", "trades.total_pnl", "trades.total_fees", "trades.expectancy"] {
        #expect(metrics.number(key) == analysis(mixed).metrics.number(key), "\(key)")
    }
    #expect(analysis(mixed + [open]).trades?.open.count == 1)
}

@Test func `no losing trade means no profit factor, not an infinite one`() {
    let metrics = analysis([RunMaking.trade(5), RunMaking.trade(7)]).metrics
    for key in ["trades.profit_factor", "trades.payoff_ratio", "trades.average_loss", "trades.largest_loss"] {
        #expect(metrics[key]?.value.reason == "no losing trade", "\(key)")
    }
    #expect(metrics.number("trades.win_rate") == 1 && metrics.number("trades.max_consecutive_losses") == 0)
}

@Test func `no winning trade means no payoff, and a profit factor of 0`() {
    let metrics = analysis([RunMaking.trade(-5), RunMaking.trade(-7)]).metrics
    #expect(metrics["trades.payoff_ratio"]?.value.reason == "no winning trade")
    #expect(metrics["trades.largest_win"]?.value.reason == "no winning trade")
    #expect(metrics.number("trades.profit_factor") == 0)
}

@Test func `a single trade has no deviation, and equal profits no quality number`() {
    #expect(analysis([RunMaking.trade(5)]).metrics["trades.sqn"]?.value.reason == "fewer than two closed trades")
    #expect(
        analysis([RunMaking.trade(5), RunMaking.trade(5)]).metrics["trades.sqn"]?.value.reason == "profits do not vary")
}

@Test func `a run that traded never counts 0, one that records no trades is n/a`() {
    let never = analysis([])
    #expect(never.metrics.number("trades.count") == 0 && never.metrics.number("turnover") == 0)
    #expect(never.metrics["trades.win_rate"]?.value.reason == "no closed trade")
    #expect(never.trades?.closed.isEmpty == true && never.trades?.profitHistogram.counts.isEmpty == true)
    let unknown = analysis(nil)
    #expect(unknown.metrics["trades.count"]?.value.reason == "no trades recorded")
    #expect(unknown.metrics["turnover"]?.value.reason == "no trades recorded")
    #expect(unknown.trades == nil)
}

@Test func `groups have most trades first, then names, and add up to the whole`() throws {
    let section = try #require(analysis(mixed).trades)
    #expect(section.bySymbol.map(\.name) == ["A", "B"] && section.bySymbol.map(\.count) == [4, 3])
    #expect(section.bySide.map(\.name) == ["long", "short"])
    for groups in [section.bySymbol, section.bySide] {
        #expect(agree(groups.reduce(0) { $0 + $1.profit }, 25))
        #expect(groups.reduce(0) { $0 + $1.count } == 7)
    }
    #expect(section.bySymbol[1].winRate == 2.0 / 3)
}

@Test func `exits at one moment are one point of the running profit, which ends at the total`() throws {
    let section = try #require(analysis(mixed).trades)
    #expect(section.cumulativeProfit.values == [20, 40, 30, 25])
    #expect(Set(section.cumulativeProfit.stamps).count == section.cumulativeProfit.count)
}

@Test func `turnover is the lesser of what was bought and what was sold, over mean equity, per year`() {
    let trades = [
        RunMaking.trade(0, side: .long, quantity: 10, entryPrice: 100, exitPrice: 120),
        RunMaking.trade(0, side: .short, quantity: 5, entryPrice: 50, exitPrice: 40),
    ]
    let result = analysis(trades)
    let equity = result.run.equity.values
    let mean = equity.reduce(0, +) / Double(equity.count)
    let years = result.metrics.number("runtime_years") ?? .nan
    #expect(agree(result.metrics.number("turnover"), min(1000 + 200, 1200 + 250) / mean / years))
    var contracts = trades
    contracts[0].multiplier = 50
    #expect(
        agree(analysis(contracts).metrics.number("turnover"), min(50_000 + 200, 60_000 + 250) / mean / years))
    #expect(
        analysis(trades, capital: nil).metrics["turnover"]?.value.reason == "the account's value in money is not known")
}

@Test func `trades per day are per trading day, or per calendar day for the predecessor`() {
    let run = RunMaking.run(
        RunMaking.returns(seed: 1, count: 300), stamps: RunMaking.weekdays(count: 300), trades: mixed, capital: 1000)
    let days = Analyzer.analyze(run).metrics.number("runtime_days") ?? .nan
    #expect(agree(Analyzer.analyze(run, conventions: PeerConventions.beta1).metrics.number("trades.per_day"), 7 / days))
}
