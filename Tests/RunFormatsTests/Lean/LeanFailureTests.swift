import Foundation
import RunFormats
import RunModel
import TestSupport
import Testing

/// Runs of LEAN that failed, did not end, or never traded.
struct LeanFailureTests {
    private func codes(_ fixture: LeanFixture) throws -> [String] { try fixture.read().findings.map(\.code) }

    @Test func `a completed run without orders is a flat account`() throws {
        let run = try LeanFixture().with(equity: Array(repeating: 100_000, count: 8)).idle.read()
        #expect(Set(run.equity.values) == [100_000] && run.trades?.isEmpty == true)
        #expect(run.calendar.name == "xnys" && run.problems() == [])
        #expect(run.findings.map(\.code).contains("no_trades") && !run.findings.contains { $0.severity == .error })
    }

    @Test func `an error of the algorithm is told with what came before it`() throws {
        var fixture = LeanFixture().with(equity: [100, 101, 102])
        fixture.status = "RuntimeError"
        fixture.runtimeError =
            "Division by zero in (/Users/me/Lean/Algorithm.CSharp/Mine.cs:12), C:\\\\Work\\\\x.py Stack Trace: at /home/me"
        let run = try fixture.read()
        let finding = try #require(run.findings.first { $0.code == "run_failed" })
        #expect(finding.severity == .warning)
        #expect(finding.fact.contains("Division by zero in (…/Mine.cs:12), …/x.py'"))
        #expect(!finding.message.contains("/home") && !finding.message.contains("Users"))
        #expect(run.equity.values == [100, 101, 102])
    }

    @Test func `a run that failed before its first value says why`() throws {
        var fixture = LeanFixture().idle
        (fixture.hasCharts, fixture.hasStatistics) = (false, false)
        fixture.status = "RuntimeError"
        fixture.runtimeError = "Algorithm.Initialize() Error: no data"
        #expect(
            try folderMessage(fixture.files).contains(
                "the run failed before its first value of the account: 'Algorithm.Initialize() Error: no data'"))
    }

    @Test func `a file of a run that goes on is told, and its fills are not held against its sales`() throws {
        var fixture = LeanFixture()
        (fixture.status, fixture.hasStatistics, fixture.trades) = ("Running", false, nil)
        #expect(try codes(fixture).contains("run_unfinished"))
    }

    @Test func `of a run that goes on, whose first orders are gone, no trades are made`() throws {
        var fixture = LeanFixture()
        (fixture.status, fixture.hasStatistics, fixture.trades) = ("Running", false, nil)
        fixture.orders.removeFirst()
        let run = try fixture.read()
        #expect(run.trades == nil && run.fills == nil)
        #expect(run.provenance.notes.contains { $0.contains("no trades are made of a part of them") })
    }

    @Test func `an answer of the API without charts has no equity`() throws {
        var fixture = LeanFixture(dialect: .envelope)
        fixture.hasCharts = false
        #expect(try folderMessage(fixture.files).contains("the result has no charts, so no equity"))
    }

    @Test func `a file that is not JSON is told with the byte`() throws {
        let text = LeanFixture(dialect: .cloud).text
        let place = try #require(text.range(of: "\"Benchmark\""))
        let broken = text.replacingCharacters(in: place, with: "\n\n\n")
        let folder = try TemporaryRun(["QQQ.json": broken])
        let finding = try #require(RunReader.validate(folder.path).first { $0.code == "bad_json" })
        let byte = text[..<place.lowerBound].utf8.count
        #expect((finding.byte ?? 0) - byte < 4 && (finding.byte ?? 0) >= byte)
    }

    @Test func `a trade without a number is named`() throws {
        var fixture = LeanFixture()
        fixture.trades?[1].quantity = 0
        #expect(
            try folderMessage(fixture.files)
                == "1610854357.json: closed trade 2 has no usable 'quantity'; give the file as LEAN wrote it")
    }
}
