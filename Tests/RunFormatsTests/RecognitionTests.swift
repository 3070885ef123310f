import Foundation
import RunModel
import TestSupport
import Testing

@testable import RunFormats

/// What lies behind a path: how many runs, what they are called, and how often files are opened to find out.
struct RecognitionTests {
    private static let sweep = repositoryRoot.appendingPathComponent("SampleRuns/vectorbt-sweep").path

    @Test func `a sweep is a run for each column, with ids and keys from the header`() throws {
        let references = try RunReader.list(Self.sweep)
        #expect(references.map(\.key) == ["(8, 34)", "(13, 34)", "(21, 55)"])
        #expect(references.map(\.id) == ["goog-ma-8-34", "goog-ma-13-34", "goog-ma-21-55"])
        #expect(references.allSatisfy { $0.format == "vectorbt" && $0.inputs.count == 3 })
        for reference in references { #expect(try RunReader.read(reference).identity.id == reference.id) }
    }

    @Test func `a key behind the path takes one run, from the folder and from the file`() throws {
        let one = try RunReader.list(Self.sweep + "#(13, 34)")
        #expect(one.map(\.id) == ["goog-ma-13-34"])
        let folder = try RunReader.inspect(Self.sweep + "#(13, 34)")
        #expect(try RunReader.inspect(Self.sweep + "/goog-ma.value.csv#(13, 34)") == folder)
        #expect(try RunReader.inspect(Self.sweep + "/goog-ma.trades.csv#(13, 34)") == folder)
    }

    @Test func `a path of several runs is no run, and says how each is named`() throws {
        let message = message(Self.sweep)
        let keys = "'(8, 34)', '(13, 34)', '(21, 55)'"
        #expect(message == "\(Self.sweep) holds 3 runs: \(keys); name one of them: '\(Self.sweep)#(8, 34)'")
        let unknown = self.message(Self.sweep + "#(8, 35)")
        #expect(unknown.hasSuffix("no run '(8, 35)' among \(keys); did you mean '\(Self.sweep)#(8, 34)'?"))
    }

    @Test func `a key for a path of one run without keys is an error`() throws {
        let run = try TemporaryRun(["equity.csv": dailyEquity(5)])
        #expect(message(run.path + "#x").hasSuffix("no key 'x'; name it without '#'"))
        #expect(try RunReader.list(run.path).map(\.key) == [nil])
    }

    private func message(_ path: String) -> String {
        do throws(RunError) {
            _ = try RunReader.read(path)
            return "no error"
        } catch { return error.message }
    }

    @Test func `a folder with several results of backtesting.py holds a run for each`() throws {
        let equity = ",Equity,DrawdownPct,DrawdownDuration\n2024-01-02,100,0,\n2024-01-03,101,0,\n"
        let run = try TemporaryRun(["one.equity.csv": equity, "two.equity.csv": equity])
        #expect(try RunReader.list(run.path).map(\.key) == ["one", "two"])
        #expect(try RunReader.read(run.path + "#two").identity.id == "two")
    }

    @Test func `a file whose name has a number sign is a path`() throws {
        let run = try TemporaryRun(["a#b.csv": dailyEquity(5), "a": "x\n"])
        #expect(RunAddress(run.path + "/a#b.csv") == RunAddress(path: run.path + "/a#b.csv"))
        #expect(RunAddress(run.path + "/a#b.csv#k") == RunAddress(path: run.path + "/a#b.csv", key: "k"))
        #expect(RunAddress(run.path + "/a#c") == RunAddress(path: run.path + "/a", key: "c"))
        #expect(RunAddress("-#k") == RunAddress(path: "-", key: "k"))
        #expect(RunAddress("nowhere#k").key == nil)
        #expect(try RunReader.read(run.path + "/a#b.csv").identity.id == "a#b")
    }

    @Test(arguments: [("x.csv", 300), ("x.equity.csv", 40), ("x.trades.csv", 3)])
    func `all readers together open each file once`(name: String, count: Int) throws {
        let run = try TemporaryRun()
        for index in 0..<count { try run.write("\(index)\(name)", Array("date,close\n2024-01-02,1\n".utf8)) }
        let source = try RunSource(run.path, options: RunOptions(), log: ReadingLog())
        let folder = FolderGlance(source)
        for reader in FormatCatalog.all { #expect(try reader.recognise(folder) == nil) }
        // Beyond what is kept, a table is opened by each of the readers that ask for its header.
        #expect(folder.openings <= count + max(0, count - 256) * FormatCatalog.all.count)
    }

    @Test func `runs of two results in one folder are told apart by both names`() throws {
        let trades =
            "Exit Trade Id,Column,Size,Entry Timestamp,Avg Entry Price,Entry Fees,Exit Timestamp,Avg Exit Price,Exit Fees,"
            + "PnL,Return,Direction,Status,Position Id\n"
        let value = ",10,20\n2024-01-02,100,100\n2024-01-03,101,99\n"
        let files = ["a.value.csv": value, "a.trades.csv": trades, "b.value.csv": value, "b.trades.csv": trades]
        let run = try TemporaryRun(files)
        #expect(try RunReader.list(run.path).map(\.key) == ["a:10", "a:20", "b:10", "b:20"])
        #expect(try RunReader.read(run.path + "#b:20").equity.values == [100, 99])
        #expect(try RunReader.read(run.path + "/b.value.csv#20").identity.id == "b-20")
    }
}
