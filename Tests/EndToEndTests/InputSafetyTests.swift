import Foundation
import TestSupport
import Testing

/// No output replaces what a command reads, and streams are read once and whole.
@Suite struct InputSafetyTests {
    @Test func `tables of ours cannot have the names of an engine's files`() throws {
        let folder = try TemporaryFolder()
        let equity =
            ",Equity,DrawdownPct,DrawdownDuration\n"
            + (1...9).map { "2020-01-0\($0),\(100 + $0),0,\n" }.joined()
        _ = try folder.write(equity, to: "x.equity.csv")
        let trades =
            "Size,EntryBar,ExitBar,EntryPrice,ExitPrice,PnL,ReturnPct,EntryTime,ExitTime,Duration\n"
            + "1,0,1,100,101,1,0.01,2020-01-02,2020-01-03,1 days\n"
        _ = try folder.write(trades, to: "x.trades.csv")
        for _ in 1...2 {
            let result = try Tearsheet.run(["report", "x.equity.csv", "--format", "csv"], in: folder.url)
            #expect(result.code == 0, "\(result.errors)")
            #expect(try folder.text("x.trades.csv") == trades && folder.text("x.equity.csv") == equity)
        }
        #expect(folder.names.filter { !$0.hasPrefix("x.tearsheet.") } == ["x.equity.csv", "x.trades.csv"])
    }

    @Test(arguments: ["r.html", "link.html", "hard.html", "./sub/../r.html"])
    func `an output that is the input by any name is an error and writes nothing`(output: String) throws {
        let folder = try TemporaryFolder()
        let table = returnsTable()
        _ = try folder.write(table, to: "r.html")
        _ = try Tearsheet.script("mkdir sub; ln -s r.html link.html; ln r.html hard.html", in: folder.url)
        let result = try Tearsheet.run(["report", "r.html", "-o", output], in: folder.url)
        #expect(result.code == 1 && result.errors.contains("the command reads; write to another folder or under"))
        #expect(try folder.text("r.html") == table)
        #expect(folder.names == ["hard.html", "link.html", "r.html", "sub"])
    }

    @Test func `run.json in a run folder is not replaced by the report of a run that is called run`() throws {
        let folder = try TemporaryFolder()
        _ = try folder.write(returnsTable(), to: "r/returns.csv")
        let description = #"{"id": "run"}"#
        _ = try folder.write(description, to: "r/run.json")
        let result = try Tearsheet.run(["report", "r", "-o", "r", "--format", "html,json"], in: folder.url)
        #expect(result.code == 1 && result.errors.contains("cannot write 'r/run.json'"), "\(result.errors)")
        #expect(try folder.text("r/run.json") == description)
        #expect(folder.names(in: "r") == ["returns.csv", "run.json"])
    }

    @Test(arguments: ["1", "4"])
    func `a report does not replace the input of another run of the command`(jobs: String) throws {
        let folder = try TemporaryFolder()
        let table = returnsTable()
        _ = try folder.write(returnsTable(shift: 1), to: "b.csv")
        _ = try folder.write(table, to: "out/b.html")
        let result = try Tearsheet.run(
            ["report", "b.csv", "out/b.html", "-o", "out", "--format", "html", "-j", jobs], in: folder.url)
        #expect(result.code == 1)
        #expect(try folder.text("out/b.html") == table, "\(result.errors)")
    }

