import RunFormats
import RunModel
import Series
import TestSupport
import Testing

/// What lies beside the JSON of a result of freqtrade: the wallet, the market, and the engine's own numbers within.
struct FreqtradeWalletTests {
    /// A result of one trade, with members of the strategy's own.
    private func result(_ more: String = "", profit: Double = 20) -> String {
        let trade =
            #"{"pair": "ETH/USDT", "amount": 2, "open_rate": 100, "close_rate": 110, "fee_open": 0, "fee_close": 0, "#
            + #""open_date": "2024-01-02 08:00:00", "close_date": "2024-01-04 08:00:00", "profit_abs": \#(profit), "#
            + #""profit_ratio": 0.5, "leverage": 5, "stake_amount": 40}"#
        return
            #"{"strategy": {"A": {"trades": [\#(trade)], "starting_balance": 1000, "final_balance": \#(1000 + profit), "#
            + #""backtest_start": "2024-01-02 00:00:00", "backtest_end": "2024-01-05 00:00:00"\#(more)}}}"#
    }

    private static let wallet =
        "index,date,currency,rate,balance,total_quote\n"
        + "0,2024-01-02 00:00:00+00:00,USDT,1,1000,1000\n1,2024-01-02 12:00:00+00:00,USDT,1,800,800\n"
        + "2,2024-01-03 00:00:00+00:00,USDT,1,800,800\n3,2024-01-02 12:00:00+00:00,ETH,90,2,180\n"
        + "4,2024-01-03 00:00:00+00:00,ETH,105,2,210\n5,2024-01-04 12:00:00+00:00,USDT,1,1020,1020\n"

    private static let market =
        "date,mean,rel_mean,count\n2024-01-02 00:00:00+00:00,100,0,1\n2024-01-02 12:00:00+00:00,102,0.02,1\n"
        + "2024-01-03 00:00:00+00:00,104,0.04,1\n2024-01-05 00:00:00+00:00,110,0.1,1\n"

    @Test func `the wallet is the account, with what is held at its price, and the final balance behind it`() throws {
        let run = try TemporaryRun(["r.json": result(), "r_A_wallet.csv": Self.wallet]).read("r.json")
        #expect(run.equity.values == [1000, 980, 1010, 1020, 1020])
        #expect(run.equity.timestamps.map(\.description).first == "2024-01-02")
        #expect(run.equity.timestamps.last?.description == "2024-01-05")
        #expect(run.provenance.files.map(\.name) == ["r.json", "r_A_wallet.csv"])
        #expect(run.reconciliation[.engineEndValue]?.outcome == .agrees)
    }

    @Test func `a wallet of another strategy is not taken, and a table that is no wallet is told`() throws {
        let other = try TemporaryRun(["r.json": result(), "r_B_wallet.csv": Self.wallet]).read("r.json")
        #expect(other.equity.values == [1000, 1000, 1000, 1020, 1020])
        let strange = try TemporaryRun(["r.json": result(), "r_A_wallet.csv": "date,x\n2024-01-02,1\n2024-01-03,2\n"])
        let run = try strange.read("r.json")
        #expect(run.equity.values == [1000, 1000, 1000, 1020, 1020])
        #expect(run.provenance.notes.contains { $0.contains("r_A_wallet.csv has no column 'total_quote'") })
    }

    @Test func `a wallet of the stake currency alone says no more than the trades`() throws {
        let rows = Self.wallet.split(separator: "\n").filter { !$0.contains("ETH") }.joined(separator: "\n") + "\n"
        let run = try TemporaryRun(["r.json": result(), "r_A_wallet.csv": rows]).read("r.json")
        #expect(run.equity.values == [1000, 1000, 1000, 1020, 1020])
        #expect(run.provenance.notes.contains { $0.contains("r_A_wallet.csv has one currency") })
    }

    @Test func `the market is the benchmark, by day beside days`() throws {
        let files = ["r.json": result(#", "pairlist": ["ETH/USDT"]"#), "r_market_change.csv": Self.market]
        let run = try TemporaryRun(files).read("r.json")
        let benchmark = try #require(run.benchmark)
        #expect(benchmark.name == "ETH/USDT" && benchmark.matched == 4)
        #expect(benchmark.returns.timestamps.map(\.date.iso) == ["2024-01-02", "2024-01-03", "2024-01-05"])
        #expect(benchmark.returns.values.first.map { ($0 - 0.02).magnitude < 1e-12 } == true)
    }

    @Test func `the market is the benchmark, at the end of each candle beside a wallet`() throws {
        let files = ["r.json": result(), "r_A_wallet.csv": Self.wallet, "r_market_change.csv": Self.market]
        let run = try TemporaryRun(files).read("r.json")
        let benchmark = try #require(run.benchmark)
        #expect(benchmark.matched == 4)
        // The close of the first candle is known twelve hours later, at the open of the second.
        #expect(benchmark.returns.values.first == 0)
    }

    @Test func `a leveraged trade returns what its margin returned, and has the size that was traded`() throws {
        let trade = try #require(try TemporaryRun(["r.json": result()]).read("r.json").trades?.first)
        #expect(trade.returnFraction == 0.5 && trade.quantity == 2 && trade.entryPrice == 100)
    }

    @Test func `the engine's numbers are kept in our units, and its -100 is none`() throws {
        let more =
            #", "profit_total": 0.02, "max_drawdown_account": 0.25, "sharpe": -100, "sortino": -100.0, "#
            + #""calmar": 1.5, "holding_avg_s": 7200, "market_change": 0.1, "winrate": 1.0"#
        let run = try TemporaryRun(["r.json": result(more)]).read("r.json")
        func statistic(_ name: String) -> ReportedStatistic? { run.reported.first { $0.name == name } }
        #expect(statistic("profit_total")?.value == 0.02 && statistic("winrate")?.value == 1)
        #expect(statistic("max_drawdown_account")?.value == -0.25 && statistic("calmar")?.value == 1.5)
        #expect(
            statistic("holding_avg_s")?.value == 2 && statistic("holding_avg_s")?.key == "trades.average_duration_hours"
        )
        for name in ["sharpe", "sortino"] {
            #expect(statistic(name)?.value == nil && statistic(name)?.note.contains("-100") == true)
        }
    }

    @Test func `coins keep eight decimals`() throws {
        let text = result(#", "stake_currency": "BTC""#, profit: 1e-8)
            .replacingOccurrences(of: "\"starting_balance\": 1000", with: "\"starting_balance\": 0.01")
            .replacingOccurrences(of: "\"final_balance\": 1000.00000001", with: "\"final_balance\": 0.01000001")
        let run = try TemporaryRun(["r.json": text]).read("r.json")
        #expect(run.equity.values.last == 0.01000001 && run.trades?.first?.profit == 1e-8)
    }

    @Test(.enabled(if: RealRuns.areThere, "\(RealRuns.advice)"))
    func `archives of a folder are runs of it`() throws {
        let references = try RunReader.list(RealRuns.folder + "/freqtrade")
        #expect(references.filter { $0.path.hasSuffix(".zip") }.count == 2 && references.count == 5)
        let zip = try #require(references.first { $0.path.hasSuffix("18-11-33.zip") })
        let run = try RunReader.read(zip)
        // The file says what the pair's price did from the first close to the last one.
        #expect(run.benchmark?.name == "SOL/USDT:USDT" && run.reported.count == 22)
        let growth = run.benchmark?.returns.values.reduce(1) { $0 * (1 + $1) } ?? 0
        #expect((growth - 44.285 / 70.935).magnitude < 1e-9)
    }
}
