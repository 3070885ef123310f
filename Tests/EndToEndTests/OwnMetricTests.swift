import Foundation
import TestSupport
import Testing

/// Metrics of a user's own, wherever the shipped ones stand.
@Suite struct OwnMetricCommandTests {
    private let goog = "SampleRuns/goog-smacross"

    @Test func `they are in the table, JSON and CSV of metrics`() throws {
        let options = ["--metric", "twice [ratio, 3] = 2 * sharpe", "--only", "sharpe,twice"]
        let json = try JSON(text: Tearsheet.run(["metrics", goog, "--format", "json"] + options).output)
        let sharpe = try #require(json["metrics"]?["sharpe"]?["value"]?.number)
        let twice = try #require(json["metrics"]?["twice"])
        #expect(abs(try #require(twice["value"]?.number) - 2 * sharpe) < 1e-10)
        #expect(twice["group"] == .string("own") && twice["unit"] == .string("ratio"))
        #expect(try Tearsheet.run(["metrics", goog] + options).output.contains("Own metrics\n  Twice"))
        #expect(try Tearsheet.run(["metrics", goog, "--format", "csv"] + options).output.contains("\ntwice,"))
    }

    @Test func `a file, a config file and the command line give the same`() throws {
        let folder = try TemporaryFolder()
        _ = try folder.write("[twice]\nexpression = \"2 * sharpe\"\nplaces = 3\n", to: "own.toml")
        _ = try folder.write("metrics-file = \"own.toml\"\n[metric]\nthrice = \"3 * sharpe\"\n", to: "job.toml")
        _ = try folder.write("metric = [\"twice = min(sharpe, 9) * 2\", \"thrice = 3 * sharpe\"]\n", to: "list.toml")
        let options = ["metrics", goog, "--only", "twice,thrice", "--format", "json"]
        let line = ["--metric", "twice [3] = 2 * sharpe", "--metric", "thrice = 3 * sharpe"]
        let all = try [line, ["--config", folder.url("job.toml").path], ["--config", folder.url("list.toml").path]].map
        {
            try JSON(text: Tearsheet.run(options + $0).output)["metrics"]
        }
        #expect(all[0]?["twice"]?["value"] != nil)
        for other in all.dropFirst() {
            #expect(other?["twice"]?["value"] == all[0]?["twice"]?["value"])
            #expect(other?["thrice"]?["value"] == all[0]?["thrice"]?["value"])
        }
    }

    @Test func `tiles, tables, gates and batch columns know them`() throws {
        let folder = try TemporaryFolder()
        _ = try folder.write(
            "{% extends \"summary\" %}{% block headline %}<tiles metrics=\"twice\"/>{% endblock %}", to: "t.report")
        let run = repositoryRoot.appendingPathComponent(goog).path
        let own = ["--metric", "twice = 2 * sharpe"]
        let report = try Tearsheet.run(
            ["report", run, "-o", "r.html", "--template", "t.report", "--require", "twice > 100"] + own, in: folder.url)
        #expect(report.code == 2 && report.errors.contains("twice > 100 is not met: twice is 1."), "\(report.errors)")
        #expect(try folder.text("r.html").contains("Twice"))
        let batch = try Tearsheet.run(["batch", run, "-o", "out", "--format", "json"] + own, in: folder.url)
        #expect(batch.code == 0, "\(batch.errors)")
        #expect(try folder.text("out/summary.json").contains("\"twice\":"))
        let compared = try Tearsheet.run(
            ["compare", repositoryRoot.appendingPathComponent("SampleRuns/goog-two-strategies").path, "-o", "c.html"]
                + own,
            in: folder.url)
        #expect(compared.code == 0, "\(compared.errors)")
        #expect(try folder.text("c.html").contains("Twice"))
    }

    @Test func `mistakes are usage errors that name file and key`() throws {
        let folder = try TemporaryFolder()
        func errors(_ text: String) throws -> String {
            let file = try folder.write(text, to: "own.toml")
            let result = try Tearsheet.run(["explain", "sharpe", "--metrics-file", file])
            #expect(result.code == 64)
            return result.errors
        }
        #expect(try errors("[a]\nexpresion = \"sharpe\"\n").contains("own.toml: a: 'expression' is missing"))
        #expect(
            try errors("[a]\nexpression = \"sharpe\"\nunt = \"ratio\"\n").contains(
                "'unt' is not known; did you mean 'unit'?"))
        #expect(
            try errors("[a]\nexpression = \"sharpe\"\nplaces = \"x\"\n").contains("'places' must be a whole number"))
        #expect(try errors("[a]\nexpression = \"sharpe\"\ngroup = \"ratio\"\n").contains("did you mean 'ratios'?"))
        #expect(try errors("a = 3\n").contains("must be an expression in quotes"))
        #expect(try errors("a = \"a\"\n").contains("own.toml: a: column 1: the metric needs itself: a → a\n  a\n  ^"))
        #expect(
            try Tearsheet.run(["metrics", goog, "--only", "twice"]).errors.contains(
                "unknown value 'twice' for '--only'"))
    }
}
