import Foundation
import RunFormats
import RunModel
import TestSupport
import Testing

/// The committed sample runs and fixtures, as `inspect` shows them.
struct SampleRunTests {
    @Test(arguments: [
        "zipline-4-stocks", "goog-smacross", "eurusd-hourly", "crypto-365", "lean-rotation", "daily-returns.csv.gz",
    ])
    func `good runs read as recorded`(name: String) throws {
        let path = repositoryRoot.appendingPathComponent("SampleRuns/\(name)").path
        try expectGolden(RunReader.inspect(path).lines.joined(separator: "\n") + "\n", "inspect/\(name).txt")
    }

    @Test func `one run of a sweep reads as recorded`() throws {
        let path = repositoryRoot.appendingPathComponent("SampleRuns/vectorbt-sweep#(8, 34)").path
        try expectGolden(
            RunReader.inspect(path).lines.joined(separator: "\n") + "\n", "inspect/vectorbt-sweep-8-34.txt")
    }

    @Test(arguments: ["zipline-perf", "quantstats-series", "goog-two-strategies#above50sma"])
    func `samples of other engines read as recorded`(name: String) throws {
        let path = repositoryRoot.appendingPathComponent("SampleRuns/\(name)").path
        let file = name.replacing("#", with: "-")
        try expectGolden(RunReader.inspect(path).lines.joined(separator: "\n") + "\n", "inspect/\(file).txt")
    }

    @Test(arguments: ["two-rows", "ten-days", "no-trades", "script-name", "japanese-name", "missing-cells", "flat"])
    func `edge runs read as recorded`(name: String) throws {
        let path = repositoryRoot.appendingPathComponent("Tests/Fixtures/Runs/\(name)").path
        try expectGolden(RunReader.inspect(path).lines.joined(separator: "\n") + "\n", "inspect/\(name).txt")
    }

    @Test func `every sample and every edge run keeps what is guaranteed of a run`() throws {
        let edges = try FileManager.default.contentsOfDirectory(
            atPath: repositoryRoot.appendingPathComponent("Tests/Fixtures/Runs").path)
        for path in sampleRuns + edges.map({ "Tests/Fixtures/Runs/" + $0 }) {
            for reference in try RunReader.list(repositoryRoot.appendingPathComponent(path).path) {
                #expect(try RunReader.read(reference).problems() == [], "\(reference.name)")
            }
        }
    }

    @Test func `one result of backtesting.py reads from its folder and from its file`() throws {
        let folder = repositoryRoot.appendingPathComponent("SampleRuns/goog-smacross").path
        let (whole, file) = (try RunReader.inspect(folder), try RunReader.inspect(folder + "/goog-smacross.equity.csv"))
        #expect(whole == file)
    }

    @Test func `trades of backtesting.py add up to the account`() throws {
        let path = repositoryRoot.appendingPathComponent("SampleRuns/goog-smacross").path
        let run = try RunReader.read(path)
        let gain = (run.equity.values.last ?? 0) - run.equity.values[0]
        let profit = run.trades?.reduce(0) { $0 + $1.profit } ?? 0
        #expect(abs(gain - profit) < 1e-6)
        #expect(run.trades?[0].side == .short && run.trades?[0].quantity == 59 && run.trades?[0].fees == 41.0817)
    }

    @Test func `the trades of the zipline run add up to the account, open ones with it`() throws {
        let run = try RunReader.read(repositoryRoot.appendingPathComponent("SampleRuns/zipline-4-stocks").path)
        let gain = (run.equity.values.last ?? 0) - run.equity.values[0]
        let profit = run.trades?.reduce(0) { $0 + $1.profit } ?? 0
        #expect(abs(gain - profit) < 0.1)
        #expect(run.trades?.count { $0.isOpen } == 3)
    }

    @Test func `an engine's end value that is another is warned of`() throws {
        let equity = ",Equity,DrawdownPct,DrawdownDuration\n2024-01-02,100,0,\n2024-01-03,101,0,\n"
        let stats =
            ",0\nStart,2024-01-02\nEnd,2024-01-03\nEquity Final [$],99\n_strategy,\"Sma(n1=10,n2=20,api_key=x)\"\n"
        let run = try TemporaryRun(["x.equity.csv": equity, "x.stats.csv": stats]).read()
        #expect(run.findings.map(\.code) == ["end_value", "no_trades_file"])
        #expect(run.identity.strategy == .given("Sma"))
        #expect(run.identity.parameters.map { $0.name + "=" + $0.value } == ["n1=10", "n2=20", "api_key=•••"])
    }
}

/// Runs of real engines beside the repository; left out, and said so, where they are not.
struct RealRunTests {
    struct Case: CustomTestStringConvertible {
        var file: String
        var points: Int
        var calendar: String
        var last: Double
        var testDescription: String { file }
    }

    static let cases = [
        Case(
            file: "backtesting.py/eurusd-hourly-sltp.equity.csv", points: 5000, calendar: "fx", last: 77_942.67925359825
        ),
        Case(file: "backtesting.py/goog-smacross.equity.csv", points: 2148, calendar: "xnys", last: 55_574.51294000004),
        Case(file: "zipline/weekly-ma-4stocks.perf.csv", points: 726, calendar: "xnys", last: 102_224.63773150012),
        Case(file: "zipline/weekly-ma-4stocks.returns.csv", points: 726, calendar: "xnys", last: 102_224.63773150012),
        Case(file: "backtrader/goog-daily.pyfolio.returns.csv", points: 795, calendar: "xnys", last: .nan),
        Case(file: "bt/goog-monthly_equal.values.csv", points: 1798, calendar: "xnys", last: .nan),
        Case(file: "parquet-variants/equity.reference.csv", points: 2148, calendar: "xnys", last: 55_574.51294000004),
    ]

    @Test(.enabled(if: RealRuns.areThere, "\(RealRuns.advice)"), arguments: cases)
    func `real files read`(item: Case) throws {
        let run = try RunReader.read(RealRuns.folder + "/" + item.file)
        #expect(run.equity.count == item.points)
        #expect(run.calendar.name == item.calendar)
        if !item.last.isNaN { #expect(abs((run.equity.values.last ?? 0) / item.last - 1) < 1e-12) }
    }

    /// Whatever a real file holds, it is a run or an error with words; never a crash, never silence.
    @Test(.enabled(if: RealRuns.areThere, "\(RealRuns.advice)"))
    func `every real file gives a run or a reason`() throws {
        let names = try FileManager.default.subpathsOfDirectory(atPath: RealRuns.folder)
        for name in names {
            do throws(RunError) {
                for reference in try RunReader.list(RealRuns.folder + "/" + name) {
                    let run = try RunReader.read(reference)
                    #expect(run.problems() == [] && run.identity.id == reference.id, "\(reference.name)")
                }
            } catch {
                #expect(!error.message.isEmpty && error.findings.contains { $0.severity == .error })
            }
        }
        #expect(names.count > 50)
    }
}
