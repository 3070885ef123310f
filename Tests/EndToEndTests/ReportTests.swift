import Foundation
import TestSupport
import Testing

/// `tearsheet report` on the sample runs, seen from outside.
@Suite struct ReportTests {
    private let run = "SampleRuns/goog-smacross"

    @Test func `every sample run gives HTML, PDF, JSON and CSV`() throws {
        let ids = try RenderedSamples.ids()
        // The sweep holds three.
        #expect(ids.count == singleSampleRuns.count && ids.count >= 8)
        let names = try FileManager.default.contentsOfDirectory(atPath: RenderedSamples.folder().path)
        for id in ids {
            for ending in [
                ".html", ".pdf", ".json", ".tearsheet.metrics.csv", ".tearsheet.drawdowns.csv", ".tearsheet.growth.csv",
            ] {
                #expect(names.contains(id + ending))
            }
        }
    }

    @Test func `the paths of the written files are printed, and nothing else`() throws {
        let folder = try TemporaryFolder()
        let result = try Tearsheet.run(["report", run, "-o", folder.url.path, "--format", "html,json,csv,json"])
        #expect(result.code == 0 && result.errors.isEmpty)
        let printed = result.output.split(separator: "\n").map { URL(fileURLWithPath: String($0)).lastPathComponent }
        #expect(printed.sorted() == folder.names)
        #expect(printed.prefix(2) == ["goog-smacross.html", "goog-smacross.json"])
    }

    @Test func `without a format the files are HTML and PDF in the current folder`() throws {
        let folder = try TemporaryFolder()
        let path = repositoryRoot.appendingPathComponent(run).path
        let result = try Tearsheet.run(["report", path, "--sections", "drawdowns"], in: folder.url)
        #expect(result.output == "./goog-smacross.html\n./goog-smacross.pdf\n")
        #expect(folder.names == ["goog-smacross.html", "goog-smacross.pdf"])
    }

    @Test(arguments: ["html", "pdf", "json"])
    func `the ending of the output names the format`(ending: String) throws {
        let folder = try TemporaryFolder()
        let file = folder.url("any name." + ending).path
        let result = try Tearsheet.run(["report", run, "-o", file, "--template", "summary"])
        #expect(result.output == file + "\n" && result.code == 0)
        let start = try Data(contentsOf: folder.url("any name." + ending)).prefix(5)
        #expect(["<!doc", "%PDF-", "{\n  \""].contains(String(decoding: start, as: UTF8.self)))
    }

    @Test func `the same input gives the same bytes, twice, with one worker and four, from another folder`() throws {
        let inside = repositoryRoot.appendingPathComponent("SampleRuns")
        let relative = sampleRuns.map { String($0.dropFirst("SampleRuns/".count)) }
        let formats = ["--format", "html,pdf,json,csv"]
        let expected = try RenderedSamples.folder()
        let names = try FileManager.default.contentsOfDirectory(atPath: expected.path).sorted()
        for jobs in ["1", "4"] {
            let folder = try TemporaryFolder()
            let result = try Tearsheet.run(
                ["report"] + relative + ["-o", folder.url.path, "-j", jobs] + formats, in: inside)
            #expect(result.code == 0, "\(result.errors)")
            #expect(folder.names == names)
            for name in names {
                let first = try Data(contentsOf: expected.appendingPathComponent(name))
                #expect(try Data(contentsOf: folder.url(name)) == first, "\(name) with \(jobs)")
            }
        }
    }

    @Test func `messages and paths come in the order of the runs whatever the number of workers`() throws {
        let runs = [
            "SampleRuns/crypto-365", "nowhere", run, "SampleRuns/broken/nan-equity", "SampleRuns/eurusd-hourly",
        ]
        let outputs = try ["1", "4"].map { jobs in
            let folder = try TemporaryFolder()
            let result = try Tearsheet.run(
                ["report"] + runs + ["-o", folder.url.path, "--format", "json", "-j", jobs])
            #expect(result.code == 1)
            #expect(result.errors.contains("tearsheet: 3 written, 2 failed, "))
            return result.output.replacingOccurrences(of: folder.url.path, with: "") + timeless(result.errors)
        }
        #expect(outputs[0] == outputs[1])
        #expect(outputs[0].hasPrefix("/crypto-365.json\n/goog-smacross.json\n/eurusd-hourly-sltp.json\ntearsheet: "))
    }