    @Test func `files of options are spared: template, commentary, benchmark, config`() throws {
        let folder = try TemporaryFolder()
        _ = try folder.writeRuns("a.csv")
        let template = "{% extends \"summary\" %}{% block details %}{% include \"part.html\" %}{% endblock %}"
        let part = "<section anchor=\"p\"><p>p</p></section>"
        for (name, text) in [
            ("mine.html", template), ("part.html", part), ("words.html", "Words."), ("c.html", "title = \"T\"\n"),
            ("bench.html", returnsTable()),
        ] { _ = try folder.write(text, to: name) }
        for (output, options) in [
            ("mine.html", ["--template", "mine.html"]), ("part.html", ["--template", "mine.html"]),
            ("words.html", ["--commentary", "words.html"]), ("c.html", ["--config", "c.html"]),
            ("bench.html", ["--benchmark", "bench.html:returns"]), ("bench.html", ["--rf", "bench.html"]),
        ] {
            let before = try folder.text(output)
            let result = try Tearsheet.run(["report", "a.csv", "-o", output] + options, in: folder.url)
            #expect(
                result.code == 1 && result.errors.contains("reads; write to another"), "\(output): \(result.errors)")
            #expect(try folder.text(output) == before)
        }
    }

    @Test func `standard output that was redirected into the run is refused`() throws {
        let folder = try TemporaryFolder()
        _ = try folder.writeRuns("a.csv")
        let before = try folder.text("a.csv")
        for command in ["metrics a.csv", "report a.csv -o - --format json"] {
            let result = try Tearsheet.script("tearsheet \(command) >> a.csv || echo failed >&2", in: folder.url)
            #expect(result.errors.contains("cannot write 'standard output': it is 'a.csv', which the command reads"))
            #expect(try folder.text("a.csv") == before)
        }
    }

    @Test func `pipes give the numbers of the file, whatever their size`() throws {
        let folder = try TemporaryFolder()
        var equity = 1000.0
        let rows = (0..<6000).map { index -> String in
            equity *= 1 + Double((index * 7919) % 13 - 6) / 5000
            let (year, rest) = (2000 + index / 336, index % 336)
            return String(format: "%04d-%02d-%02d,%.6f\n", year, rest / 28 + 1, rest % 28 + 1, equity)
        }
        _ = try folder.write("date,equity\n" + rows.joined(), to: "run.csv")
        let result = try Tearsheet.script(
            """
            tearsheet metrics run.csv --format csv >file
            cat run.csv | tearsheet metrics /dev/stdin --format csv >stdin
            cat run.csv | tearsheet metrics - --format csv >dash
            tearsheet metrics <(cat run.csv) --format csv >process
            gzip -k run.csv; tearsheet metrics <(cat run.csv.gz) --format csv >packed
            (sleep 0.3; cat run.csv) | tearsheet metrics - --format csv >slow
            for other in stdin dash process packed slow; do cmp file $other; done
            tearsheet metrics run.csv --benchmark <(cat run.csv) --only beta --format csv
            cat run.csv | tearsheet inspect - | head -3
            cat run.csv | tearsheet validate -
            """, in: folder.url)
        #expect(result.code == 0 && !result.errors.contains("differ"), "\(result.errors)")
        #expect(result.output.contains("beta,1"), "\(result.output)")
    }

    @Test(
        arguments: [
            "metrics pipe --only sharpe", "report pipe -o out.json", "inspect pipe", "validate pipe", "show pipe",
            "figure equity pipe -o out.svg", "card pipe -o out.png", "compare pipe run.csv -o out",
            "metrics pipe run.csv --only sharpe", "metrics run.csv --benchmark pipe --only beta", "batch pipe -o out",
        ])
    func `a pipe with a name is opened once`(command: String) throws {
        let folder = try TemporaryFolder()
        _ = try folder.write(returnsTable(), to: "run.csv")
        // Whoever opens the pipe again after its writer has gone waits without end.
        let result = try Tearsheet.script(
            "mkfifo pipe; cat run.csv > pipe & timeout -s KILL 60 tearsheet \(command) > said; echo $?", in: folder.url)
        #expect(result.output == "0\n", "\(result.errors)")
    }

    @Test func `a benchmark from a pipe serves every run`() throws {
        let folder = try TemporaryFolder()
        _ = try folder.writeRuns("a.csv", "b.csv", "bench.csv")
        let result = try Tearsheet.script(
            "tearsheet report a.csv b.csv --benchmark <(cat bench.csv) -o out --format json -j 2", in: folder.url)
        #expect(result.code == 0, "\(result.errors)")
        for name in ["a", "b"] {
            let json = try JSON(text: try folder.text("out/\(name).json"))
            #expect(json["metrics"]?["beta"]?["value"]?.number != nil)
        }
    }

    @Test(arguments: ["html", "pdf", "json"])
    func `one run in one format goes to standard output`(format: String) throws {
        let folder = try TemporaryFolder()
        _ = try folder.writeRuns("stdin.csv")
        let script = """
            tearsheet report stdin.csv -o file.\(format) -q
            cat stdin.csv | tearsheet report - -o - --format \(format) >piped
            ls; cmp <(wc -c <file.\(format)) <(wc -c <piped)
            """
        let result = try Tearsheet.script(script, in: folder.url)
        // The name of the input is part of a report, so the bytes differ there.
        #expect(result.errors.isEmpty || format != "json", "\(result.errors)")
        #expect(folder.names == ["file.\(format)", "piped", "stdin.csv"])
        for words in [["-o", "-"], ["-o", "-", "--format", "html,pdf"], ["-o", "-", "--format", "csv"]] {
            #expect(try Tearsheet.run(["report", "stdin.csv"] + words, in: folder.url).code == 64)
        }
    }

    @Test func `paths end with NUL where that is asked for`() throws {
        let folder = try TemporaryFolder()
        _ = try folder.write(returnsTable(), to: "a\nb/returns.csv")
        let result = try Tearsheet.run(["report", "a\nb", "-o", "o\np", "--format", "json", "-0"], in: folder.url)
        #expect(result.output == "o\np/a-b.json\u{0}", "\(result.output) \(result.errors)")
    }

    @Test func `what stands under the name of a part and is none is said`() throws {
        let folder = try TemporaryFolder()
        _ = try folder.write(returnsTable(), to: "r/returns.csv")
        _ = try Tearsheet.script(
            "cd r; mkdir trades.csv; mkfifo benchmark.csv; ln -s nowhere positions.csv; gzip -k returns.csv; mkdir run.json",
            in: folder.url)
        let text = try Tearsheet.run(["validate", "r"], in: folder.url).output
        for name in ["trades.csv", "benchmark.csv", "positions.csv", "run.json"] {
            #expect(text.contains("warning: \(name): not read: it is a folder, a pipe, or a link that leads nowhere"))
        }
        #expect(text.contains("warning: returns.csv.gz: not used, because 'returns.csv' is there too"))
    }

    @Test func `closed standard streams do no harm`() throws {
        let folder = try TemporaryFolder()
        _ = try folder.writeRuns("a.csv", "b.csv")
        let result = try Tearsheet.script(
            """
            tearsheet report a.csv b.csv -o out --format html,json >&- 2>&- <&-
            tearsheet metrics a.csv >&-
            """, in: folder.url)
        #expect(result.code == 0, "\(result.errors)")
        #expect(folder.names(in: "out") == ["a.html", "a.json", "b.html", "b.json"])
    }
}
