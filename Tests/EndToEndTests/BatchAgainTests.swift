import Foundation
import TestSupport
import Testing

/// A batch that is given again renders what must be and nothing else, and says why.
@Suite struct BatchAgainTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        _ = try folder.writeRuns("in/a.csv", "in/b.csv", "in/x/c.csv")
        let first = try batch()
        #expect(first.code == 0 && first.errors.contains("3 written, 0 failed"), "\(first.errors)")
    }

    private func batch(_ words: String...) throws -> Tearsheet.Result {
        try Tearsheet.run(["batch", "in", "-o", "out", "--format", "json"] + words, in: folder.url)
    }

    /// What would be rendered, as `key: why`.
    private func intents(_ words: String...) throws -> [String] {
        let result = try Tearsheet.run(
            ["batch", "in", "-o", "out", "--format", "json", "--dry-run"] + words, in: folder.url)
        #expect(result.code == 0)
        return result.output.split(separator: "\n").filter { $0.hasPrefix("render ") }.map { String($0.dropFirst(7)) }
    }

    private func inode(_ name: String) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: folder.url(name).path)[.systemFileNumber] as? Int
    }

    @Test func `nothing changed, nothing is rendered, whatever the times of the files`() throws {
        let before = try inode("out/a.json")
        try FileManager.default.setAttributes([.modificationDate: Date()], ofItemAtPath: folder.url("in/a.csv").path)
        #expect(try intents().isEmpty)
        let again = try batch()
        #expect(again.errors.contains("0 written, 0 failed, 0 with warnings, 3 kept"), "\(again.errors)")
        #expect(try inode("out/a.json") == before)
        let third = try folder.text("out/summary.csv")
        #expect(try batch().code == 0 && folder.text("out/summary.csv") == third)
    }

    @Test func `contents decide, also where size and time are the same`() throws {
        let path = folder.url("in/b.csv").path
        let old = try FileManager.default.attributesOfItem(atPath: path)
        let text = try folder.text("in/b.csv").replacingOccurrences(of: "0.01", with: "0.02")
        _ = try folder.write(text, to: "in/b.csv")
        try FileManager.default.setAttributes([.modificationDate: old[.modificationDate] ?? Date()], ofItemAtPath: path)
        #expect(try intents() == ["b: other inputs: b.csv"])
        #expect(try batch().errors.contains("1 written, 0 failed, 0 with warnings, 2 kept"))
        let alone = try Tearsheet.run(["report", "in/b.csv", "-o", "alone.json", "--format", "json"], in: folder.url)
        #expect(try alone.code == 0 && folder.text("alone.json") == folder.text("out/b.json"))
    }

    @Test func `options are named by which they are, and a file that one names counts with what it holds`() throws {
        #expect(try intents("--rf", "0.01").first == "a: other options: --rf")
        #expect(try intents("-j", "1", "--quiet", "--name", "Nightly").isEmpty)
        _ = try folder.write("date,returns\n2020-01-01,0.01\n2020-01-28,0.02\n", to: "bench.csv")
        #expect(try batch("--benchmark", "bench.csv").code == 0)
        #expect(try intents("--benchmark", "bench.csv").isEmpty)
        _ = try folder.write("date,returns\n2020-01-01,0.01\n2020-01-28,0.03\n", to: "bench.csv")
        #expect(
            try intents("--benchmark", "bench.csv") == ["a", "b", "x/c"].map { $0 + ": other options: --benchmark" })
    }

    @Test func `a style sheet and a picture beside a template are of the template`() throws {
        let folder = try TemporaryFolder()
        _ = try folder.writeRuns("in/a.csv")
        _ = try folder.write(
            "{% extends 'summary' %}{% block details %}<img src=\"part.svg\" alt=\"part\"/>{% endblock %}",
            to: "own.report"
        )
        _ = try folder.write("<svg viewBox='0 0 9 9'><path d='M0 0h9v9z'/></svg>", to: "part.svg")
        func again() throws -> String {
            let words = ["batch", "in", "-o", "out", "--format", "html", "--template", "own.report"]
            return try Tearsheet.run(words, in: folder.url).errors
        }
        #expect(try again().contains("1 written, 0 failed"))
        _ = try folder.write("x,y\n1,2\n", to: "not-named.csv")
        #expect(try again().contains("1 kept"))
        for (name, text) in [
            ("style.css", "p{color:red}"), ("style.css", "p{color:blue}"),
            ("part.svg", "<svg viewBox='0 0 9 9'><path d='M0 0h8v9z'/></svg>"),
        ] {
            _ = try folder.write(text, to: name)
            #expect(try again().contains("1 written, 0 failed"), "\(name)")
            #expect(try again().contains("1 kept"), "\(name)")
        }
    }

    @Test func `a report that is gone or cut is made again`() throws {
        try FileManager.default.removeItem(at: folder.url("out/a.json"))
        _ = try folder.write("{}", to: "out/x/c.json")
        #expect(
            try intents() == ["a: reports missing or changed: a.json", "x/c: reports missing or changed: c.json"])
        #expect(try batch().errors.contains("2 written"))
        #expect(try folder.text("out/x/c.json").count > 100)
    }

    @Test func `a file that comes beside a run may belong to it`() throws {
        _ = try folder.write("x", to: "in/a.trades.csv")
        _ = try folder.write("x", to: "in/other.txt")
        #expect(try intents() == ["a: files came or went beside it"])
    }

    @Test func `metrics that the summary lacks are computed, and --force renders all`() throws {
        #expect(try intents("--columns", "sharpe").isEmpty)
        #expect(try intents("--columns", "sharpe,omega").first == "a: metrics not known: omega")
        #expect(try intents("--force") == ["a: forced", "b: forced", "x/c: forced"])
    }

    @Test func `what failed is tried again, what is new is rendered, and a dry run writes nothing`() throws {
        _ = try folder.write("date,returns\n2020-01-01,x\n", to: "in/d.csv")
        let listing = folder.names(in: "out")
        #expect(try intents() == ["d: new"])
        #expect(folder.names(in: "out") == listing)
        #expect(try batch().code == 1)
        #expect(try intents() == ["d: failed the last time"])
        let elsewhere = try Tearsheet.run(["batch", "in", "-o", "none", "-n"], in: folder.url)
        #expect(elsewhere.code == 0 && !folder.names.contains("none"))
    }

    @Test func `a state that is damaged counts as none`() throws {
        let path = folder.url("out/.tearsheet-batch")
        let bytes = try Data(contentsOf: path)
        for damaged in [bytes.prefix(bytes.count / 2), Data(), Data("tearsheet".utf8)] {
            try damaged.write(to: path)
            #expect(try intents() == ["a: new", "b: new", "x/c: new"])
        }
    }

    @Test func `two batches into one folder do not run at once`() throws {
        let script = """
            set +e
            python3 - <<'END' &
            import fcntl, time
            lock = open("out/.tearsheet-batch.lock", "r+")
            fcntl.lockf(lock, fcntl.LOCK_EX)
            open("held", "w").close()
            time.sleep(60)
            END
            holder=$!
            for i in $(seq 100); do [ -e held ] && break; sleep 0.05; done
            tearsheet batch in -o out --format json; echo "code $?"
            kill -KILL $holder; wait $holder
            tearsheet batch in -o out --format json; echo "code $?"
            """
        let result = try Tearsheet.script(script, in: folder.url)
        #expect(result.output.hasPrefix("code 1\n") && result.output.hasSuffix("code 0\n"), "\(result.output)")
        #expect(result.errors.contains("another batch is writing into 'out'"), "\(result.errors)")
    }

    @Test func `of batches begun at the same moment one does it, the others say so, and the folder is whole`() throws {
        let script = """
            set +e
            for round in 1 2 3; do
              rm -rf out
              for one in 1 2 3; do
                (tearsheet batch in -o out --format html,json -q >/dev/null 2>said$one; echo "code $?" >>said$one) &
              done
              wait
              grep -qx 'code 0' said? || echo "round $round: nobody did it"
              for one in 1 2 3; do
                grep -qx 'code 0' said$one || grep -q "another batch is writing into 'out'" said$one || cat said$one
              done
              (cd out && sha256sum --quiet -c SHA256SUMS) || echo "round $round: sums differ"
              tearsheet batch in -o out --format html,json 2>&1 >/dev/null | grep -q ' 0 written, 0 failed' ||
                echo "round $round: not whole"
            done
            """
        let result = try Tearsheet.script(script, in: folder.url)
        #expect(result.output.isEmpty, "\(result.output) \(result.errors)")
    }
}
