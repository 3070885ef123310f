import Foundation
import TestSupport
import Testing

/// Gates say which runs of a batch a pipeline may go on with.
@Suite struct BatchGateTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        // Total returns that can be added up by hand: 1.01 · 1.01 − 1, and 0.99 · 0.99 − 1.
        _ = try folder.write("date,returns\n2020-01-01,0.01\n2020-01-02,0.01\n", to: "in/up.csv")
        _ = try folder.write("date,returns\n2020-01-01,-0.01\n2020-01-02,-0.01\n", to: "in/down.csv")
    }

    private func batch(_ gates: String...) throws -> Tearsheet.Result {
        try Tearsheet.run(
            ["batch", "in", "-o", "out", "--format", "json"] + gates.flatMap { ["--require", $0] }, in: folder.url)
    }

    @Test func `a run that does not meet a gate is named with its number, and the exit code is 2`() throws {
        let result = try batch("total_return >= 2%", "max_drawdown > -1.5%")
        #expect(result.code == 2)
        let lines = result.errors.split(separator: "\n")
        #expect(lines.contains("tearsheet: in/down.csv: total_return >= 2% is not met: total_return is -2.0%"))
        #expect(lines.contains("tearsheet: in/down.csv: max_drawdown > -1.5% is not met: max_drawdown is -2.0%"))
        let summary = try JSON(text: folder.text("out/summary.json"))
        let runs = try #require(summary["runs"]?.array)
        #expect(runs.map { $0["meets_gates"] } == [.bool(false), .bool(true)])
        #expect(summary["gates"]?.array?.map { $0["met"] } == [.number(1), .number(1)])
        #expect(summary["counts"]?["not_meeting_gates"] == .number(1))
        #expect(try folder.text("out/summary.html").contains("total_return &gt;= 2%: met by 1 of 2"))
    }

    @Test func `verdicts are JUnit XML that a reader of XML takes`() throws {
        _ = try folder.write("date,returns\n2020-01-01,x\n", to: "in/bad & <worse>.csv")
        #expect(try batch("total_return > 0").code == 1)
        let script = """
            import xml.etree.ElementTree as tree
            root = tree.parse("out/summary.junit.xml").getroot()
            print(root.attrib["tests"], root.attrib["failures"], root.attrib["errors"])
            for case in root.iter("testcase"):
                print(case.attrib["classname"], "|", case.attrib["name"], "|", [child.tag for child in case])
            """
        let result = try Tearsheet.tool("python3", ["-c", script], in: folder.url)
        let expected = """
            5 1 1
            bad & <worse> | report | ['error']
            down | report | []
            down | total_return > 0 | ['failure']
            up | report | []
            up | total_return > 0 | []

            """
        #expect(result.output == expected, "\(result.output) \(result.errors)")
    }

    /// Reports show their verdicts, so other gates make other reports.
    @Test func `other gates make the reports again, the same ones keep them, and what is n/a meets nothing`() throws {
        #expect(try batch().code == 0)
        let later = try batch("trades.count >= 1")
        #expect(later.code == 2 && later.errors.contains("trades.count is n/a: "), "\(later.errors)")
        let again = try batch("total_return > -1")
        #expect(again.code == 0 && !again.errors.contains("kept"), "\(again.errors)")
        let kept = try batch("total_return > -1")
        #expect(kept.code == 0 && kept.errors.contains("2 kept"), "\(kept.errors)")
        #expect(try batch("total_return > 0").code == 2)
        #expect(!folder.names(in: "out").contains("nothing"))
    }

    @Test func `a run's page and JSON show its verdict with the value of each gate`() throws {
        let gates = ["total_return > 0", "max_drawdown > -50%"].flatMap { ["--require", $0] }
        let arguments =
            ["report", "in/up.csv", "in/down.csv", "-o", "out", "--format", "html,pdf,json,md,xlsx,txt"] + gates
        #expect(try Tearsheet.run(arguments, in: folder.url).code == 2)
        let page = try folder.text("out/down.html")
        #expect(page.contains("Refused.") && page.contains("total_return &gt; 0 is not met: total_return is -0.020."))
        #expect(page.contains("data-table=\"verdict\"") && page.contains("max_drawdown is -2.0%"))
        #expect(try folder.text("out/up.html").contains("All 2 conditions are met."))
        let verdict = try JSON(text: folder.text("out/down.json"))["verdict"]
        #expect(verdict?["met"] == .bool(false) && verdict?["last_good"] == nil)
        #expect(verdict?["gates"]?.array?.map { $0["met"] } == [.bool(false), .bool(true)])
        #expect(verdict?["gates"]?.array?.first?["values"] == .string("total_return is -0.020"))
        #expect(try folder.text("out/down.md").contains("**Refused.** total\\_return"))
        #expect(try folder.text("out/down.tearsheet.txt").contains("Refused. total_return > 0 is not met"))
        #expect(try folder.text("out/up.tearsheet.txt").contains("Accepted. All 2 conditions are met."))
        let text = try Tearsheet.tool("pdftotext", ["out/down.pdf", "-"], in: folder.url).output
        #expect(text.contains("Refused.") && text.contains("accepted") == false)
        // The verdict is the user's, not the run's: the page is still that of its run.
        for name in ["down.html", "down.pdf", "down.json", "down.xlsx"] {
            let verified = try Tearsheet.run(["verify", "out/" + name, "in/down.csv"], in: folder.url)
            #expect(verified.code == 0, "\(name): \(verified.output) \(verified.errors)")
        }
    }

    @Test func `without gates nothing is said of a verdict`() throws {
        #expect(
            try Tearsheet.run(["report", "in/up.csv", "-o", "out", "--format", "html,json"], in: folder.url).code == 0)
        #expect(try !folder.text("out/up.html").contains("verdict"))
        #expect(try JSON(text: folder.text("out/up.json"))["verdict"] == nil)
    }

    @Test(arguments: [
        ("sharp >= 1", "column 1: unknown name 'sharp'; did you mean 'sharpe'?\n  sharp >= 1\n  ^^^^^\n"),
        ("sharpe", "it is a number, not yes or no; write a comparison such as sharpe >= 1\n"),
    ])
    func `a condition that is none is told before anything is done`(gate: String, words: String) throws {
        let result = try batch(gate)
        #expect(result.code == 64 && result.errors == "tearsheet: --require '\(gate)': \(words)", "\(result.errors)")
        #expect(!folder.names.contains("out"))
    }

    @Test func `report judges runs too, and writes their files all the same`() throws {
        let words = ["--require", "total_return > 0", "--format", "json", "-o", "alone"]
        let both = try Tearsheet.run(["report", "in/up.csv", "in/down.csv"] + words, in: folder.url)
        #expect(both.code == 2 && folder.names(in: "alone") == ["down.json", "up.json"])
        #expect(both.errors.contains("tearsheet: in/down.csv: total_return > 0 is not met: total_return is -0.020\n"))
        #expect(try Tearsheet.run(["report", "in/up.csv"] + words, in: folder.url).code == 0)
        #expect(try Tearsheet.run(["report", "in/down.csv", "none.csv"] + words, in: folder.url).code == 1)
    }
}
