import Foundation
import RunFormats
import RunModel
import TestSupport
import Testing

/// Results of vectorbt against what the engine itself says of them.
struct VectorbtTests {
    private static let sample = repositoryRoot.appendingPathComponent("SampleRuns/vectorbt-sweep").path

    /// The engine's statistics of each column, by name.
    private static let statistics: [[String: String]] = {
        let text = (try? String(contentsOfFile: sample + "/goog-ma.stats.csv", encoding: .utf8)) ?? ""
        let rows = text.split(separator: "\n").map { $0.split(separator: ",", omittingEmptySubsequences: false) }
        return rows.dropFirst().map { row in
            Dictionary(uniqueKeysWithValues: zip(rows[0], row).map { (String($0), String($1)) })
        }
    }()

    @Test(arguments: [0, 1, 2])
    func `each run of a sweep has the engine's numbers`(index: Int) throws {
        let reference = try RunReader.list(Self.sample)[index]
        let expected = Self.statistics[index]
        try expectEngineNumbers(try RunReader.read(reference)) { expected[$0].flatMap { Double($0) } }
    }

    @Test func `the levels of a sweep are parameters`() throws {
        let run = try RunReader.read(Self.sample + "#(13, 34)")
        #expect(run.identity.parameters.map { $0.name + "=" + $0.value } == ["fast_window=13", "slow_window=34"])
        #expect(run.identity.engine == "vectorbt")
        #expect(run.initialCapital == .given(10_000))
    }

    @Test(.enabled(if: RealRuns.areThere, "\(RealRuns.advice)"))
    func `a real result of one column has the engine's numbers`() throws {
        let folder = RealRuns.folder + "/vectorbt"
        let text = try String(contentsOfFile: folder + "/goog-ma.stats.csv", encoding: .utf8)
        let pairs = text.split(separator: "\n").map { $0.split(separator: ",") }.filter { $0.count == 2 }
        let statistics = Dictionary(uniqueKeysWithValues: pairs.map { (String($0[0]), String($0[1])) })
        #expect(try RunReader.list(folder).map(\.id) == ["goog-ma"])
        try expectEngineNumbers(try RunReader.read(folder)) { statistics[$0].flatMap { Double($0) } }
    }

    private func expectEngineNumbers(_ run: Run, _ statistic: (String) -> Double?) throws {
        func expect(_ value: Double, _ name: String, tolerance: Double = 1e-9) throws {
            let engine = try #require(statistic(name))
            #expect((value - engine).magnitude <= tolerance * max(1, engine.magnitude), "\(name): \(value), \(engine)")
        }
        let (equity, trades) = (run.equity.values, run.trades ?? [])
        let closed = trades.filter { !$0.isOpen }
        try expect(equity.last ?? 0, "End Value")
        try expect(((equity.last ?? 0) / equity[0] - 1) * 100, "Total Return [%]")
        try expect(Double(trades.count), "Total Trades")
        try expect(Double(closed.count), "Total Closed Trades")
        try expect(trades.filter(\.isOpen).reduce(0) { $0 + $1.profit }, "Open Trade PnL")
        try expect(trades.reduce(0) { $0 + $1.fees }, "Total Fees Paid")
        try expect(Double(closed.count { $0.profit > 0 }) / Double(closed.count) * 100, "Win Rate [%]")
        try expect((closed.compactMap(\.returnFraction).max() ?? 0) * 100, "Best Trade [%]")
        try expect((closed.compactMap(\.returnFraction).min() ?? 0) * 100, "Worst Trade [%]")
        try expect(closed.reduce(0) { $0 + $1.profit } / Double(closed.count), "Expectancy")
        var (peak, deepest) = (0.0, 0.0)
        for value in equity {
            peak = max(peak, value)
            deepest = max(deepest, 1 - value / peak)
        }
        try expect(deepest * 100, "Max Drawdown [%]")
        #expect(!run.findings.contains { $0.severity != .note }, "\(run.findings.map(\.message))")
    }

    private let header =
        "Exit Trade Id,Column,Size,Entry Timestamp,Avg Entry Price,Entry Fees,Exit Timestamp,Avg Exit Price,Exit Fees,PnL,"
        + "Return,Direction,Status,Position Id\n"

    @Test func `portfolios that share their cash are one run of several symbols`() throws {
        let trades =
            header + "0,AAPL,1,2024-01-02,10,0,2024-01-03,11,0,1,0.1,Long,Closed,0\n"
            + "1,MSFT,2,2024-01-02,10,0,2024-01-04,9,0,2,0.1,Short,Open,1\n"
        let value = ",group\n2024-01-02,100\n2024-01-03,101\n2024-01-04,103\n"
        let run = try TemporaryRun(["p.value.csv": value, "p.trades.csv": trades]).read()
        #expect(run.trades?.map(\.symbol) == ["AAPL", "MSFT"])
        #expect(run.trades?.map(\.isOpen) == [false, true] && run.trades?[1].side == .short)
    }