    @Test func `one failed run stops no other, leaves no file, and gives exit code 1`() throws {
        let folder = try TemporaryFolder()
        let result = try Tearsheet.run([
            "report", "no-such-run", "SampleRuns/broken/zero-equity", run, "-o", folder.url.path, "--format",
            "html,json",
        ])
        #expect(result.code == 1)
        #expect(folder.names == ["goog-smacross.html", "goog-smacross.json"])
        let lines = result.errors.split(separator: "\n")
        #expect(lines.count == 3)
        #expect(lines[2].hasPrefix("tearsheet: 1 written, 2 failed, 0 with warnings, "))
        #expect(lines[0].contains("no-such-run: no such file or folder; check the path"))
        #expect(lines[1].hasPrefix("tearsheet: SampleRuns/broken/zero-equity: equity.csv:2 column 'equity'"))
    }

    @Test func `two runs with one id do not overwrite each other`() throws {
        let folder = try TemporaryFolder()
        let result = try Tearsheet.run(["report", run, run, "-o", folder.url.path, "--format", "json"])
        #expect(result.code == 1)
        #expect(folder.names == ["goog-smacross.json"])
        let words = "the run id 'goog-smacross' is already taken by '\(run)'; report them into two folders, "
        #expect(
            timeless(result.errors) == "tearsheet: \(run): \(words)or give one its own id\n"
                + "tearsheet: 1 written, 1 failed, 0 with warnings, … s\n")
    }

    @Test func `many runs with one id are one message, before anything is rendered`() throws {
        let folder = try TemporaryFolder()
        let runs = [String](repeating: run, count: 40)
        let result = try Tearsheet.run(["report"] + runs + ["-o", folder.url.path, "--format", "json"])
        #expect(result.code == 1 && folder.names == ["goog-smacross.json"])
        let lines = result.errors.split(separator: "\n")
        #expect(lines.count == 2 && lines[0].contains("36 more runs"), "\(lines)")
        #expect(lines.last?.hasPrefix("tearsheet: 1 written, 39 failed, 0 with warnings, ") == true)
    }

    /// Messages without the seconds that they took.
    private func timeless(_ errors: String) -> String {
        errors.replacingOccurrences(of: #", [0-9.,]+ s\n"#, with: ", … s\n", options: .regularExpression)
    }

    @Test func `a report replaces an older one`() throws {
        let folder = try TemporaryFolder()
        let file = try folder.write("old", to: "goog.json")
        #expect(try Tearsheet.run(["report", run, "-o", file]).code == 0)
        #expect(try folder.text("goog.json").hasPrefix("{"))
        #expect(folder.names == ["goog.json"])
    }

    @Test func `sections are chosen and ordered, and left out`() throws {
        let folder = try TemporaryFolder()
        let file = folder.url("r.html").path
        _ = try Tearsheet.run(["report", run, "-o", file, "--sections", "drawdowns,returns,drawdowns"])
        let chosen = try folder.text("r.html")
        let drawdowns = try #require(chosen.range(of: "id=\"drawdowns\""))
        let returns = try #require(chosen.range(of: "id=\"returns\""))
        #expect(drawdowns.lowerBound < returns.lowerBound)
        #expect(chosen.components(separatedBy: "id=\"drawdowns\"").count == 2)
        #expect(!chosen.contains("id=\"appendix\"") && chosen.contains("<h1"))
        _ = try Tearsheet.run(["report", run, "-o", file, "--without", "trades,appendix"])
        let rest = try folder.text("r.html")
        #expect(!rest.contains("id=\"trades\"") && !rest.contains("id=\"appendix\""))
        #expect(rest.contains("id=\"returns\""))
    }
}
