import Foundation
import TestSupport
import Testing

/// `tearsheet diff` and `tearsheet metrics` of several runs, seen from outside.
@Suite struct DiffTests {
    private let sweep = "SampleRuns/vectorbt-sweep"
    private var two: [String] { [sweep + "#(8, 34)", sweep + "#(13, 34)"] }

    private func json(_ words: [String]) throws -> JSON {
        let result = try Tearsheet.run(words + ["--format", "json", "--quiet"])
        #expect(result.code == 0, "\(result.errors)")
        return try JSON(text: result.output)
    }

    @Test func `differences are those of the numbers of each run, and the JSON is what its schema says`() throws {
        let document = try json(["diff"] + two)
        let place = repositoryRoot.appendingPathComponent("Documentation/diff.schema.json")
        #expect(try JSONSchema(text: String(contentsOf: place, encoding: .utf8)).problems(in: document) == [])
        let runs = try two.map { try json(["metrics", $0])["metrics"] }
        var compared = 0
        for (key, change) in document["metrics"]?.object ?? [:] {
            guard let one = runs[0]?[key]?["value"]?.number, let other = runs[1]?[key]?["value"]?.number else {
                continue
            }
            #expect(change["first"]?["value"]?.number == one && change["second"]?["value"]?.number == other, "\(key)")
            let difference = change["difference"]?.number ?? .nan
            #expect((difference - (other - one)).magnitude <= 1e-9 * max(1, other.magnitude), "\(key)")
            compared += 1
        }
        #expect(compared > 40 && document["changed_metrics"]?.number == Double(document["metrics"]?.object?.count ?? 0))
        let drawdown = document["metrics"]?["max_drawdown"]
        #expect((drawdown?["difference"]?.number ?? 0 > 0) == (drawdown?["is_better"] == .bool(true)))
    }

    @Test(arguments: ["html", "pdf", "json", "xlsx"])
    func `two reports are compared as they stand`(format: String) throws {
        let folder = try TemporaryFolder()
        for (name, rate) in [("a", "0"), ("b", "0"), ("c", "0.01")] {
            let file = folder.url(name + "." + format).path
            let words = ["report", "SampleRuns/crypto-365", "-o", file, "--rf", rate, "--quiet"]
            #expect(try Tearsheet.run(words).code == 0)
        }
        let paths = ["a", "b", "c"].map { folder.url($0 + "." + format).path }
        let same = try Tearsheet.run(["diff", paths[0], paths[1]])
        #expect(same.code == 0 && same.output.contains("values are the same."), "\(same)")
        let other = try json(["diff", paths[0], paths[2]])
        #expect(other["schema"]?.string == "tearsheet.report_diff/1" && other["differing"]?.number ?? 0 > 3)
        let place = format == "html" ? "sharpe" : format == "xlsx" ? "metrics" : "metrics.sharpe.value"
        let places = (other["changes"]?.array ?? []).compactMap { $0["place"]?.string }
        #expect(places.contains { $0.hasPrefix(place) }, "\(places.prefix(5))")
        #expect(!places.contains { $0.hasPrefix("max_drawdown") || $0.hasPrefix("metrics.max_drawdown.value") })
        let markdown = try Tearsheet.run(["diff", paths[0], paths[2], "--format", "markdown"]).output
        #expect(markdown.hasPrefix("## ") && markdown.contains("| Place | A | B |"))
        let idle = try Tearsheet.run(["diff", paths[0], paths[2], "--rf", "0.3"])
        #expect(idle.code == 0 && idle.errors.contains("--rf changes nothing"), "\(idle.errors)")
    }

    @Test func `reports of two kinds, and a report beside a run, are not compared`() throws {
        let folder = try TemporaryFolder()
        let words = ["report", "SampleRuns/crypto-365", "-o", folder.url.path, "--format", "html,json,pdf", "--quiet"]
        #expect(try Tearsheet.run(words).code == 0)
        let paths = ["html", "json", "pdf"].map { folder.url("crypto-365." + $0).path }
        let kinds = try Tearsheet.run(["diff", paths[0], paths[1]])
        #expect(kinds.code == 1 && kinds.errors.contains("compare two of one kind"), "\(kinds)")
        #expect(try Tearsheet.run(["diff", paths[1], paths[2]]).output.contains("values are the same."))
        let run = try Tearsheet.run(["diff", paths[1], "SampleRuns/crypto-365"])
        #expect(run.code == 64 && run.errors.contains("two runs, or two reports of Tearsheet"), "\(run)")
    }

