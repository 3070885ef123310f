import RunFormats
import RunModel
import TestSupport
import Testing

/// Benchmarks and rates that are found by name.
@Suite struct SeriesLibraryTests {
    private func library(_ files: [String: String]) throws -> (SeriesLibrary, TemporaryRun) {
        let folder = try TemporaryRun(files)
        return (SeriesLibrary(folder: folder.path), folder)
    }

    private var series: [String: String] {
        ["SPY.csv": dailyEquity(8, header: "date,close"), "US 3M.csv": "date,annual_rate\n2023-01-01,0.05\n"]
    }

    @Test func `a run that names its benchmark finds it, and the file is in the provenance`() throws {
        let (library, folder) = try library(series)
        var options = RunOptions()
        options.library = library
        let run = try withExtendedLifetime(folder) {
            try TemporaryRun(["equity.csv": dailyEquity(8), "run.json": #"{"benchmark": "spy"}"#]).read(options)
        }
        #expect(run.benchmark?.name == "spy" && run.benchmark?.pairs.count == 7)
        #expect(run.provenance.files.contains { $0.name == "SPY.csv" && $0.role == "benchmark" })
        #expect(run.provenance.notes.contains("The benchmark 'spy' was found in the library, SPY.csv."))
    }

    @Test func `options name series of the library, and a file comes before it`() throws {
        let (library, folder) = try library(series)
        var options = RunOptions(benchmark: .init(path: "SPY"), riskFree: .file("us-3m"))
        options.library = library
        let run = try withExtendedLifetime(folder) { try TemporaryRun(["equity.csv": dailyEquity(8)]).read(options) }
        #expect(run.benchmark?.name == "SPY")
        guard case .perPeriod(let rates, _) = run.riskFree else {
            Issue.record("no rates")
            return
        }
        #expect(rates.count == 7)
        #expect((rates[0] - 0.05 / 252).magnitude < 1e-4)
    }

    @Test func `a name that is neither is an error with the nearest one`() throws {
        let (library, folder) = try library(series)
        var options = RunOptions(benchmark: .init(path: "SPX"))
        options.library = library
        let run = try TemporaryRun(["equity.csv": dailyEquity(8)])
        let findings = withExtendedLifetime(folder) { RunReader.validate(run.path, options: options) }
        #expect(findings.first?.code == "not_in_library")
        #expect(findings.first?.message.contains("did you mean 'SPY'?") == true)
    }

    @Test func `a name leads nowhere but into the folder`() throws {
        let (library, folder) = try library(series)
        withExtendedLifetime(folder) {
            for name in ["../SPY", "/etc/passwd", "", ".", "..", "SPY.csv/.."] {
                let path = library.path(of: name)
                #expect(path == nil || path == folder.path + "/SPY.csv", "\(name)")
            }
        }
    }
}
