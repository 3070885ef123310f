import Foundation
import TestSupport
import Testing

/// Several runs behind one path, as a user meets them.
@Suite struct SeveralRunsTests {
    private let sweep = "SampleRuns/vectorbt-sweep"

    @Test func `report takes all runs of a path, and one by its key`() throws {
        let folder = try TemporaryFolder()
        let all = try Tearsheet.run(["report", sweep, "-o", folder.url("all").path, "--format", "json", "-j", "2"])
        #expect(all.code == 0 && all.errors.contains("tearsheet: 3 written, 0 failed, "), "\(all.errors)")
        #expect(folder.names(in: "all") == ["goog-ma-13-34.json", "goog-ma-21-55.json", "goog-ma-8-34.json"])
        let one = try Tearsheet.run(
            ["report", sweep + "#(8, 34)", "-o", folder.url("one.json").path, "--format", "json"])
        #expect(one.code == 0 && one.errors.isEmpty, "\(one.errors)")
        #expect(try folder.text("one.json") == folder.text("all/goog-ma-8-34.json"))
    }

    @Test(arguments: [["-o", "one.json"], ["-o", "-", "--format", "json"]])
    func `one file for several runs is refused before anything is rendered`(options: [String]) throws {
        let folder = try TemporaryFolder()
        let path = repositoryRoot.appendingPathComponent(sweep).path
        let result = try Tearsheet.run(["report", path] + options, in: folder.url)
        #expect(result.code == 64 && result.output.isEmpty && folder.names.isEmpty)
        let first = result.errors.split(separator: "\n").first ?? ""
        #expect(
            first == "tearsheet: '\(path)' holds 3 runs; give -o a folder, or name one of them: '\(path)#(8, 34)', "
                + "'\(path)#(13, 34)', '\(path)#(21, 55)'")
    }

    @Test(arguments: [["inspect"], ["validate"], ["figure", "equity", "-o", "x.svg"]])
    func `commands of one run say which keys there are`(command: [String]) throws {
        let folder = try TemporaryFolder()
        let path = repositoryRoot.appendingPathComponent(sweep).path
        let several = try Tearsheet.run(command + [path], in: folder.url)
        #expect(several.code == 1 && folder.names.isEmpty)
        let keys = "'(8, 34)', '(13, 34)', '(21, 55)'"
        #expect(
            (several.output + several.errors).hasSuffix(
                "\(path) holds 3 runs: \(keys); name one of them: '\(path)#(8, 34)'\n"))
        #expect(try Tearsheet.run(command + [path + "#(8, 34)"], in: folder.url).code == 0)
    }

    @Test func `the numbers of one run are the engine's own`() throws {
        let keys = "total_return,max_drawdown,trades.count"
        let result = try Tearsheet.run(
            ["metrics", sweep + "#(21, 55)", "--format", "json", "--only", keys])
        let metrics = try #require(try JSON(text: result.output)["metrics"])
        func value(_ key: String) -> Double { metrics[key]?["value"]?.number ?? .nan }
        let statistics = try String(
            contentsOf: repositoryRoot.appendingPathComponent(sweep + "/goog-ma.stats.csv"), encoding: .utf8
        ).split(separator: "\n").map { $0.split(separator: ",").map(String.init) }
        func engine(_ name: String) throws -> Double {
            let column = try #require(statistics[0].firstIndex(of: name))
            return try #require(Double(statistics[3][column]))
        }
        #expect((value("total_return") * 100 - (try engine("Total Return [%]"))).magnitude < 1e-6)
        #expect((value("max_drawdown") * -100 - (try engine("Max Drawdown [%]"))).magnitude < 1e-6)
        #expect(value("trades.count") == (try engine("Total Closed Trades")))
    }

    @Test func `a result with a key comes from standard input too`() throws {
        let folder = try TemporaryFolder()
        let strategy = """
            {"trades": [], "starting_balance": 10, "backtest_start": "2024-01-01", "backtest_end": "2024-03-01"}
            """
        _ = try folder.write(
            "{\"strategy\": {\"A\": \(strategy), \"B\": \(strategy)}, \"strategy_comparison\": []}", to: "r.json")
        let one = try Tearsheet.script("tearsheet metrics --format json -- '-#B' < r.json", in: folder.url)
        #expect(one.code == 0 && one.output.contains("\"strategy\": \"B\""), "\(one.errors)")
        let several = try Tearsheet.script("tearsheet metrics - < r.json", in: folder.url)
        #expect(several.code == 1 && several.errors.hasSuffix("- holds 2 runs: 'A', 'B'; name one of them: -- '-#A'\n"))
    }

    @Test func `two runs of one id in one path do not take each other's files`() throws {
        let folder = try TemporaryFolder()
        _ = try folder.write(",\"(8, 21)\",\"8,21\"\n2024-01-02,1,1\n2024-01-03,2,3\n", to: "s/p.value.csv")
        _ = try folder.write("Order Id,Column,Timestamp,Size,Price,Fees,Side\n", to: "s/p.orders.csv")
        let result = try Tearsheet.run(["report", "s", "-o", "out", "--format", "json"], in: folder.url)
        #expect(result.code == 1 && folder.names(in: "out") == ["p-8-21.json"])
        #expect(result.errors.contains("the run id 'p-8-21' is already taken by 's#(8, 21)'"), "\(result.errors)")
    }
}
