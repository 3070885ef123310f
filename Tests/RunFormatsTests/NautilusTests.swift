import Foundation
import RunFormats
import RunModel
import TestSupport
import Testing

/// Results of nautilus_trader against what the engine itself says of them.
struct NautilusTests {
    private static let folder = RealRuns.folder + "/nautilus_trader"
    private static let stem = folder + "/eurusd-emacross-netting."

    @Test(.enabled(if: RealRuns.areThere, "\(RealRuns.advice)"))
    func `a netting account has the engine's numbers, snapshots and all`() throws {
        let run = try RunReader.read(Self.folder)
        let result = try RealRuns.json("nautilus_trader/eurusd-emacross-netting.result.json")
        let profits = try #require(result["stats_pnls"]?["USD"])
        let (trades, equity) = (run.trades ?? [], run.equity.values)
        let earned = trades.map(\.profit)
        func expect(_ value: Double, _ name: String) throws {
            let engine = try #require(profits[name]?.number)
            #expect((value - engine).magnitude < 1e-9 * max(1, engine.magnitude), "\(name): \(value), \(engine)")
        }
        let change = (equity.last ?? 0) - equity[0]
        try expect(change, "PnL (total)")
        try expect(change / equity[0] * 100, "PnL% (total)")
        try expect(earned.max() ?? 0, "Max Winner")
        try expect(earned.min() ?? 0, "Max Loser")
        try expect(Double(earned.count { $0 > 0 }) / Double(earned.count), "Win Rate")
        try expect(earned.reduce(0, +) / Double(earned.count), "Expectancy")
        #expect(trades.count == 87 && trades.allSatisfy { !$0.isOpen } && run.fills?.count == 348)
        #expect(trades[0].side == .short && trades[0].quantity == 100_000 && trades[0].fees == 4.32)
        #expect(trades[0].returnFraction == nil)
        #expect(run.currency == .given("USD") && run.initialCapital == .given(1_000_000))
        #expect(run.identity.strategy == .given("EMACross-000"))
        #expect(run.findings.map(\.code) == ["equity_at_exits"])
        #expect(run.reconciliation[.tradesExplainEquity]?.outcome == .agrees)
        #expect(run.reconciliation[.profitsMatchPrices]?.outcome == .agrees)
        // A currency pair trades from Sunday evening: that is Monday's session.
        #expect(run.returns.timestamps.allSatisfy { $0.date.weekday < 5 } && run.calendar.name == "xnys")
        #expect(run.returns.timestamps[0].date.iso == "2017-04-19")
    }

    @Test(.enabled(if: RealRuns.areThere, "\(RealRuns.advice)"))
    func `any report stands for its result, in CSV and in Parquet`() throws {
        let whole = try RunReader.inspect(Self.folder)
        for ending in ["account.csv", "fills.csv", "positions.csv", "orders.parquet", "result.json", "returns.csv"] {
            #expect(try RunReader.inspect(Self.stem + ending) == whole, "\(ending)")
        }
    }

    private func alone(_ name: String) throws -> TemporaryRun {
        let run = try TemporaryRun()
        try run.write(name, [UInt8](try Data(contentsOf: URL(fileURLWithPath: Self.stem + name))))
        return run
    }

    @Test(
        .enabled(if: RealRuns.areThere, "\(RealRuns.advice)"),
        arguments: ["orders.csv", "fills.csv", "order_fills.csv", "order_fills.parquet", "result.json"])
    func `a report without the account is refused`(name: String) throws {
        let file = try alone(name)
        #expect(RunReader.validate(file.path + "/" + name).map(\.code) == ["part_of_result"])
    }