    @Test func `significance is the comparison's, with its sign turned from A to B`() throws {
        let folder = try TemporaryFolder()
        _ = try Tearsheet.run(["compare"] + two + ["-o", folder.url("c.json").path, "--quiet"])
        let compared = try JSON(text: folder.text("c.json"))["sharpe_difference"]
        #expect(try json(["diff"] + two)["sharpe_difference"] == compared)
        let text = try Tearsheet.run(["diff"] + two).output.replacing("\n", with: " ").replacing("  ", with: " ")
        let change = -(compared?["difference"]?.number ?? .nan)
        #expect(text.contains(String(format: "%+.2f, 95 %%", change)), "\(text)")
        #expect(
            text.contains("not more than chance") == ((compared?["bootstrap"]?["probability"]?.number ?? 0) >= 0.05))
    }

    @Test func `a run beside a copy of itself has not changed`() throws {
        let folder = try TemporaryFolder()
        let source = repositoryRoot.appendingPathComponent("SampleRuns/crypto-365")
        try FileManager.default.copyItem(at: source, to: folder.url("copy"))
        let words = ["diff", source.path, folder.url("copy").path]
        let document = try json(words)
        for name in ["settings", "parameters", "inputs"] { #expect(document[name]?.array == [], "\(name)") }
        #expect(document["changed_metrics"]?.number == 0 && document["same_inputs"]?.number ?? 0 > 0)
        let text = try Tearsheet.run(words + ["--quiet"]).output
        #expect(text.contains("byte for byte") && text.contains("the same") && text.contains("cannot be said"))
        #expect(try Tearsheet.run(words + ["--format", "markdown", "--quiet"]).output.contains("metrics are the same"))
    }

    @Test func `parameters, files and settings that differ are named`() throws {
        let folder = try TemporaryFolder()
        for (index, name) in ["a", "b"].enumerated() {
            _ = try folder.write(returnsTable(shift: index), to: "\(name)/returns.csv")
            let parameters: [String: Any] =
                index == 0 ? ["fast": 10, "slow": 50, "api_key": "x1"] : ["fast": 12, "stop": 0.1]
            let description: [String: Any] = [
                "id": name, "strategy": "S|x", "version": "\(index + 1)", "parameters": parameters,
            ]
            let data = try JSONSerialization.data(withJSONObject: description)
            _ = try folder.write(String(decoding: data, as: UTF8.self), to: "\(name)/run.json")
        }
        let words = ["diff", folder.url("a").path, folder.url("b").path, "--quiet"]
        let document = try json(words)
        func names(_ list: String) -> [String] {
            document[list]?.array?.compactMap { $0["name"]?.string }.sorted() ?? []
        }
        #expect(names("parameters") == ["api_key", "fast", "slow", "stop"] && names("settings").contains("version"))
        #expect(document["inputs"]?.array?.count == 2)
        let text = try Tearsheet.run(words).output
        #expect(text.contains("fast") && text.contains("10") && !text.contains("x1"))
        #expect(text.utf8.allSatisfy { $0 < 0x7F } && text.split(separator: "\n").allSatisfy { $0.count <= 80 })
        let markdown = try Tearsheet.run(words + ["--format", "markdown"]).output
        // A bar in a name ends no cell: all rows of a table have as many cells as its head.
        #expect(markdown.hasPrefix("## S\\|x") && markdown.contains("| fast | 10 | 12 |"))
    }

    @Test func `runs without common time are compared over their own`() throws {
        let words = ["diff", "SampleRuns/goog-smacross", "SampleRuns/eurusd-hourly"]
        let document = try json(words)
        #expect(document["span"] == .null && document["sharpe_difference"]?["reason_code"]?.string == "no_common_time")
        let text = try Tearsheet.run(words + ["--quiet"]).output
        #expect(text.contains("they have none in common") && text.contains("Total return"))
        let several = try Tearsheet.run(["diff", sweep, "SampleRuns/goog-smacross"])
        #expect(several.code == 64 && several.errors.contains("PATH#KEY"), "\(several.errors)")
        let missing = try Tearsheet.run(["diff", "SampleRuns/nothing", "SampleRuns/goog-smacross"])
        #expect(missing.code == 1 && missing.output.isEmpty)
    }

    @Test func `metrics of several runs stand side by side, each as it is alone`() throws {
        let words = ["metrics", sweep, "SampleRuns/goog-smacross"]
        let list = try json(words)
        let runs = list["runs"]?.array ?? []
        #expect(runs.count == 4 && list["schema"]?.string == "tearsheet.metrics-list/1")
        #expect(try runs.last == json(["metrics", "SampleRuns/goog-smacross"]))
        #expect(try runs.first == json(["metrics", two[0]]))
        let csv = try Tearsheet.run(words + ["--format", "csv", "--quiet", "--only", "sharpe,cagr"]).output
        let rows = csv.split(separator: "\n").map { $0.split(separator: ",", omittingEmptySubsequences: false) }
        #expect(rows.count == 3 && rows.allSatisfy { $0.count == 7 } && rows[0].last == "goog-smacross")
        for row in rows.dropFirst() {
            let values = runs.map { $0["metrics"]?[String(row[0])]?["value"]?.number }
            #expect(row.dropFirst(3).map { Double($0) } == values, "\(row[0])")
        }
        let table = try Tearsheet.run(["metrics"] + two + ["--quiet"]).output
        let head = table.split(separator: "\n").first ?? ""
        #expect(head.contains("(8, 34)") || head.contains("8-34") || head.contains("8"), "\(head)")
        let widths = table.split(separator: "\n").filter { $0.hasPrefix("  ") }.map(\.count)
        #expect(Set(widths).count == 1)
    }
}
