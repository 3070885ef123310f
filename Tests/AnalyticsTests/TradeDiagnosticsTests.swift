import Analytics
import RunBuilders
import RunModel
import Series
import Testing

struct TradeDiagnosticsTests {
    private func run(_ trades: [Trade]) -> RunModel.Run {
        let timestamps = RunBuilder.weekdays(from: "2024-01-02", count: 300)
        return RunBuilder.run(
            RunBuilder.returns(seed: 3, count: 300), timestamps: timestamps, trades: trades, capital: 10_000)
    }

    private func trades(_ profits: [Double]) -> [Trade] {
        profits.enumerated().map { index, profit in
            var trade = RunBuilder.trade(
                profit, symbol: ["A", "B", "C"][index % 3], side: index % 2 == 0 ? .long : .short,
                day: 19_730 + index * 3,
                hours: Double(index % 50) + 0.5)
            trade.tag = index % 4 == 0 ? nil : "t\(index % 2)"
            trade.exitReason = index % 5 == 0 ? "stop" : "target"
            return trade
        }
    }

    @Test func `every grouping counts every closed trade once and sums to the P&L of all`() throws {
        var run = run(trades(RunBuilder.returns(seed: 4, count: 90, scale: 900)))
        run.instruments = [Instrument(symbol: "A", sector: "Metals"), Instrument(symbol: "B", sector: "Grains")]
        let analysis = Analyzer.analyze(run)
        let total = try #require(analysis.metrics.number(.totalProfit))
        for grouping in TradeGrouping.allCases {
            let groups = try analysis.tradeGroups(by: grouping)
            #expect(groups.reduce(0) { $0 + $1.count } == 90, "\(grouping)")
            #expect(agree(groups.reduce(0) { $0 + $1.profit }, total), "\(grouping)")
            #expect(Set(groups.map(\.name)).count == groups.count && groups.count > 1, "\(grouping)")
        }
        #expect(try analysis.tradeGroups(by: .sector).map(\.name).sorted() == ["(none)", "Grains", "Metals"])
        let days = try analysis.tradeGroups(by: .weekday).map(\.name)
        #expect(days == ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"].filter(days.contains))
        let years = try analysis.profitsBySymbolAndYear()
        #expect(agree(years.reduce(0) { $0 + $1.year.profit }, total))
    }

    @Test func `a grouping by what no trade has says so`() {
        let analysis = Analyzer.analyze(run([RunBuilder.trade(1), RunBuilder.trade(2)]))
        #expect(throws: Unavailable.noSectors) { try analysis.tradeGroups(by: .sector) }
        #expect(throws: Unavailable.noTags) { try analysis.tradeGroups(by: .tag) }
        #expect(throws: Unavailable.noExitReasons) { try analysis.tradeGroups(by: .exitReason) }
        #expect(throws: Unavailable.noTimesOfDay) { try analysis.tradeGroups(by: .hour) }
    }

    @Test func `the runs test is that of statsmodels`() throws {
        for (place, row) in try AttributionReference.read().runs.enumerated() {
            let metrics = Analyzer.analyze(run(trades(row.values))).metrics
            #expect(agree(metrics.number(.runsTestP), row.probability), "\(place)")
        }
    }

    @Test func `bounds of the win rate are quantiles of the beta distribution`() throws {
        for row in try AttributionReference.read().winRates {
            let (wins, count) = (Int(row[0]), Int(row[1]))
            let metrics = Analyzer.analyze(run(trades((0..<count).map { $0 < wins ? 1 : -1 }))).metrics
            #expect(agree(metrics.number(row[3] < 0.5 ? .winRateLow : .winRateHigh), row[2]), "\(row)")
        }
    }