    @Test(.enabled(if: RealRuns.areThere, "\(RealRuns.advice)"), arguments: ["positions.csv", "positions.parquet"])
    func `positions alone ask for the capital, and are the account's profits with it`(name: String) throws {
        let file = try alone(name)
        // Parquet has the commissions as a nested column.
        let isNested = name.hasSuffix("parquet")
        let codes = RunReader.validate(file.path).map(\.code)
        #expect(codes == ["capital_needed"] + (isNested ? ["column_not_read"] : []))
        let run = try file.read(RunOptions(initialCapital: 1_000_000))
        #expect(((run.equity.values.last ?? 0) - 998_612.26).magnitude < 1e-6)
        let expected = isNested ? ["column_not_read", "equity_at_exits"] : ["equity_at_exits"]
        #expect(Set(run.findings.map(\.code)) == Set(expected) && run.trades?.count == 87)
    }

    @Test(.enabled(if: RealRuns.areThere, "\(RealRuns.advice)"))
    func `the account alone is its balance`() throws {
        let run = try alone("account.csv").read()
        #expect(run.equity.values.first == 1_000_000 && run.equity.values.last == 998_612.26 && run.trades == nil)
    }

    @Test(.enabled(if: RealRuns.areThere, "\(RealRuns.advice)"), arguments: ["orders", "order_fills", "fills"])
    func `orders in nanoseconds, orders in moments and fills are the same executions`(name: String) throws {
        let run = try alone("account.csv")
        try run.write("x.csv", [UInt8](try Data(contentsOf: URL(fileURLWithPath: Self.stem + name + ".csv"))))
        let read = try run.read()
        let fills = try #require(read.fills)
        #expect(fills.reduce(0) { $0 + $1.quantity } == 0)
        #expect((fills.reduce(0) { $0 + $1.fee } - 402.76).magnitude < 0.005)
        #expect(fills[0].time.description == "2017-04-21 20:00" && read.trades?.count == 87)
    }

    // MARK: Accounts that are made up after the schema

    private func account(_ rows: [String], type: String = "MARGIN", base: String = "USDT") -> String {
        ",total,locked,free,currency,account_id,account_type,base_currency,margins,reported,info\n"
            + rows.map { row in
                let cells = row.split(separator: " ")
                return
                    "2024-01-0\(cells[0]) 10:00:00+00:00,\(cells[1]),0.00,\(cells[1]),\(cells[2]),X-1,\(type),\(base),[],False,{}\n"
            }.joined()
    }

    private func fills(_ rows: [String]) -> String {
        "client_order_id,strategy_id,instrument_id,order_side,last_qty,last_px,currency,commission,ts_event\n"
            + rows.enumerated().map { index, row in
                let cells = row.split(separator: " ")
                return
                    "O-\(index),S-0,\(cells[1]),\(cells[2]),\(cells[3]),\(cells[4]),USDT,0.50 USDT,2024-01-0\(cells[0]) 10:00:00+00:00\n"
            }.joined()
    }

    @Test func `of several balances of one moment the last counts, and what was there before the first trade`() throws {
        let text = account(["2 1000.00 USDT", "2 990.00 USDT", "2 995.00 USDT", "3 1005.00 USDT"])
        let run = try TemporaryRun(["a.account.csv": text]).read()
        #expect(run.equity.values == [1000, 995, 1005])
    }

    @Test func `a cash account is its cash and its holdings at their last fill`() throws {
        let files = [
            "a.account.csv": account(["2 1000.00 USDT", "3 499.50 USDT", "4 739.00 USDT"], type: "CASH"),
            "a.fills.csv": fills(["3 AAPL.XNAS BUY 5 100", "4 AAPL.XNAS SELL 2 120"]),
        ]
        let run = try TemporaryRun(files).read()
        #expect(run.equity.values == [1000, 1000, 999.5, 739 + 3 * 120])
        #expect(run.findings.map(\.code).contains("equity_at_fill_prices"))
        #expect(run.trades?.count { $0.isOpen } == 1 && run.trades?.count == 2)
    }

