import Foundation
import TestSupport
import Testing

/// `tearsheet batch` as a user runs it.
@Suite struct BatchCommandTests {
    private func batch(_ words: [String], in folder: TemporaryFolder) throws -> Tearsheet.Result {
        try Tearsheet.run(["batch"] + words + ["-o", "out", "--format", "json"], in: folder.url)
    }

    private func summary(_ folder: TemporaryFolder) throws -> JSON { try JSON(text: folder.text("out/summary.json")) }

    private func keys(_ folder: TemporaryFolder) throws -> [String] {
        try summary(folder)["runs"]?.array?.compactMap { $0["key"]?.string } ?? []
    }

    /// The summary's table without quotes, by key and column.
    private func cells(_ folder: TemporaryFolder) throws -> [String: [String: String]] {
        let rows = try folder.text("out/summary.csv").split(separator: "\n").map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
        return Dictionary(
            rows.dropFirst().map { ($0[0], Dictionary(zip(rows[0], $0), uniquingKeysWith: { one, _ in one })) },
            uniquingKeysWith: { one, _ in one })
    }

    // MARK: Finding runs

    @Test func `all samples are found, each once, and come out as report makes them`() throws {
        let folder = try TemporaryFolder()
        let samples = repositoryRoot.appendingPathComponent("SampleRuns").path
        let result = try Tearsheet.run(
            ["batch", samples, "-o", folder.url("out").path, "--format", "json", "--exclude", "broken", "-j", "2"])
        #expect(result.code == 0, "\(result.errors)")
        let summary = try summary(folder)
        let files = summary["runs"]?.array?.flatMap { $0["files"]?.array?.compactMap(\.string) ?? [] } ?? []
        let rendered = try RenderedSamples.ids()
        #expect(
            files.map { ($0 as NSString).lastPathComponent.replacingOccurrences(of: ".json", with: "") }.sorted()
                == rendered)
        for file in files {
            let alone = try RenderedSamples.text((file as NSString).lastPathComponent)
            #expect(try folder.text("out/" + file) == alone, "\(file)")
        }
    }

    @Test func `reports lie below the output as runs do below the source`() throws {
        let folder = try TemporaryFolder()
        _ = try folder.writeRuns("in/a.csv", "in/x/b.csv", "in/x/y/c.csv", "in/.hidden/d.csv", "in/x/e.tmp.csv")
        _ = try folder.write(returnsTable(), to: "in/run/returns.csv")
        _ = try folder.write("when,open,high,low,close\n2020-01-02,1,2,1,2\n", to: "in/prices.csv")
        _ = try folder.write("read me", to: "in/README.md")
        let result = try batch(["in", "--exclude", "*.tmp.csv"], in: folder)
        #expect(result.code == 0 && result.output == "out/summary.html\n", "\(result.errors)")
        #expect(try keys(folder) == ["a", "run", "x/b", "x/y/c"])
        #expect(folder.names(in: "out/x/y") == ["c.json"])
        #expect(try summary(folder)["passed_over"]?.array == [.string("in/prices.csv")])
    }

    @Test(arguments: [["in/**/*.csv"], ["in/x"], ["-"], ["@list"], ["in/x/b.csv", "in/x/../x/b.csv", "in/x/y"]])
    func `patterns, folders, files and lists lead to the same runs`(words: [String]) throws {
        let folder = try TemporaryFolder()
        _ = try folder.writeRuns("in/x/b.csv", "in/x/y/c.csv")
        _ = try folder.write("# a list\nin/x/b.csv\n\nin/x/y/c.csv\r\n", to: "list")
        let result = try Tearsheet.script(
            "tearsheet batch \(words.map { "'\($0)'" }.joined(separator: " ")) -o out --format json < list",
            in: folder.url)
        #expect(result.code == 0, "\(result.errors)")
        #expect(try keys(folder).map { ($0 as NSString).lastPathComponent } == ["b", "c"])
    }

    @Test func `links that lead in a circle, and an output within the source, do no harm`() throws {
        let folder = try TemporaryFolder()
        _ = try folder.writeRuns("in/a.csv")
        try FileManager.default.createSymbolicLink(at: folder.url("in/loop"), withDestinationURL: folder.url("in"))
        for words in ["1 written, 0 failed", "0 written, 0 failed, 0 with warnings, 1 kept"] {
            let result = try Tearsheet.run(["batch", "in", "-o", "in/out", "--format", "json,csv"], in: folder.url)
            #expect(result.code == 0 && result.errors.contains(words), "\(result.errors)")
        }
    }

    // MARK: Failures

    @Test func `a bad run stops no other, and failures stand by their kind`() throws {
        let folder = try TemporaryFolder()
        _ = try folder.writeRuns("in/a.csv", "in/c.csv")
        _ = try folder.write("date,returns\n2020-01-01,x\n2020-01-02,0.1\n", to: "in/b.csv")
        _ = try folder.write("{", to: "in/d/run.json")
        let result = try batch(["in", "in/none.csv"], in: folder)
        #expect(result.code == 1 && result.errors.contains("2 written, 3 failed"), "\(result.errors)")
        let summary = try summary(folder)
        let kinds = summary["failures"]?.array?.compactMap { $0["kind"]?.string } ?? []
        #expect(Set(kinds).count == 3, "\(kinds)")
        let page = try folder.text("out/summary.html")
        #expect(page.contains("href=\"a.json\"") && page.contains("in/none.csv"))
        let rows = try folder.text("out/summary.csv").split(separator: "\n")
        #expect(try cells(folder)["a"]?["status"] == "reported" && cells(folder)["a"]?["gates"] == "")
        #expect(
            rows.count == 6 && rows[0].contains(",warnings,gates,failure,total_return,")
                && rows.count { $0.contains(",failed,") } == 3)
    }

    @Test func `nothing found, no output, and an output that is a file are told in a line`() throws {
        let folder = try TemporaryFolder()
        _ = try folder.write("read me", to: "in/README.md")
        _ = try folder.writeRuns("a.csv")
        let none = try batch(["in"], in: folder)
        #expect(none.code == 1 && none.errors.hasPrefix("tearsheet: no run found in 'in'"), "\(none.errors)")
        #expect(try Tearsheet.run(["batch", "in"], in: folder.url).code == 64)
        let file = try Tearsheet.run(["batch", "a.csv", "-o", "a.csv"], in: folder.url)
        #expect(file.code == 64 && file.errors.contains("must be a folder"))
    }

    @Test func `two runs of one name, and one named as the summary, are refused and told`() throws {
        let folder = try TemporaryFolder()
        _ = try folder.writeRuns("in/a.csv", "in/summary.csv")
        _ = try folder.write(returnsTable(shift: 4), to: "in/r/returns.csv")
        _ = try folder.write("{\"id\": \"a\"}", to: "in/r/run.json")
        let result = try batch(["in"], in: folder)
        #expect(result.code == 1 && result.errors.contains("the run id 'a' is already taken by 'in/a.csv'"))
        #expect(result.errors.contains("the run id 'summary' is the name of the batch's own files"), "\(result.errors)")
    }

    // MARK: The next batch

    @Test func `what is different since the last batch is told`() throws {
        let folder = try TemporaryFolder()
        _ = try folder.writeRuns("in/a.csv", "in/b.csv", "in/c.csv")
        #expect(try batch(["in"], in: folder).code == 0)
        _ = try folder.write(returnsTable(shift: 9), to: "in/b.csv")
        _ = try folder.write(returnsTable(shift: 5), to: "in/d.csv")
        try FileManager.default.removeItem(at: folder.url("in/c.csv"))
        #expect(try batch(["in"], in: folder).code == 0)
        let summary = try summary(folder)
        #expect(summary["batch"] == .number(2) && summary["gone"]?.array == [.string("c")])
        let changes = summary["runs"]?.array?.compactMap { $0["change"]?.string }
        #expect(changes == ["unchanged", "changed", "new"])
        let changed = summary["runs"]?.array?[1]["changed_metrics"]?["total_return"]?.array
        #expect(changed?.count == 2 && changed?[0] != changed?[1])
        #expect(try folder.text("out/summary.html").contains("Since the last batch"))
    }

    @Test func `the same bytes for any number of workers`() throws {
        let folder = try TemporaryFolder()
        for index in 0..<12 { _ = try folder.write(returnsTable(shift: index), to: "in/r\(index).csv") }
        for jobs in ["1", "4"] {
            let result = try Tearsheet.run(
                ["batch", "in", "-o", "out\(jobs)", "--format", "html,json", "-j", jobs], in: folder.url)
            #expect(result.code == 0)
        }
        let result = try Tearsheet.script("diff -r -x audit out1 out4", in: folder.url)
        #expect(result.code == 0, "\(result.output)")
    }

    // MARK: Signals

    @Test(arguments: ["TERM", "INT"])
    func `a signal lets running reports finish and begins no other`(signal: String) throws {
        let folder = try TemporaryFolder()
        for index in 0..<60 { _ = try folder.write(returnsTable(shift: index), to: "in/r\(100 + index).csv") }
        let script = """
            set +e
            env --default-signal tearsheet batch in -o out --format html,pdf -j 2 2>errors & p=$!
            for i in $(seq 200); do [ "$(ls out 2>/dev/null | wc -l)" -ge 4 ] && break; sleep 0.05; done
            kill -\(signal) $p $(pgrep -P $p); wait $p; echo "code $?"
            LC_ALL=C ls -A out | grep -v '\\.html$' | grep -v '\\.pdf$' | tr '\\n' ' '; echo
            [ "$(ls out/*.html | wc -l)" = "$(ls out/*.pdf | wc -l)" ] && echo pairs
            cat errors
            """
        let result = try Tearsheet.script(script, in: folder.url)
        let code = signal == "TERM" ? 143 : 130
        #expect(
            result.output.hasPrefix("code \(code)\n.tearsheet-batch.lock .tearsheet-batch.running audit \npairs\n"),
            "\(result.output)")
        #expect(result.output.contains(" of 60 runs; the same command goes on from there"), "\(result.output)")
    }
}
