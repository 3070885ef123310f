import Foundation
import TestSupport
import Testing

/// `tearsheet report` on the sample runs, seen from outside.
@Suite struct ReportTests {
    @Test(arguments: sampleRuns)
    func `every sample run gives HTML, PDF, JSON and CSV`(run: String) throws {
        let folder = try TemporaryFolder()
        let result = try Tearsheet.run(["report", run, "-o", folder.url.path, "--format", "html,pdf,json,csv"])
        #expect(result.code == 0, "\(result.errors)")
        let written = result.output.split(separator: "\n").map { URL(fileURLWithPath: String($0)).lastPathComponent }
        #expect(written.sorted() == folder.names)
        for ending in [".html", ".pdf", ".json", ".metrics.csv"] {
            #expect(folder.names.contains { $0.hasSuffix(ending) })
        }
    }

    @Test(arguments: sampleRuns)
    func `the summary is one page`(run: String) throws {
        for paper in ["a4", "letter"] {
            let folder = try TemporaryFolder()
            let file = folder.url("summary.pdf").path
            let result = try Tearsheet.run(["report", run, "--template", "summary", "--paper", paper, "-o", file])
            #expect(result.code == 0, "\(result.errors)")
            let info = try Tearsheet.tool("pdfinfo", [file]).output
            #expect(info.contains("Pages:           1\n"), "\(run) on \(paper)")
        }
    }

    @Test func `the same input gives the same bytes, twice, with one worker and four, from another folder`() throws {
        let folders = try (0..<4).map { _ in try TemporaryFolder() }
        let runs = sampleRuns.map { repositoryRoot.appendingPathComponent($0).path }
        let formats = ["--format", "html,pdf,json,csv"]
        for (folder, jobs) in zip(folders.prefix(3), ["1", "1", "4"]) {
            let result = try Tearsheet.run(["report"] + runs + ["-o", folder.url.path, "-j", jobs] + formats)
            #expect(result.code == 0, "\(result.errors)")
        }
        let relative = sampleRuns.map { String($0.dropFirst("SampleRuns/".count)) }
        let inside = repositoryRoot.appendingPathComponent("SampleRuns")
        _ = try Tearsheet.run(["report"] + relative + ["-o", folders[3].url.path, "-j", "2"] + formats, in: inside)
        for name in folders[0].names {
            let first = try Data(contentsOf: folders[0].url(name))
            for other in folders.dropFirst() {
                #expect(try Data(contentsOf: other.url(name)) == first, "\(name) differs")
            }
        }
        #expect(folders[0].names.count >= 4 * sampleRuns.count)
    }

    @Test func `one failed run stops no other, leaves no file, and gives exit code 1`() throws {
        let folder = try TemporaryFolder()
        let result = try Tearsheet.run(
            ["report", "no-such-run", "SampleRuns/goog-smacross", "-o", folder.url.path, "--format", "json"])
        #expect(result.code == 1)
        #expect(folder.names.count == 1)
        #expect(result.errors.contains("no-such-run"))
    }

    @Test func `two runs with one id do not overwrite each other`() throws {
        let folder = try TemporaryFolder()
        let run = "SampleRuns/goog-smacross"
        let result = try Tearsheet.run(["report", run, run, "-o", folder.url.path, "--format", "json"])
        #expect(result.code == 1)
        #expect(result.errors.contains("is already taken by '\(run)'"))
    }

    @Test func `HTML, PDF and JSON show the same Sharpe ratio`() throws {
        let folder = try TemporaryFolder()
        let run = "SampleRuns/goog-smacross"
        _ = try Tearsheet.run(["report", run, "-o", folder.url.path, "--format", "html,pdf,json"])
        let names = folder.names
        let json = try #require(names.first { $0.hasSuffix(".json") })
        let object = try JSONSerialization.jsonObject(with: try Data(contentsOf: folder.url(json))) as? [String: Any]
        let metrics = try #require(object?["metrics"] as? [String: [String: Any]])
        let sharpe = try #require(metrics["sharpe"]?["value"] as? Double)
        let shown = String(format: "%.2f", sharpe)
        let html = try String(
            contentsOf: folder.url(json.replacingOccurrences(of: ".json", with: ".html")), encoding: .utf8)
        #expect(html.contains(">\(shown)<"))
        let pdf = folder.url(json.replacingOccurrences(of: ".json", with: ".pdf")).path
        #expect(try Tearsheet.tool("pdftotext", ["-layout", pdf, "-"]).output.contains(shown))
    }

    @Test func `sections are chosen and ordered, and left out`() throws {
        let folder = try TemporaryFolder()
        let file = folder.url("r.html").path
        let run = "SampleRuns/goog-smacross"
        _ = try Tearsheet.run(["report", run, "-o", file, "--sections", "drawdowns,returns"])
        let chosen = try String(contentsOfFile: file, encoding: .utf8)
        let drawdowns = try #require(chosen.range(of: "id=\"drawdowns\""))
        let returns = try #require(chosen.range(of: "id=\"returns\""))
        #expect(drawdowns.lowerBound < returns.lowerBound)
        #expect(!chosen.contains("id=\"appendix\""))
        _ = try Tearsheet.run(["report", run, "-o", file, "--without", "trades,appendix"])
        let rest = try String(contentsOfFile: file, encoding: .utf8)
        #expect(!rest.contains("id=\"trades\""))
        #expect(rest.contains("id=\"returns\""))
    }

    @Test func `an own template extends ours by name`() throws {
        let folder = try TemporaryFolder()
        let template = try folder.write(
            "{% extends \"full\" %}{% block returns %}<section title=\"Mine\"><p>Sharpe {{ metrics.sharpe|number(1) }}</p></section>{% endblock %}",
            to: "mine.report")
        let file = folder.url("r.html").path
        let result = try Tearsheet.run(["report", "SampleRuns/goog-smacross", "--template", template, "-o", file])
        #expect(result.code == 0, "\(result.errors)")
        let html = try String(contentsOfFile: file, encoding: .utf8)
        #expect(html.contains("Mine"))
        #expect(html.contains("id=\"drawdowns\""))
    }
}
