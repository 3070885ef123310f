import Foundation
import RunFormats
import RunModel
import Series
import TestSupport
import Testing

/// Results of freqtrade against what the engine itself says of them.
struct FreqtradeTests {
    private static let files = ["official-backtest-result.json", "official-backtest-result_multistrat.json"]

    @Test(.enabled(if: RealRuns.areThere, "\(RealRuns.advice)"), arguments: files)
    func `each strategy has the engine's numbers`(file: String) throws {
        let strategies = try #require(RealRuns.json("freqtrade/" + file)["strategy"]?.object)
        let references = try RunReader.list(RealRuns.folder + "/freqtrade/" + file)
        #expect(Set(references.compactMap(\.key)) == (references.count > 1 ? Set(strategies.keys) : []))
        #expect(Set(references.map(\.id)).count == strategies.count)
        for reference in references {
            let run = try RunReader.read(reference)
            let name = try #require(run.identity.strategy.value)
            try expectEngineNumbers(run, try #require(strategies[name]))
        }
    }

    private func expectEngineNumbers(_ run: Run, _ strategy: JSON) throws {
        func expect(_ value: Double, _ name: String, tolerance: Double = 1e-9) throws {
            let engine = try #require(strategy[name]?.number)
            #expect((value - engine).magnitude <= tolerance * max(1, engine.magnitude), "\(name): \(value), \(engine)")
        }
        let (equity, trades) = (run.equity.values, run.trades ?? [])
        let days = (1..<equity.count).map { equity[$0] - equity[$0 - 1] }
        try expect(Double(trades.count), "total_trades")
        try expect(trades.reduce(0) { $0 + $1.profit }, "profit_total_abs")
        try expect(equity[0], "starting_balance")
        try expect(equity.last ?? 0, "final_balance")
        try expect((equity.last ?? 0) / equity[0] - 1, "profit_total")
        try expect(days.max() ?? 0, "backtest_best_day_abs", tolerance: 1e-7)
        try expect(days.min() ?? 0, "backtest_worst_day_abs", tolerance: 1e-7)
        try expect(Double(days.count { $0 > 1e-12 }), "winning_days")
        try expect(Double(days.count { $0 < -1e-12 }), "losing_days")
        try expect(
            Double(run.returns.timestamps.last?.date.day ?? 0) - Double(run.returns.timestamps[0].date.day) - 1,
            "backtest_days"
        )
        #expect(run.currency == .given("BTC") && run.identity.engine == "freqtrade")
        #expect(run.calendar.name == "24x7")
        let daily = try #require(strategy["daily_profit"]?.array)
        for entry in daily {
            let (date, profit) = (entry.array?[0].string ?? "", entry.array?[1].number ?? .nan)
            let index = try #require(run.returns.timestamps.firstIndex { $0.date.iso == date })
            #expect((days[index] - profit).magnitude < 1e-9, "\(date)")
        }
    }

    /// A trade as freqtrade writes it.
    private func trade(
        _ open: String, _ close: String, profit: Double, more: String = ""
    ) -> String {
        #"{"pair": "ETH/USDT", "amount": 2, "open_rate": 100, "close_rate": 110, "fee_open": 0.001, "fee_close": 0.001, "#
            + #""open_date": "\#(open)", "close_date": "\#(close)", "profit_abs": \#(profit)\#(more)}"#
    }

    private func result(_ trades: [String], of names: [String] = ["A"], more: String = "") -> String {
        let strategies = names.map { name in
            #""\#(name)": {"trades": [\#(trades.joined(separator: ", "))], "starting_balance": 1000, "#
                + #""backtest_start": "2024-01-01 00:00:00", "backtest_end": "2024-01-05 00:00:00"\#(more)}"#
        }
        return
            #"{"metadata": {"x": "}]\"{"}, "strategy": {\#(strategies.joined(separator: ", "))}, "strategy_comparison": []}"#
    }

    @Test func `profits of closed trades stand on their day, whatever the order of the file`() throws {
        let trades = [
            trade("2024-01-02 01:00:00+00:00", "2024-01-04 02:00:00+00:00", profit: 19.58),
            trade("2024-01-01 23:00:00-02:00", "2024-01-02 03:00:00+00:00", profit: -5, more: #", "is_short": true"#),
        ]
        let run = try TemporaryRun(["r.json": result(trades)]).read("r.json")
        #expect(run.equity.timestamps.map(\.date.iso).first == "2023-12-31")
        #expect(run.equity.values == [1000, 1000, 995, 995, 1014.58, 1014.58])
        #expect(run.trades?.map(\.side) == [.short, .long])
        #expect(run.trades?.map(\.entry.description) == ["2024-01-02 01:00", "2024-01-02 01:00"])
        #expect((run.trades?[1].fees ?? 0) == 2 * (100 * 0.001 + 110 * 0.001))
    }

    @Test func `funding is among the fees, and orders give the prices of a position that was built up`() throws {
        let orders = [
            (1.0, 100.0, true), (3.0, 104.0, true), (2.0, 110.0, false), (2.0, 112.0, false),
        ].map { #"{"amount": \#($0.0), "safe_price": \#($0.1), "ft_is_entry": \#($0.2)}"# }.joined(separator: ", ")
        // 4 units, 412 paid, 444 received: 32 less 0.001 of both, less 0.5 of funding.
        let built = trade(
            "2024-01-02", "2024-01-03", profit: 32 - 0.856 - 0.5,
            more: #", "funding_fees": -0.5, "orders": [\#(orders)]"#)
        let run = try TemporaryRun(["r.json": result([built])]).read("r.json")
        let only = try #require(run.trades?.first)
        #expect(only.quantity == 4 && only.entryPrice == 103 && only.exitPrice == 111)
        #expect((only.fees - 1.356).magnitude < 1e-12)
        #expect(run.reconciliation[.profitsMatchPrices]?.outcome == .agrees)
    }

    @Test func `profits of an engine that do not follow from its prices are nobody's to correct`() throws {
        let odd = trade("2024-01-02", "2024-01-03", profit: 5)
        let finding = try TemporaryRun(["r.json": result([odd])]).read("r.json").findings.first
        #expect(finding?.code == "profit_contradicts_prices")
        #expect(finding?.remedy?.hasPrefix("they are the engine's own and count as they are") == true)
    }

    @Test func `old names of members, open trades and excursions are read`() throws {
        let trades = [
            trade(
                "2024-01-02 01:00:00", "2024-01-02 02:00:00", profit: 1,
                more: #", "sell_reason": "roi", "buy_tag": " up ", "min_rate": 95, "max_rate": 112"#),
            trade("2024-01-03 01:00:00", "2024-01-05 00:00:00", profit: 1, more: #", "is_open": true"#),
        ]
        let run = try TemporaryRun(["r.json": result(trades)]).read("r.json")
        let first = try #require(run.trades?.first)
        #expect(first.exitReason == "roi" && first.tag == "up" && first.mae == -10 && first.mfe == 24)
        #expect(run.trades?.map(\.isOpen) == [false, true])
        #expect(run.equity.values.last == 1001)
    }

    @Test func `a run without trades is a flat account`() throws {
        let run = try TemporaryRun(["r.json": result([])]).read()
        #expect(run.equity.values == Array(repeating: 1000, count: 6) && run.trades?.isEmpty == true)
        #expect(run.findings.map(\.code) == ["no_trades"])
    }

    @Test func `strategies of one file are runs, with their names as keys`() throws {
        let file = try TemporaryRun(["r.json": result([], of: ["A", "B/c"])])
        let references = try RunReader.list(file.path + "/r.json")
        #expect(references.map(\.key) == ["A", "B/c"] && references.map(\.id) == ["r-A", "r-B-c"])
        #expect(try RunReader.read(file.path + "/r.json#B/c").identity.strategy == .given("B/c"))
    }

    @Test func `settings and the time of the run are told, secrets masked`() throws {
        let more =
            #", "timeframe": "5m", "minimal_roi": {"0": 0.1}, "stake_currency": "USDT", "trailing_stop": false"#
            + #", "backtest_run_start_ts": 1771177051, "timerange": "", "final_balance": 900"#
        let run = try TemporaryRun(["r.json": result([], more: more)]).read()
        #expect(
            run.identity.parameters.map { $0.name + "=" + $0.value }
                == ["timeframe=5m", "minimal_roi.0=0.1", "trailing_stop=false"])
        #expect(run.identity.created == .given("2026-02-15 17:37:31 UTC"))
        #expect(run.findings.map(\.code).contains("end_value"))
    }

    @Test func `what is no number is named with the trade it belongs to`() throws {
        let bad = trade("2024-01-02", "2024-01-03", profit: 1).replacingOccurrences(of: "110", with: "null")
        let good = trade("2024-01-02", "2024-01-03", profit: 1)
        let folder = try TemporaryRun(["r.json": result([good, bad])])
        #expect(
            RunReader.validate(folder.path).map(\.message) == [
                "r.json: trade 2 of strategy 'A' has no usable 'close_rate'; give the file as freqtrade wrote it"
            ])
    }

    @Test func `a file that is cut off is told with the byte`() throws {
        let whole = result([trade("2024-01-02", "2024-01-03", profit: 1)])
        let folder = try TemporaryRun(["r.json": String(whole.dropLast(20))])
        #expect(RunReader.validate(folder.path).map(\.code) == ["bad_json"])
    }
}
