import Foundation
import RunFormats
import RunModel
import Series
import TestSupport
import Testing

struct BrokenRunTests {
    struct Expectation: CustomTestStringConvertible {
        var name: String
        var message: String
        var testDescription: String { name }
    }

    private static let folder = repositoryRoot.appendingPathComponent("SampleRuns/broken")

    static let expectations: [Expectation] = {
        let text = (try? String(contentsOf: folder.appendingPathComponent("expected.txt"), encoding: .utf8)) ?? ""
        return text.split(separator: "\n").compactMap { line in
            let sides = line.split(separator: " | ", maxSplits: 1)
            return sides.count == 2 ? Expectation(name: String(sides[0]), message: String(sides[1])) : nil
        }
    }()

    @Test(arguments: expectations)
    func `the message is word for word`(item: Expectation) {
        let path = item.name == "does-not-exist" ? item.name : Self.folder.appendingPathComponent(item.name).path
        do throws(RunError) {
            _ = try RunReader.read(path)
            Issue.record("\(item.name) was read")
        } catch {
            #expect(error.message == item.message)
            #expect(error.findings.first?.severity == .error)
        }
    }

    @Test func `every broken run has its message and every message its run`() throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path).filter {
            $0 != "expected.txt"
        }
        #expect(Set(names + ["does-not-exist"]) == Set(Self.expectations.map(\.name)))
        #expect(Self.expectations.count >= 30)
    }

    @Test func `validate tells the same without throwing`() {
        let findings = RunReader.validate(Self.folder.appendingPathComponent("zero-equity").path)
        #expect(findings.map(\.code) == ["nonpositive_equity"])
        #expect(findings[0].file == "equity.csv" && findings[0].row == 2 && findings[0].column == "equity")
    }
}

struct BadInputTests {
    @Test func `all errors of a run are told at once`() throws {
        let files = [
            "equity.csv": "date,equity\n2024-01-02,x\n2024-01-03,y\n",
            "trades.csv": "side,qty,entry_time,entry_price,exit_time,exit_price\nup,1,2024-01-02,1,2024-01-03,1\n",
        ]
        let run = try TemporaryRun(files)
        #expect(RunReader.validate(run.path).map(\.code) == ["not_a_number", "not_a_number", "bad_side"])
    }

    @Test func `more bad cells than are shown are counted`() throws {
        let rows = (1...9).map { "2024-01-0\($0),x\($0)" }.joined(separator: "\n")
        let message = try bareMessage("date,equity\n\(rows)\n")
        #expect(message.hasPrefix("run.csv:2 column 'equity': not a number: 'x1'; "))
        #expect(message.hasSuffix("(and more errors)"))
    }

    @Test func `text of a file is shown short, visible and on one line`() throws {
        let cell = "\"\u{1B}[31mred\n\u{202E}" + String(repeating: "z", count: 100) + "\""
        let message = try bareMessage("date,equity\n2024-01-02,\(cell)\n2024-01-03,1\n")
        #expect(!message.contains("\u{1B}") && !message.contains("\n") && !message.contains("\u{202E}"))
        #expect(message.utf8.count < 220)
    }

    @Test func `a link that leaves the run folder is refused`() throws {
        let outside = try TemporaryRun(["secret.csv": dailyEquity(5)])
        let run = try TemporaryRun()
        try FileManager.default.createSymbolicLink(
            atPath: run.path + "/equity.csv", withDestinationPath: outside.path + "/secret.csv")
        #expect(RunReader.validate(run.path).map(\.code) == ["outside_run_folder"])
    }

    @Test func `sizes are bounded, compressed or not`() throws {
        let run = try TemporaryRun(["run.csv": dailyEquity(500)])
        let options = RunOptions(maximumFileSize: 1000)
        #expect(RunReader.validate(run.path + "/run.csv", options: options).map(\.code) == ["file_too_large"])
    }

    @Test(arguments: [
        (RunOptions(calendar: "nyes"), "--calendar: unknown calendar 'nyes'; did you mean 'nyse'?"),
        (RunOptions(periodsPerYear: 0), "--periods-per-year: must be above 0; give a number such as 252"),
        (RunOptions(riskFree: .annual(-2)), "--rf: must be above -1; give a fraction per year such as 0.02"),
        (RunOptions(initialCapital: -5), "--initial-capital: must be above 0; give the account's start value"),
        (
            RunOptions(from: CalendarDate(iso: "2030-01-01")),
            "no return between --from and --to; the run goes from 2024-01-02 to 2024-01-05; widen the range"
        ),
        (
            RunOptions(from: CalendarDate(iso: "2024-02-01"), to: CalendarDate(iso: "2024-01-01")),
            "--from: 2024-02-01 is after --to 2024-01-01; swap the dates"
        ),
        (RunOptions(benchmark: .init(path: "nowhere.csv")), "nowhere.csv: no such file or folder; check the path"),
        (
            RunOptions(content: .returns),
            "run.csv column 'equity': holds equity by its name, but --returns was given; leave --returns out"
        ),
    ])
    func `options are judged in one line`(options: RunOptions, message: String) throws {
        #expect(try bareMessage(dailyEquity(5), options) == message)
    }

    @Test func `an unknown field of the description names the nearest`() throws {
        let run = try TemporaryRun(["equity.csv": dailyEquity(5), "run.json": #"{"strateggy": "x", "mine": 1}"#]).read()
        #expect(
            run.findings.map(\.message) == [
                "run.json: unknown field 'strateggy'; did you mean 'strategy'?",
                "run.json: unknown field 'mine'; own values belong into 'parameters'",
            ])
    }

    @Test func `no file of a run folder that is not read stays unmentioned`() throws {
        let run = try TemporaryRun(["equity.csv": dailyEquity(5), "signals.csv": "x\n"]).read()
        #expect(run.findings.map(\.message) == ["signals.csv: not used by this version"])
    }
}
