import Foundation
import RunFormats
import RunModel
import TestSupport
import Testing

/// Results of backtesting.py in the ways in which users save them.
struct BacktestingPyTests {
    private static let folder = RealRuns.folder + "/backtesting.py"

    @Test(.enabled(if: RealRuns.areThere, "\(RealRuns.advice)"), arguments: ["goog-smacross", "eurusd-hourly-sltp"])
    func `a folder with both containers of a result has it once, and any of its files stands for it`(name: String)
        throws
    {
        #expect(try RunReader.list(Self.folder).map(\.key) == ["eurusd-hourly-sltp", "goog-smacross"])
        let whole = try RunReader.inspect(Self.folder + "#" + name)
        for ending in ["equity.csv", "trades.csv", "stats.json", "trades.json", "trades.parquet", "stats-naive.csv"] {
            #expect(try RunReader.inspect("\(Self.folder)/\(name).\(ending)") == whole, "\(ending)")
        }
        let parquet = try RunReader.read("\(Self.folder)/\(name).equity.parquet")
        let run = try RunReader.read(Self.folder + "#" + name)
        #expect(parquet.equity == run.equity && parquet.trades == run.trades)
        let stats = try RealRuns.json("backtesting.py/\(name).stats.json")
        #expect(Double(run.trades?.count ?? 0) == stats["# Trades"]?.number)
        let fees = run.trades?.reduce(0) { $0 + $1.fees } ?? 0
        #expect((fees - (stats["Commissions [$]"]?.number ?? 0)).magnitude < 1e-6)
        #expect(run.findings.filter { $0.severity == .error } == [])
    }

    @Test(.enabled(if: RealRuns.areThere, "\(RealRuns.advice)"), arguments: ["csv", "json", "parquet"])
    func `trades are the same in every container`(ending: String) throws {
        let run = try TemporaryRun()
        for name in ["equity.csv", "trades." + ending] {
            let data = try Data(contentsOf: URL(fileURLWithPath: "\(Self.folder)/eurusd-hourly-sltp.\(name)"))
            try run.write("x." + name, [UInt8](data))
        }
        let trades = try #require(try run.read().trades)
        #expect(trades.count == 48 && trades[1].side == .short && trades[1].quantity == 458_026)
        #expect(trades[1].entry.description == "2017-04-26 11:00" && trades[1].tag == "brk")
        // JSON has ten decimals.
        #expect((trades[1].profit + 2703.7683614006232).magnitude < 1e-9)
        #expect(((trades[1].returnFraction ?? 0) + 0.005419456924093652).magnitude < 1e-9)
    }

    @Test(
        .enabled(if: RealRuns.areThere, "\(RealRuns.advice)"),
        arguments: ["stats.csv", "stats-naive.csv", "stats.json"])
    func `statistics alone are refused, those that were saved carelessly too`(ending: String) throws {
        let run = try TemporaryRun()
        let data = try Data(contentsOf: URL(fileURLWithPath: "\(Self.folder)/goog-smacross.\(ending)"))
        try run.write(ending, [UInt8](data))
        #expect(RunReader.validate(run.path + "/" + ending).map(\.code) == ["statistics_only"])
    }

    @Test(.enabled(if: RealRuns.areThere, "\(RealRuns.advice)"))
    func `a careless print of the statistics gives the strategy and the engine's numbers`() throws {
        let run = try TemporaryRun()
        for ending in ["equity.csv", "stats-naive.csv"] {
            let data = try Data(contentsOf: URL(fileURLWithPath: "\(Self.folder)/goog-smacross.\(ending)"))
            try run.write("x." + ending, [UInt8](data))
        }
        let read = try run.read()
        #expect(read.identity.strategy.value?.isEmpty == false)
        let reported = Dictionary(uniqueKeysWithValues: read.reported.map { ($0.name, $0.value ?? .nan) })
        #expect(reported["# Trades"] == 94 && reported["Max. Drawdown Duration"] == 830)
        #expect(((reported["Return [%]"] ?? 0) - 4.557451294000003).magnitude < 1e-12)
        #expect(((reported["Max. Drawdown [%]"] ?? 0) + 0.3393159182905461).magnitude < 1e-12)
    }

