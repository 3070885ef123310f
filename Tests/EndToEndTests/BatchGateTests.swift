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
        #expect(lines.contains("tearsheet: in/down.csv: total_return >= 2% is not met: total_return is -0.0199"))
        #expect(lines.contains("tearsheet: in/down.csv: max_drawdown > -1.5% is not met: max_drawdown is -0.0199"))
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

    @Test func `gates are judged anew for runs that keep their reports, and what is n/a meets nothing`() throws {
        #expect(try batch().code == 0)
        let later = try batch("trades.count >= 1")
        #expect(later.code == 2 && later.errors.contains("trades.count is n/a: "), "\(later.errors)")
        let again = try batch("total_return > -1")
        #expect(again.code == 0 && again.errors.contains("2 kept"), "\(again.errors)")
        #expect(try batch("total_return > 0").code == 2)
        #expect(!folder.names(in: "out").contains("nothing"))
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
        #expect(both.errors.contains("tearsheet: in/down.csv: total_return > 0 is not met: total_return is -0.0199\n"))
        #expect(try Tearsheet.run(["report", "in/up.csv"] + words, in: folder.url).code == 0)
        #expect(try Tearsheet.run(["report", "in/down.csv", "none.csv"] + words, in: folder.url).code == 1)
    }
}
