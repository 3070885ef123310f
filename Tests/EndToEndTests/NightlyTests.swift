import Foundation
import TestSupport
import Testing

/// `tearsheet nightly`: the batch of a job file.
@Suite struct NightlyTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        // Total returns that can be added up by hand: 1.01 · 1.01 − 1, and 0.99 · 0.99 − 1.
        _ = try folder.write("date,returns\n2020-01-01,0.01\n2020-01-02,0.01\n", to: "job/in/up.csv")
        _ = try folder.write("date,returns\n2020-01-01,-0.01\n2020-01-02,-0.01\n", to: "job/in/down.csv")
    }

    private func nightly(_ text: String, _ words: String...) throws -> Tearsheet.Result {
        _ = try folder.write(text, to: "job/n.toml")
        return try Tearsheet.run(["nightly", "job/n.toml"] + words, in: folder.url)
    }

    private static let head = "sources = [\"in\"]\noutput = \"out\"\nformat = \"json\"\n"

    // MARK: The file

    @Test func `a job is the batch that its file says, with paths beside the file`() throws {
        _ = try folder.write("date,returns\n2020-01-01,0.01\n2020-01-02,0.02\n", to: "job/bench.csv")
        let result = try nightly(
            Self.head + "rf = \"1%\"\nbenchmark = \"bench.csv\"\nname = \"House\"\nexclude = [\"d*\", \"x*\"]\n")
        #expect(result.code == 0 && result.output == "job/out/summary.html\n", "\(result.errors)")
        let same = try Tearsheet.run(
            [
                "report", "job/in/up.csv", "--rf", "1%", "--benchmark", "job/bench.csv", "--format", "json", "-o",
                "a.json",
            ],
            in: folder.url)
        #expect(try same.code == 0 && folder.text("a.json") == folder.text("job/out/up.json"))
        #expect(folder.names(in: "job/out").contains("down.json") == false)
        #expect(try folder.text("job/out/summary.html").contains("<title>House"))
    }

    @Test func `every mistake is told at once, each with its line and remedy`() throws {
        let text = """
            sources = ["in", 3]
            formt = "json"
            paper = "a3"
            rf = 5

            require = [
                "sharpe > 1",
                "shrp > 1",
            ]
            jobs = "many"
            returns = true
            [limits]
            drawdwn = "20%"
            leverage = 0
            """
        let result = try nightly(text, "--check")
        #expect(result.code == 64 && result.output.isEmpty)
        let facts = [
            (1, "a source must be"), (1, "there is no output"), (2, "unknown key 'formt'; did you mean 'format'?"),
            (3, "unknown value 'a3' for 'paper'; did you mean 'a4'?"), (4, "'rf' must be a yearly"),
            (8, "unknown name 'shrp'"), (10, "'jobs' must be a whole number"),
            (13, "it has no limit called 'drawdwn'; did you mean 'drawdown'?"), (14, "'leverage' is no size above 0"),
        ]
        for (line, fact) in facts {
            let isTold = result.errors.split(separator: "\n").contains {
                $0.hasPrefix("tearsheet: job/n.toml:\(line): ") && $0.contains(fact)
                    || $0.hasPrefix("job/n.toml:\(line): ") && $0.contains(fact)
            }
            #expect(isTold, "\(line): \(fact)\n\(result.errors)")
        }
        #expect(result.errors.components(separatedBy: "n.toml:").count - 1 == facts.count, "\(result.errors)")
        #expect(!folder.names(in: "job").contains("out"))
    }

    @Test func `a check names what is missing, and tells of a good job what it will do`() throws {
        let missing = try nightly(
            "sources = [\"gone\", \"in/*.csv\"]\noutput = \"out\"\nfactors = \"f.csv\"\nrf = \"r.csv\"\n", "--check")
        #expect(missing.code == 64, "\(missing.errors)")
        for words in ["n.toml:1: there is no 'job/gone'", "n.toml:3: there is no 'job/f.csv'", "n.toml:4: there is no"]
        {
            #expect(missing.errors.contains(words), "\(missing.errors)")
        }
        let good = try nightly(
            Self.head + "require = [\"sharpe > 1\"]\nregimes = \"volatility\"\n[limits]\ndrawdown = \"20%\"\n",
            "--check")
        #expect(good.code == 0 && good.errors.isEmpty, "\(good.errors)")
        #expect(
            good.output == """
                job/n.toml: no mistakes
                  job      Batch
                  sources  job/in
                  output   job/out
                  format   json
                  require  sharpe > 1
                  limit    drawdown within 20%

                """, "\(good.output)")
        let exclusive = try nightly(Self.head + "returns = true\nequity = true\n")
        #expect(exclusive.code == 64 && exclusive.errors.contains("n.toml:5: "), "\(exclusive.errors)")
        let none = try nightly("sources = [\n")
        #expect(none.code == 64 && none.errors.contains("n.toml:1:") && none.errors.contains("not TOML"))
    }

    // MARK: Limits and gates

    @Test func `limits are gates: not kept gives 2, in summary, JUnit and page`() throws {
        let limits = "[limits]\ndrawdown = \"1.5%\"\ndaily_loss = 0.02\n"
        let result = try nightly(Self.head + limits)
        #expect(result.code == 2, "\(result.errors)")
        // Down 0.99 · 0.99 − 1 = −1.99 %; no day lost 2 %.
        #expect(
            result.errors.contains(
                "job/in/down.csv: drawdown within 1.5% is not met: drawdown came to 1.99%, beyond it once"),
            "\(result.errors)")
        let summary = try JSON(text: folder.text("job/out/summary.json"))
        #expect(
            summary["gates"]?.array?.map { $0["require"]?.string } == [
                "drawdown within 1.5%", "daily_loss within 2%",
            ])
        #expect(summary["gates"]?.array?.map { $0["not_met"] } == [.number(1), .number(0)])
        #expect(try folder.text("job/out/summary.junit.xml").contains("name=\"drawdown within 1.5%\"><failure"))
        let again = try nightly(Self.head + limits)
        #expect(again.code == 2 && again.errors.contains("0 written, 0 failed, 0 with warnings, 2 kept"))
        let wider = try nightly(Self.head + limits.replacingOccurrences(of: "1.5%", with: "2%"))
        #expect(wider.code == 0 && wider.errors.contains("2 written"), "\(wider.errors)")
        let unknown = try nightly(Self.head + "[limits]\nleverage = 2\n")
        #expect(unknown.code == 2 && unknown.errors.contains("leverage is n/a"), "\(unknown.errors)")
        _ = try folder.write("drawdown = 0.015\n", to: "job/limits.toml")
        #expect(try nightly("limits = \"limits.toml\"\n" + Self.head).code == 2)
    }

    @Test func `a job archives, looks back, and prunes by its rules`() throws {
        let text = "archive = \"kept\"\nrequire = [\"total_return >= previous.total_return - 1\"]\n" + Self.head
        let rules = "[retention]\nkeep-last = 1\n"
        #expect(try nightly(text + rules, "--check").code == 0)
        let first = try nightly(text + rules)
        #expect(first.code == 0 && first.errors.contains("none removed, 2 kept"), "\(first.errors)")
        _ = try folder.write("date,returns\n2020-01-01,0.01\n2020-01-02,0.02\n", to: "job/in/up.csv")
        let second = try nightly(text + rules)
        #expect(second.code == 0 && second.errors.contains(" removed, "), "\(second.errors)")
        let wrong = try nightly(Self.head + "[retention]\nkeep-lst = 1\n", "--check")
        #expect(wrong.code == 64 && wrong.errors.contains("there is no archive to prune"), "\(wrong.errors)")
        let mistaken = try nightly(text + "[retention]\nkeep-lst = 1\nkeep-daily = 0\n", "--check")
        #expect(mistaken.errors.contains("n.toml:7: unknown rule 'keep-lst'"), "\(mistaken.errors)")
        #expect(mistaken.errors.contains("n.toml:8: 'keep-daily' must be a whole number"), "\(mistaken.errors)")
    }

    // MARK: One at a time

    @Test func `a second job says who does the first, and one that was killed keeps nobody out`() throws {
        _ = try folder.write(Self.head, to: "job/n.toml")
        _ = try folder.write(
            "sources = [\"in\", \"slow\"]\noutput = \"out\"\nformat = \"json\"\ntimeout = 30\n", to: "job/slow.toml")
        for index in 0..<300 { _ = try folder.write(returnsTable(shift: index), to: "job/slow/r\(index).csv") }
        let script = """
            set +e
            tearsheet nightly job/slow.toml -q 2>/dev/null & p=$!
            for i in $(seq 400); do [ -s job/out/.tearsheet-nightly.lock ] && break; sleep 0.01; done
            tearsheet nightly job/n.toml; echo "code $?"
            echo "first $p"; kill -KILL $p; wait $p
            tearsheet nightly job/slow.toml; echo "code $?"
            """
        let result = try Tearsheet.script(script, in: folder.url)
        #expect(
            result.output.hasPrefix("code 1\n") && result.output.hasSuffix("code 0\n"),
            "\(result.output) \(result.errors)")
        let process = result.output.split(separator: "\n").first { $0.hasPrefix("first ") }?.dropFirst(6) ?? "?"
        #expect(
            result.errors.contains("job/n.toml: the job is being done already, by process \(process) on "),
            "\(result.errors)")
    }

    // MARK: Logs

    @Test func `lines of a job have the time, and a log file takes them all`() throws {
        _ = try folder.write("date,returns\n2020-01-01,x\n", to: "job/in/bad.csv")
        let text = try nightly(Self.head)
        #expect(text.code == 1)
        let pattern = "^20[0-9]{2}-[0-9]{2}-[0-9]{2}T[0-9:]{8}Z tearsheet: "
        for line in text.errors.split(separator: "\n") {
            #expect(String(line).range(of: pattern, options: .regularExpression) != nil, "\(line)")
        }
        let logged = try nightly(Self.head + "log = \"log/n.jsonl\"\nlog-format = \"json\"\nname = \"House\"\n")
        #expect(logged.code == 1)
        // Errors alone stand on standard error too, for the mail of cron.
        #expect(
            logged.errors.split(separator: "\n").allSatisfy { $0.contains("\"level\": \"error\"") }, "\(logged.errors)")
        let lines = try folder.text("job/log/n.jsonl").split(separator: "\n").map { try JSON(text: String($0)) }
        #expect(lines.first?["event"]?.string == "note" && lines.last?["event"]?.string == "summary")
        #expect(lines.allSatisfy { $0["job"]?.string == "House" && $0["begun"]?.string?.hasSuffix("Z") == true })
        let written = try #require(lines.first { $0["event"]?.string == "failed" })
        #expect(written["run"]?.string == "job/in/bad.csv" && written["code"]?.string == "unreadable_run")
    }
}