    private static let curve =
        #"{"Equity": {"1704153600000": 100.0, "1704240000000": 110.0}, "DrawdownPct": {"1704153600000": 0.0, "#
        + #""1704240000000": 0.0}, "DrawdownDuration": {"1704153600000": null, "1704240000000": null}}"#
    private static let trades =
        #"{"Size": {"0": -2}, "EntryBar": {"0": 0}, "ExitBar": {"0": 1}, "EntryPrice": {"0": 10.0}, "ExitPrice": {"0": 5.0}, "#
        + #""PnL": {"0": 10.0}, "ReturnPct": {"0": 0.5}, "EntryTime": {"0": 1704153600000}, "ExitTime": {"0": 1704240000000}, "#
        + #""Duration": {"0": "P1DT0H0M0S"}}"#

    @Test func `JSON by columns is a table whose index is the time`() throws {
        let run = try TemporaryRun(["x.equity.json": Self.curve, "x.trades.json": Self.trades]).read()
        #expect(
            run.equity.values == [100, 110] && run.equity.timestamps.map(\.date.iso) == ["2024-01-02", "2024-01-03"])
        #expect(run.trades?.map(\.side) == [.short] && run.trades?.map(\.returnFraction) == [0.5])
    }

    @Test func `statistics as JSON with the tables within are a whole run`() throws {
        let scalars = ##"{"Start": 1704153600000, "End": 1704240000000, "Equity Final [$]": 110.0, "# Trades": 1, "##
        let text = scalars + #""_strategy": "Sma(n=3)", "_equity_curve": \#(Self.curve), "_trades": \#(Self.trades)}"#
        let run = try TemporaryRun(["x.stats.json": text]).read("x.stats.json")
        #expect(run.equity.values == [100, 110] && run.trades?.count == 1 && run.identity.strategy == .given("Sma"))
        #expect(run.reconciliation[.engineEndValue]?.outcome == .agrees && run.identity.id == "x")
    }

    @Test func `tables that were printed into JSON are no tables`() throws {
        let text =
            #"{"Start": "2024-01-02", "End": "2024-01-03", "Equity Final [$]": 110.0, "_strategy": "Sma", "#
            + #""_equity_curve": "            Equity  DrawdownPct\n2024-01-02  100.0          0.0", "_trades": "   Size"}"#
        let alone = try TemporaryRun(["s.json": text])
        #expect(RunReader.validate(alone.path + "/s.json").map(\.code) == ["statistics_only"])
        let equity = ",Equity,DrawdownPct,DrawdownDuration\n2024-01-02,100,0,\n2024-01-03,110,0,\n"
        let run = try TemporaryRun(["x.stats.json": text, "x.equity.csv": equity]).read()
        #expect(run.identity.strategy == .given("Sma") && run.trades == nil)
    }

    @Test func `the dialect of 0_3 has no commission, and says where it is`() throws {
        let run = try TemporaryRun([
            "x.equity.csv": ",Equity,DrawdownPct,DrawdownDuration\n2024-01-02,100,0,\n2024-01-03,110,0,\n",
            "x.trades.csv": "Size,EntryBar,ExitBar,EntryPrice,ExitPrice,PnL,ReturnPct,EntryTime,ExitTime,Duration\n"
                + "5,0,1,10,12,10,0.2,2024-01-02,2024-01-03,1 days\n",
        ]).read()
        #expect(run.trades?.map(\.fees) == [0] && run.trades?.map(\.profit) == [10])
        #expect(
            run.provenance.notes.contains { $0.contains("before backtesting.py 0.6 they are part of entry prices") })
        #expect(run.reconciliation[.tradesExplainEquity]?.outcome == .agrees)
    }
}
