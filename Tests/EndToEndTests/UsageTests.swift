import Foundation
import TestSupport
import Testing

/// Messages and exit codes of wrong command lines and outputs that cannot be written.
@Suite struct UsageTests {
    private let run = "SampleRuns/goog-smacross"

    @Test(arguments: [
        (
            ["report", "SampleRuns/goog-smacross", "--template", "ful"],
            "unknown template 'ful'; did you mean 'full'?"
        ),
        (
            ["report", "SampleRuns/goog-smacross", "--sections", "tades", "-o", "never.html"],
            "unknown section 'tades'; did you mean 'trades'?"
        ),
        (
            ["metrics", "SampleRuns/goog-smacross", "--only", "sharp"],
            "unknown value 'sharp' for '--only'; did you mean 'sharpe'?"
        ),
        (["explain", "max_drawdwn"], "unknown value 'max_drawdwn' for 'KEY'; did you mean 'max_drawdown'?"),
        (
            ["figure", "equty", "SampleRuns/goog-smacross", "-o", "never.svg"],
            "unknown value 'equty' for 'NAME'; did you mean 'equity'?"
        ),
        (
            ["report", "SampleRuns/goog-smacross", "--benchmrk", "x"],
            "unknown option '--benchmrk'; did you mean '--benchmark'?"
        ),
        (["reprot"], "unknown command 'reprot'; did you mean 'report'?"),
        (
            ["report", "SampleRuns/goog-smacross", "--format", "htm"],
            "unknown value 'htm' for '--format'; did you mean 'html'?"
        ),
        (
            ["report", "SampleRuns/goog-smacross", "--calendar", "xnsy"],
            "unknown value 'xnsy' for '--calendar'; did you mean 'xnys'?"
        ),
    ])
    func `a slip names the nearest match and exits with 64`(words: [String], message: String) throws {
        let result = try Tearsheet.run(words)
        #expect(result.errors == "tearsheet: \(message)\n")
        #expect(result.code == 64)
        #expect(result.output.isEmpty)
    }

    @Test(arguments: [
        (["report"], "argument RUN is missing; see 'tearsheet report --help'"),
        (["explain"], "argument KEY is missing; see 'tearsheet explain --help'"),
        (["figure"], "argument NAME is missing; see 'tearsheet figure --help'"),
        (["report", "a", "--from", "x"], "'--from' must be a date such as 2015-01-02, not 'x'"),
        (["report", "a", "--set", "x"], "'--set' must be of the form key=value, not 'x'"),
        (["report", "a", "-j", "0"], "'--jobs' must be a whole number from 1 to 1024, not '0'"),
        (
            ["figure", "equity", "a", "-o", "x.bmp"],
            "'--output' must be a file ending in .svg, .png or .pdf, not 'x.bmp'"
        ),
        (
            ["figure", "equity", "a", "-o", "x.svg", "--size", "9x9"],
            "'--size' must be a width and height from 50 to 10000, such as 900x420, not '9x9'"
        ),
        (["report", "a", "b", "-o", "x.html"], "'--output' must be a folder for several runs, not 'x.html'"),
    ])
    func `a command line that does not hold says how`(words: [String], message: String) throws {
        let result = try Tearsheet.run(words)
        #expect(result.errors.hasPrefix("tearsheet: \(message)"), "\(result.errors)")
        #expect(result.code == 64 && result.output.isEmpty)
        #expect(result.errors.split(separator: "\n").count == 1)
    }

    @Test func `an output folder that cannot be made is a message, not a crash`() throws {
        let result = try Tearsheet.run(["report", run, "-o", "/proc/nowhere", "--format", "json"])
        #expect(result.code == 1)
        #expect(
            result.errors.hasPrefix("tearsheet: \(run): cannot create the folder '/proc/nowhere'"), "\(result.errors)")
    }

    @Test func `an output below a file is a message`() throws {
        let folder = try TemporaryFolder()
        _ = try folder.write("", to: "file")
        let result = try Tearsheet.run(["report", run, "-o", folder.url("file/out").path, "--format", "json"])
        #expect(result.code == 1 && result.errors.contains("cannot create the folder"), "\(result.errors)")
        #expect(folder.names == ["file"])
    }

    @Test func `a full disk is a message, not a crash`() throws {
        let folder = try TemporaryFolder()
        for (file, words) in [
            ("r.json", ["report", run]), ("r.pdf", ["report", run]), ("f.svg", ["figure", "equity", run]),
        ] {
            let link = folder.url(file).path
            try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "/dev/full")
            let result = try Tearsheet.run(words + ["-o", link])
            #expect(result.code == 1)
            #expect(
                result.errors.hasSuffix("cannot write '\(link)': no space left on the device\n"), "\(result.errors)")
        }
        #expect(folder.names == ["f.svg", "r.json", "r.pdf"])
    }

    @Test(arguments: [
        "report SampleRuns/goog-smacross -o \"$HOME/x.json\"", "metrics SampleRuns/goog-smacross", "templates list",
        "inspect SampleRuns/goog-smacross", "explain sharpe", "--help", "completions bash",
    ])
    func `a full standard output is a message, not a crash`(words: String) throws {
        let folder = try TemporaryFolder()
        let script = "cd '\(repositoryRoot.path)'; tearsheet \(words) > /dev/full"
        let result = try Tearsheet.script(script, in: folder.url)
        #expect(result.code == 1)
        #expect(result.errors == "tearsheet: cannot write 'standard output': no space left on the device\n")
    }

    @Test func `a reader that leaves early is no error to see`() throws {
        let folder = try TemporaryFolder()
        let script = "cd '\(repositoryRoot.path)'; tearsheet metrics SampleRuns/goog-smacross --format json | head -n 1"
        let result = try Tearsheet.script(script, in: folder.url)
        #expect(result.output == "{\n" && !result.errors.contains("crash"), "\(result.errors)")
    }
}