    @Test func `a sweep of thousands of columns is listed whole`() throws {
        let labels = (0..<4000).map { "\(1000 + $0)" }
        let levels = [["fast"] + labels, ["slow"] + labels, ["long name of a third level"] + labels]
        let rows = ["2024-01-02", "2024-01-03"].map { [$0] + labels }
        let value = (levels + rows).map { $0.joined(separator: ",") + "\n" }.joined()
        let folder = try TemporaryRun(["p.value.csv": value, "p.trades.csv": header])
        let references = try RunReader.list(folder.path)
        #expect(references.count == 4000 && references.last?.key == "(4999, 4999, 4999)")
        #expect(try RunReader.read(folder.path + "#(4999, 4999, 4999)").equity.values == [4999, 4999])
    }

    @Test func `trades of a column without values are told`() throws {
        let trades = header + "0,30,1,2024-01-02,10,0,2024-01-03,11,0,1,0.1,Long,Closed,0\n"
        let value = ",10,20\n2024-01-02,100,100\n2024-01-03,101,99\n"
        let folder = try TemporaryRun(["p.value.csv": value, "p.trades.csv": trades])
        let run = try RunReader.read(folder.path + "#10")
        #expect(run.findings.map(\.code) == ["trades_of_unknown_column"] && run.trades?.isEmpty == true)
    }

    @Test func `old names of columns and names of trades are read`() throws {
        let old = "Trade Id,Column,Size,Entry Timestamp,Avg. Entry Price,Entry Fees,Exit Timestamp,Avg. Exit Price,"
        let trades =
            old + "Exit Fees,PnL,Return,Direction,Status,Position Id\n"
            + "0,a,1,2024-01-02,10,0,2024-01-03,11,0,1,0.1,Long,Closed,0\n"
        let run = try TemporaryRun(["p.value.csv": "Date,a\n2024-01-02,100\n2024-01-03,101\n", "p.trades.csv": trades])
        #expect(try run.read().trades?.map(\.profit) == [1])
    }

    @Test func `orders are fills, of the run whose column they name`() throws {
        let orders =
            "Order Id,Column,Timestamp,Size,Price,Fees,Side\n0,20,2024-01-02,2,10,0.1,Buy\n"
            + "1,10,2024-01-02,3,10,0.1,Buy\n2,20,2024-01-03,2,11,0.2,Sell\n"
        let value = ",10,20\n2024-01-02,100,100\n2024-01-03,101,101.7\n"
        let folder = try TemporaryRun(["p.value.csv": value, "p.orders.csv": orders])
        let run = try RunReader.read(folder.path + "#20")
        #expect(run.fills?.map(\.quantity) == [2, -2] && run.fills?.map(\.fee) == [0.1, 0.2])
        // Without records of trades the round trips are those of the orders.
        #expect(run.trades?.map { ($0.profit * 1e9).rounded() / 1e9 } == [1.7] && run.findings.isEmpty)
    }

    @Test func `the engine's numbers are kept in our units, with the reason where its convention differs`() throws {
        let stats =
            ",0\nStart,2024-01-02\nStart Value,100\nEnd Value,101\nTotal Return [%],1.0\nMax Drawdown [%],2.5\n"
            + "Max Drawdown Duration,3 days 00:00:00\nTotal Closed Trades,0\nSharpe Ratio,inf\n"
        let files = [
            "p.value.csv": ",0\n2024-01-02,100\n2024-01-03,101\n", "p.trades.csv": header, "p.stats.csv": stats,
        ]
        let reported = try TemporaryRun(files).read().reported
        let values = Dictionary(uniqueKeysWithValues: reported.map { ($0.key ?? "", $0.value) })
        #expect(values["total_return"] == 0.01 && values["max_drawdown"] == -0.025)
        #expect(values["longest_drawdown_days"] == 3 && values["trades.count"] == 0)
        #expect(reported.last?.value == nil && reported.last?.note.contains("365") == true)
    }

    @Test(.enabled(if: RealRuns.areThere, "\(RealRuns.advice)"))
    func `Parquet is read where there is no text`() throws {
        let (source, folder) = (RealRuns.folder + "/vectorbt/", try TemporaryRun())
        for name in ["goog-ma.value.parquet", "goog-ma.trades.parquet"] {
            try folder.write(name, [UInt8](try Data(contentsOf: URL(fileURLWithPath: source + name))))
        }
        let (parquet, text) = (try folder.read(), try RunReader.read(source))
        #expect(parquet.identity.engine == "vectorbt" && parquet.equity.values == text.equity.values)
        #expect(parquet.trades?.map(\.profit) == text.trades?.map(\.profit))
    }

    @Test func `a first bar that already trades begins with the engine's start value`() throws {
        let value = ",0\n2024-01-02,99\n2024-01-03,101\n"
        let stats = ",0\nStart,2024-01-02\nStart Value,100\nEnd Value,101\n"
        let run = try TemporaryRun(["p.value.csv": value, "p.trades.csv": header, "p.stats.csv": stats]).read()
        #expect(run.equity.values == [100, 99, 101] && run.returns.values[0] == -0.010000000000000009)
    }
}
