import Analytics
import RunBuilders
import RunModel
import Series
import Testing

struct ContributionTests {
    /// A generator of random numbers that is the same on every machine.
    private struct Draws {
        var state: UInt64

        mutating func unit() -> Double {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Double(state >> 11) / Double(1 << 53)
        }
    }

    /// An account that trades a few symbols at random, long and short, with fees; interest is added to its cash.
    private func portfolio(seed: UInt64, days: Int, assets: Int, interest: Double) -> RunModel.Run {
        var draws = Draws(state: seed)
        let timestamps = RunBuilder.weekdays(from: "2020-03-02", count: days + 1)
        var (cash, prices) = (100_000.0, [Double](repeating: 50, count: assets))
        var units = [Double](repeating: 0, count: assets)
        var (equity, fills) = ([cash], [Fill]())
        var values = [[Double]](repeating: [0], count: assets)
        var cashes = [cash]
        let names = (0..<assets).map { "S\($0)" }
        for day in 1...days {
            cash *= 1 + interest
            for asset in 0..<assets {
                prices[asset] *= 1 + 0.04 * (draws.unit() - 0.49)
                guard draws.unit() < 0.3 else { continue }
                let quantity = ((draws.unit() - 0.45) * 400).rounded()
                guard quantity != 0 else { continue }
                let price = prices[asset] * (1 + 0.01 * (draws.unit() - 0.5))
                let fee = 1 + quantity.magnitude * 0.005
                fills.append(
                    Fill(time: timestamps[day], symbol: names[asset], quantity: quantity, price: price, fee: fee))
                units[asset] += quantity
                cash -= quantity * price + fee
            }
            for asset in 0..<assets { values[asset].append(units[asset] * prices[asset]) }
            cashes.append(cash)
            equity.append(cash + (0..<assets).reduce(0) { $0 + units[$1] * prices[$1] })
        }
        let returns = zip(equity, equity.dropFirst()).map { $1 / $0 - 1 }
        var run = RunBuilder.run(
            returns, timestamps: Array(timestamps.dropFirst()), baseline: timestamps[0], capital: equity[0])
        run.equity = TimeSeries(timestamps: timestamps, values: equity)
        run.fills = fills
        run.positions = PositionHistory(timestamps: timestamps, symbols: names, values: values, cash: cashes)
        run.instruments = names.enumerated().map { Instrument(symbol: $1, sector: $0 % 2 == 0 ? "Even" : "Odd") }
        return run
    }

    @Test func `contributions sum to the total return to 1e-12 on random portfolios`() throws {
        for seed in 1...40 as ClosedRange<UInt64> {
            let run = portfolio(
                seed: seed, days: 20 + Int(seed) * 17, assets: 1 + Int(seed % 7), interest: seed % 3 == 0 ? 0.0001 : 0)
            guard run.equity.values.allSatisfy({ $0 > 0 }) else { continue }
            let analysis = Analyzer.analyze(run)
            let section = try analysis.contributions
            let total = try #require(analysis.metrics.number(.totalReturn))
            let sum = section.symbols.reduce(0) { $0 + $1.contribution }
            #expect((sum - total).magnitude < 1e-12, "\(seed): \(sum) for \(total)")
            #expect((section.total - total).magnitude < 1e-12)
            let sectors = section.sectors.reduce(0) { $0 + $1.contribution }
            #expect((sectors - total).magnitude < 1e-12, "\(seed)")
            let money = section.symbols.reduce(0) { $0 + $1.profit }
            let change = (run.equity.values.last ?? 0) - run.equity.values[0]
            #expect((money - change).magnitude < 1e-6, "\(seed)")
            // Without interest nothing is left that no symbol explains.
            if seed % 3 != 0 { #expect((section.symbols.last?.profit ?? 1).magnitude < 1e-6, "\(seed)") }
        }
    }

    @Test func `the years' contributions sum to the years' returns`() throws {
        let run = portfolio(seed: 9, days: 700, assets: 4, interest: 0.0001)
        let analysis = Analyzer.analyze(run)
        let years = try analysis.contributionsByYear
        #expect(years.count == analysis.periods.years.count && years.count > 2)
        for (section, year) in zip(years, analysis.periods.years) {
            #expect(section.end.date.year == year.start.year)
            let sum = section.symbols.reduce(0) { $0 + $1.contribution }
            #expect((sum - year.strategy).magnitude < 1e-12)
        }
    }

    @Test func `a symbol's money is its prices' move times its units, less fees`() throws {
        // 10 units bought at 100 on the second day, worth 110 and 121 after; then sold at 120.
        let timestamps = RunBuilder.weekdays(from: "2020-03-02", count: 5)
        let equity = [10_000.0, 9_999, 10_099, 10_209, 10_198]
        var run = RunBuilder.run(
            zip(equity, equity.dropFirst()).map { $1 / $0 - 1 }, timestamps: Array(timestamps.dropFirst()),
            baseline: timestamps[0], capital: 10_000)
        run.equity = TimeSeries(timestamps: timestamps, values: equity)
        run.fills = [
            Fill(time: timestamps[1], symbol: "X", quantity: 10, price: 100, fee: 1),
            Fill(time: timestamps[4], symbol: "X", quantity: -10, price: 120, fee: 1),
        ]
        run.positions = PositionHistory(
            timestamps: timestamps, symbols: ["X"], values: [[0, 1000, 1100, 1210, 0]], cash: nil)
        let rows = try Analyzer.analyze(run).contributions.symbols
        #expect(rows[0].name == "X" && agree(rows[0].profit, 198))
        #expect(rows[1].isRest && rows[1].profit.magnitude < 1e-9)
        #expect(agree(rows[0].contribution, 0.0198))
    }

    @Test func `positions without trades say that nothing tells what was bought`() {
        var run = portfolio(seed: 2, days: 60, assets: 2, interest: 0)
        run.fills = nil
        #expect(throws: Unavailable.noFlows) { try Analyzer.analyze(run).contributions }
        run.positions = nil
        #expect(throws: Unavailable.noPositions) { try Analyzer.analyze(run).contributions }
    }

    @Test func `details of holdings are what their definitions say`() throws {
        let timestamps = RunBuilder.weekdays(count: 3)
        var run = RunBuilder.run(
            [0, 0], timestamps: Array(timestamps.dropFirst()), baseline: timestamps[0], capital: 100)
        run.positions = PositionHistory(
            timestamps: timestamps, symbols: ["A", "B"], values: [[30, 0, 60], [30, 0, -20]], cash: [40, 100, 60])
        run.instruments = [Instrument(symbol: "A", sector: "Metals")]
        let analysis = Analyzer.analyze(run)
        let details = try analysis.holdingDetails
        #expect(details.gross.values == [0.6, 0, 0.8] && details.cash?.values == [0.4, 1, 0.6])
        #expect(agree(details.herfindahl.values[0], 0.5) && agree(details.herfindahl.values[1], 0.625))
        #expect(agree(analysis.metrics.number(.herfindahlMean), 0.5625))
        #expect(details.sectors.map(\.name) == ["Metals", "(none)"])
        #expect(details.largest.values == [0.3, 0, 0.6])
    }
}
