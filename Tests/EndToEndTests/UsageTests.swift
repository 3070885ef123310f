import Foundation
import TestSupport
import Testing

/// Messages and exit codes of wrong command lines: one line, the nearest match, exit 64.
@Suite struct UsageTests {
    @Test(arguments: [
        (
            ["report", "SampleRuns/goog-smacross", "--template", "ful"],
            "tearsheet: unknown template 'ful'; did you mean 'full'?\n"
        ),
        (
            ["report", "SampleRuns/goog-smacross", "--sections", "tades", "-o", "out.html"],
            "tearsheet: unknown section 'tades'; did you mean 'trades'?\n"
        ),
        (
            ["metrics", "SampleRuns/goog-smacross", "--only", "sharp"],
            "tearsheet: unknown value 'sharp' for '--only'; did you mean 'sharpe'?\n"
        ),
        (
            ["explain", "max_drawdwn"],
            "tearsheet: unknown value 'max_drawdwn' for 'KEY'; did you mean 'max_drawdown'?\n"
        ),
        (
            ["figure", "equty", "SampleRuns/goog-smacross", "-o", "x.svg"],
            "tearsheet: unknown figure 'equty'; did you mean 'equity'?\n"
        ),
        (
            ["report", "SampleRuns/goog-smacross", "--benchmrk", "x"],
            "tearsheet: unknown option '--benchmrk'; did you mean '--benchmark'?\n"
        ),
        (["reprot"], "tearsheet: unknown command 'reprot'; did you mean 'report'?\n"),
    ])
    func `a slip names the nearest match and exits with 64`(words: [String], message: String) throws {
        let result = try Tearsheet.run(words)
        #expect(result.errors == message)
        #expect(result.code == 64)
        #expect(result.output.isEmpty)
    }

    @Test(arguments: ["report", "metrics", "figure", "inspect", "validate", "explain", "templates", "completions"])
    func `every command has help with an example`(command: String) throws {
        let result = try Tearsheet.run([command, "--help"])
        #expect(result.code == 0)
        #expect(result.output.contains("tearsheet \(command)"))
        #expect(result.output.lowercased().contains("example"))
    }

    @Test func `the version is one line`() throws {
        #expect(try Tearsheet.run(["--version"]).output == "tearsheet 0.1.0\n")
    }

    @Test func `an output folder that cannot be made is a message, not a crash`() throws {
        let result = try Tearsheet.run([
            "report", "SampleRuns/goog-smacross", "-o", "/proc/nowhere", "--format", "json",
        ])
        #expect(result.code == 1)
        #expect(result.errors.contains("cannot create folder '/proc/nowhere'"))
    }

    @Test func `a full disk is a message, not a crash`() throws {
        let folder = try TemporaryFolder()
        let link = folder.url("r.json").path
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "/dev/full")
        let result = try Tearsheet.run(["report", "SampleRuns/goog-smacross", "-o", link])
        #expect(result.code == 1)
        #expect(result.errors.contains("no space left on the device"))
    }
}
