import Foundation
import RunModel
import TestSupport
import Testing

@testable import RunFormats

/// Every kind of finding has a run that has it, and its line in the table of findings.
struct FindingTests {
    private static let broken = repositoryRoot.appendingPathComponent("SampleRuns/broken")

    /// All fixtures beside the broken runs.
    static let fixtures =
        FindingFixture.files + FindingFixture.series + FindingFixture.benchmarks + FindingFixture.trades
        + FindingFixture.reconciliation + FindingFixture.engines + FindingFixture.lean + FindingFixture.statements
        + FindingFixture.prices

    /// The first finding of each kind among the broken runs, by the order of their names.
    private static let shownByBroken: [FindingCode: Finding] = {
        var shown: [FindingCode: Finding] = [:]
        for item in BrokenRunTests.expectations {
            let path = item.name == "does-not-exist" ? item.name : broken.appendingPathComponent(item.name).path
            for finding in RunReader.validate(path) {
                if let code = FindingCode(rawValue: finding.code), shown[code] == nil { shown[code] = finding }
            }
        }
        return shown
    }()

    @Test(arguments: fixtures.indices)
    func `a fixture has its finding, with the severity and layer of its kind`(index: Int) throws {
        let fixture = Self.fixtures[index]
        let findings = try fixture.findings()
        let codes = findings.map(\.code)
        let finding = try #require(
            findings.first { $0.code == fixture.code.rawValue }, "\(fixture.code): \(findings.map(\.message))")
        #expect(finding.layer == fixture.code.declaration.layer, "\(codes)")
        if fixture.reason == .isRead { #expect(!findings.contains { $0.severity == .error }, "\(codes)") }
        if fixture.code != .benchmarkUnmatched { #expect(finding.severity == fixture.code.declaration.severity) }
    }

    @Test func `every kind of finding has a run, and what has a broken one has no other`() {
        // Whether a file changes while it is read is a matter of time: `ChangedFileTests`.
        let direct = Set(Self.fixtures.map(\.code)).union([.changedWhileRead])
        let shown = Set(Self.shownByBroken.keys)
        let missing = FindingCode.allCases.filter { !direct.contains($0) && !shown.contains($0) }
        #expect(missing.isEmpty, "no run has \(missing.map(\.rawValue))")
        let twice = direct.filter { code in shown.contains(code) && code.declaration.severity == .error }
        #expect(twice.isEmpty, "\(twice.map(\.rawValue)) have a broken run and a fixture")
        #expect(Self.fixtures.count == Set(Self.fixtures.map(\.code)).count)
    }

    @Test func `every finding of the broken runs is of a known kind`() {
        for item in BrokenRunTests.expectations where item.name != "does-not-exist" {
            for finding in RunReader.validate(Self.broken.appendingPathComponent(item.name).path) {
                let code = FindingCode(rawValue: finding.code)
                #expect(
                    code?.declaration.severity == finding.severity && code?.declaration.layer == finding.layer,
                    "\(finding)")
            }
        }
    }

    @Test func `the table of findings is that of the code`() throws {
        var shown = Self.shownByBroken
        for fixture in Self.fixtures where shown[fixture.code] == nil {
            shown[fixture.code] = try fixture.findings().first { $0.code == fixture.code.rawValue }
        }
        let example = shown.mapValues { finding in
            // Where a fixture lies is another place each time.
            finding.message.replacing(#/\/[^ ']*tearsheet-[0-9A-F-]+/#, with: "sweep")
        }
        try expectGolden(FindingReference.text { example[$0] }, "../../Documentation/Findings.md")
    }
}

/// `Documentation/Findings.md`: each kind with what it means and a message that a run of the tests has.
enum FindingReference {
    static func text(_ example: (FindingCode) -> String?) -> String {
        var text = """
            # Findings

            What reading and checking a run may find. The code is stable, for programs (`--log-format json`, the `findings` of JSON
            output); the message is place, fact and remedy. Errors stop the run; warnings say that numbers may mislead; notes explain.
            This page is made from the declarations in `Sources/RunFormats/Findings`, with a message of a run that has each.

            """
        for severity in Finding.Severity.allCases {
            text += "\n## \(severity.rawValue.prefix(1).uppercased() + severity.rawValue.dropFirst())s\n\n"
            text += "| code | layer | when | for example |\n|---|---|---|---|\n"
            for code in FindingCode.allCases where code.declaration.severity == severity {
                let shown = example(code).map { "`" + $0.replacing("`", with: "'").replacing("|", with: "\\|") + "`" }
                text +=
                    "| `\(code.rawValue)` | \(code.declaration.layer.rawValue) | \(code.declaration.when) | \(shown ?? "") |\n"
            }
        }
        return text
    }
}

/// A file that somebody writes to while it is read.
struct ChangedFileTests {
    @Test func `a file that grows while it is read is warned of`() throws {
        let run = try TemporaryRun(["run.csv": dailyEquity(300_000)])
        let path = run.path + "/run.csv"
        let handle = try #require(FileHandle(forWritingAtPath: path))
        let stop = Stop()
        let writer = Thread {
            _ = try? handle.seekToEnd()
            while !stop.isAsked {
                try? handle.write(contentsOf: Data("\n".utf8))
                usleep(20)
            }
            stop.finish()
        }
        writer.start()
        defer {
            stop.ask()
            stop.waitForEnd()
        }
        var codes = Set<String>()
        for _ in 0..<100 where !codes.contains("changed_while_read") {
            let source = try RunSource(path, options: RunOptions(), log: ReadingLog())
            _ = try source.bytes(of: "run.csv", role: "run")
            codes = Set(source.log.findings.map(\.code))
        }
        #expect(codes.contains("changed_while_read"))
    }

    /// A flag between two threads.
    private final class Stop: @unchecked Sendable {
        private let lock = NSLock()
        private let end = DispatchSemaphore(value: 0)
        private var asked = false
        var isAsked: Bool { lock.withLock { asked } }
        func ask() { lock.withLock { asked = true } }
        func finish() { end.signal() }
        func waitForEnd() { end.wait() }
    }
}
