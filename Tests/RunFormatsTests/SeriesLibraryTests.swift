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

    @Test func `factors are found by name too, with their digest in the provenance`() throws {
        let (library, folder) = try library(["FF 3.csv": "date,mkt,smb\n2024-01-03,0.01,0.02\n2024-01-04,-0.01,0.01\n"])
        var options = RunOptions()
        (options.library, options.factors) = (library, "ff-3")
        let run = try withExtendedLifetime(folder) { try TemporaryRun(["equity.csv": dailyEquity(8)]).read(options) }
        #expect(run.factors?.names == ["mkt", "smb"])
        #expect(
            run.provenance.files.contains { $0.name == "FF 3.csv" && $0.role == "factors" && $0.sha256.count == 64 })
    }

    @Test func `of two files of one name the first is read, and a warning names both`() throws {
        let (library, folder) = try library([
            "SPY.csv": dailyEquity(8, header: "date,close"), "spy.txt": "date,close\n",
        ])
        for asked in [RunOptions.BenchmarkFile(path: "SPY"), nil] {
            var options = RunOptions(benchmark: asked)
            options.library = library
            let run = try withExtendedLifetime(folder) {
                try TemporaryRun(["equity.csv": dailyEquity(8), "run.json": #"{"benchmark": "SPY"}"#]).read(options)
            }
            let finding = run.findings.first { $0.code == "twice_in_library" }
            #expect(finding?.severity == .warning && run.benchmark?.pairs.count == 7)
            #expect(finding?.message.contains("'SPY.csv', 'spy.txt'; the first was read") == true)
        }
    }

    @Test func `a file that has the name of the run's own is in the provenance with its folder`() throws {
        let other = try TemporaryRun(["equity.csv": dailyEquity(8, header: "date,close") + "2024-03-01,9\n"])
        let run = try withExtendedLifetime(other) {
            try TemporaryRun(["equity.csv": dailyEquity(8)]).read(
                RunOptions(benchmark: .init(path: other.path + "/equity.csv")))
        }
        let folder = other.path.split(separator: "/").last.map(String.init) ?? ""
        #expect(run.provenance.files.map(\.name) == [folder + "/equity.csv", "equity.csv"].sorted())
        #expect(Set(run.provenance.files.map(\.sha256)).count == 2)
        #expect(run.provenance.files.first { $0.role == "benchmark" }?.name == folder + "/equity.csv")
    }

    @Test(arguments: [
        ("SPX", "did you mean 'SPY'?"), ("3m", "did you mean 'US 3M'?"), ("us", "did you mean 'US 3M'?"),
        ("us4m", "did you mean 'US 3M'?"),
        ("nothing-like-it", "it has 'SPY', 'US 3M'"),
    ])
    func `a name that is not there is told what is`(name: String, remedy: String) throws {
        let (library, folder) = try library(series)
        var options = RunOptions(benchmark: .init(path: name))
        options.library = library
        let run = try TemporaryRun(["equity.csv": dailyEquity(8)])
        let findings = withExtendedLifetime((folder, run)) { RunReader.validate(run.path, options: options) }
        #expect(findings.map(\.remedy) == [remedy])
    }

    @Test func `a benchmark that the run names and the library lacks has the near names`() throws {
        let (library, folder) = try library(["SPY.csv": "x", "SPY-TR.csv": "x", "EFA.csv": "x"])
        var options = RunOptions()
        options.library = library
        let run = try withExtendedLifetime(folder) {
            try TemporaryRun(["equity.csv": dailyEquity(8), "run.json": #"{"benchmark": "SPX"}"#]).read(options)
        }
        let finding = run.findings.first { $0.code == "benchmark_absent" }
        #expect(finding?.fact == "the benchmark 'SPX' is named, but neither the run nor the library has data of it")
        #expect(finding?.remedy == "the library has 'SPY': give --benchmark")
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