    @Test func `coins of a cash account count by their own balance`() throws {
        let files = [
            "a.account.csv": account(
                ["2 1000.00 USDT", "3 499.50 USDT", "3 4.99 BTC", "4 1098.50 USDT", "4 0.00 BTC"], type: "CASH",
                base: ""),
            "a.fills.csv": fills(["3 BTCUSDT.BINANCE BUY 5 100", "4 BTCUSDT.BINANCE SELL 4.99 120"]),
        ]
        let run = try TemporaryRun(files).read()
        #expect(run.equity.values == [1000, 1000, 499.5 + 499, 1098.5])
    }

    @Test func `a cash account without fills is refused`() throws {
        let text = account(["2 1000.00 USDT", "3 499.50 USDT"], type: "CASH")
        #expect(try folderMessage(["a.account.csv": text]).contains("it is no equity"))
    }

    @Test func `several currencies are refused until one is chosen`() throws {
        let text = account(["2 1000.00 USDT", "2 2.00 BTC", "3 900.00 USDT", "3 2.10 BTC"], base: "")
        let folder = try TemporaryRun(["a.account.csv": text])
        #expect(RunReader.validate(folder.path).map(\.code) == ["several_currencies"])
        let run = try folder.read(RunOptions(currency: "BTC"))
        #expect(run.equity.values.last == 2.1 && run.findings.map(\.code).contains("other_currencies"))
    }

    private func positions(_ rows: [String]) -> String {
        "position_id,strategy_id,instrument_id,entry,side,quantity,peak_qty,ts_init,ts_opened,ts_last,ts_closed,avg_px_open,"
            + "avg_px_close,commissions,realized_return,realized_pnl,is_snapshot\n"
            + rows.enumerated().map { "P-\($0.offset),S-0," + $0.element + ",False\n" }.joined()
    }

    @Test func `hedged positions stand side by side, an open one at the price of the last fill`() throws {
        let time = "1704189600000000000,2024-01-02 10:00:00+00:00,1704276000000000000,"
        let files = [
            "a.account.csv": account(["2 1000.00 USDT", "3 1009.00 USDT"]),
            "a.positions.csv": positions([
                "ETHUSDT-PERP.BINANCE,BUY,FLAT,0,10,\(time)2024-01-03 10:00:00+00:00,100,101,['1.00 USDT'],0.01,\u{2212}9.00 USDT",
                "ETHUSDT-PERP.BINANCE,SELL,SHORT,5,5,\(time),100,,['0.50 USDT'],0,-0.50 USDT",
            ]),
            "a.fills.csv": fills(["2 ETHUSDT-PERP.BINANCE BUY 10 100", "3 ETHUSDT-PERP.BINANCE SELL 10 101"]),
        ]
        let run = try TemporaryRun(files).read()
        let (open, closed) = (run.trades?.first { $0.isOpen }, run.trades?.first { !$0.isOpen })
        #expect(closed?.profit == -9 && closed?.side == .long && run.trades?.count == 2)
        #expect(open?.profit == -5.5 && open?.side == .short && open?.exitPrice == 101)
    }

    @Test func `profits in the quote of another pair are converted at its price, others are left out and told`() throws
    {
        let time = "0,2024-01-02 10:00:00+00:00,0,2024-01-03 10:00:00+00:00"
        let files = [
            "a.account.csv": account(["2 1000.00 USD", "3 1009.00 USD"], base: "USD"),
            "a.positions.csv": positions([
                "USD/JPY.SIM,BUY,FLAT,0,100,\(time),140,150,['0.10 USD'],0.07,1000 JPY",
                "EUR/GBP.SIM,BUY,FLAT,0,100,\(time),1,2,['0.10 USD'],1,100.00 GBP",
            ]),
        ]
        let run = try TemporaryRun(files).read()
        #expect(run.trades?.count == 1 && ((run.trades?[0].profit ?? 0) - 1000 / 150).magnitude < 1e-12)
        #expect(run.findings.map(\.code).contains("foreign_profits"))
    }

    @Test func `a run that never traded is a flat account`() throws {
        let run = try TemporaryRun(["a.account.csv": account(["2 1000.00 USDT"])]).read()
        #expect(run.equity.values == [1000, 1000])
    }
}