    @Test func `efficiency is the place of entry and exit between the extremes`() throws {
        // Bought at 100 with 1 of fees: low 90, high 120, sold at 114.
        var trade = RunBuilder.trade(13, fees: 1, mae: -10, exitPrice: 114)
        trade.mfe = 20
        // The engine's extremes lie within the result, which is then the extreme itself.
        var other = RunBuilder.trade(-31, fees: 1, mae: -10)
        other.mfe = 5
        let analysis = Analyzer.analyze(run([trade, other, RunBuilder.trade(5)]))
        let rows = try analysis.excursions()
        #expect(rows.map(\.name) == ["All", "Winners", "Others"] && rows[0].count == 2)
        #expect(agree(rows[1].entry, 20.0 / 30))
        #expect(agree(rows[1].exit, 24.0 / 30))
        #expect(agree(rows[1].total, 14.0 / 30))
        #expect(agree(rows[1].givenBack, 6))
        #expect(agree(rows[2].worstMAE, -30))
        #expect(rows[2].exit.magnitude < 1e-12)
        let mean = (20.0 / 30 + 5.0 / 35) / 2
        #expect(agree(analysis.metrics.number(.entryEfficiency), mean))
    }

    @Test func `the result without its best trades, and how it is spread`() throws {
        let facts = try Analyzer.analyze(run(trades([100, -10, -10, -10, 20, -30, 10, 0, 5, 5, -1, -1])))
            .tradeClustering()
        #expect(agree(facts.profit, 78) && facts.withoutBest.map(\.count) == [1, 5, 10])
        #expect(agree(facts.withoutBest[0].profit, -22) && agree(facts.withoutBest[1].profit, -62))
        // Five trades won; the others lost 62, however many are asked for.
        #expect(agree(facts.withoutBest[2].profit, -62))
        #expect(agree(facts.bestTenth, 120.0 / 140))
        // A earned 100 + 10 of 140 (places 0, 6), B 20 + 0 (4, 7), C 5 (8), A 5 (9).
        let squares = 115.0 * 115 + 20.0 * 20 + 5.0 * 5
        #expect(agree(facts.symbolHerfindahl, squares / 19_600))
        #expect(facts.mostPerDay == 1)
    }

    @Test func `fees given back, further costs, and the cost at which nothing is left`() throws {
        let timestamps = RunBuilder.weekdays(from: "2024-01-02", count: 3)
        let equity = [1000.0, 1089, 1099, 1187]
        var run = RunBuilder.run(
            zip(equity, equity.dropFirst()).map { $1 / $0 - 1 }, timestamps: timestamps,
            baseline: Timestamp(CalendarDate(day: timestamps[0].date.day - 1)), capital: 1000)
        run.fills = [
            Fill(time: timestamps[0], symbol: "X", quantity: 5, price: 100, fee: 11),
            Fill(time: timestamps[2], symbol: "X", quantity: -5, price: 138, fee: 2),
        ]
        let analysis = Analyzer.analyze(run)
        let metrics = analysis.metrics
        #expect(agree(metrics.number(.totalCommission), 13))
        let gross: Double = 1.1 * (1099.0 / 1089) * (1189.0 / 1099) - 1
        #expect(agree(metrics.number(.grossReturn), gross) && agree(metrics.number(.netReturn), 0.187))
        let cost = try #require(metrics.number(.breakEvenCost)) / 10_000
        let first: Double = 1.089 - cost * 0.5
        let last: Double = 1187.0 / 1099 - cost * 690 / 1099
        let left: Double = first * (1099.0 / 1089) * last
        #expect(agree(left, 1))
        let steps = try analysis.costSweep
        #expect(steps.first?.basisPoints == 0 && steps.last?.basisPoints == 50)
        #expect(agree(steps[0].totalReturn.number, 0.187))
        let dear: Double = 1.0865 * (1099.0 / 1089) * (1187.0 / 1099 - 3.45 / 1099) - 1
        #expect(agree(steps.last?.totalReturn.number, dear))
        let months = try analysis.tradedByMonth()
        #expect(months.count == 1 && agree(months[0].traded, 1190) && agree(months[0].fees, 13))
    }

    @Test func `the bridge leads from P&L before fees to the change of the account`() throws {
        let analysis = Analyzer.analyze(run([RunBuilder.trade(50, fees: 3), RunBuilder.trade(-20, fees: 2)]))
        let steps = try analysis.costBridge.steps
        #expect(steps.map(\.key) == ["gross", "fees", "net", "other", "change"])
        #expect(steps[0].amount == 35 && steps[1].amount == -5 && steps[2].amount == 30)
        let equity = analysis.run.equity.values
        #expect(agree(steps[4].amount, (equity.last ?? 0) - equity[0]))
        #expect(agree(steps[2].amount + steps[3].amount, steps[4].amount))
    }
}
