import RunFormats
import RunModel
import Series
import Testing

struct BenchmarkTests {
    @Test func `a benchmark beside the run is of its kind`() throws {
        let levels = try bare("date,equity,benchmark\n2024-01-02,100,50\n2024-01-03,110,75\n2024-01-04,121,75\n")
        #expect(levels.benchmark?.matchedReturns == [0.5, 0])
        #expect(levels.benchmark?.matchedRunIndices == [0, 1])
        let returns = try bare("date,strategy,benchmark\n2024-01-02,0.1,0.2\n2024-01-03,0.1,0.3\n")
        #expect(returns.benchmark?.matchedReturns == [0.2, 0.3])
        let mixed = try bare("date,equity,benchmark_returns\n2024-01-02,100,0.2\n2024-01-03,110,0.3\n")
        #expect(mixed.benchmark?.matchedReturns == [0.3])
        #expect(mixed.benchmark?.unmatchedInBenchmark == 0)
    }

    private func folder(_ benchmark: String, equity: String = dailyEquity(6)) throws -> TemporaryRun {
        try TemporaryRun(["equity.csv": equity, "benchmark.csv": benchmark])
    }

    @Test func `what one of the two lacks is counted and left out`() throws {
        let benchmark = "date,returns\n2024-01-02,0.1\n2024-01-04,0.2\n2024-01-05,0.3\n2024-01-06,0.4\n2024-02-01,0.5\n"
        let result = try folder(benchmark).read()
        let aligned = try #require(result.benchmark)
        #expect(aligned.matchedRunIndices == [0, 2, 3])
        #expect(aligned.matchedReturns == [0.1, 0.2, 0.3])
        #expect(aligned.unmatchedInRun == 2)
        #expect(aligned.unmatchedInBenchmark == 1)
        #expect(result.findings.map(\.code) == ["benchmark_unmatched"])
    }

    @Test func `closing times and dates are the same day`() throws {
        let equity = "date,equity\n2024-01-02 16:00,100\n2024-01-03 16:00,101\n2024-01-04 16:00,102\n"
        let aligned = try folder("date,returns\n2024-01-02,0.1\n2024-01-03,0.2\n2024-01-04,0.3\n", equity: equity)
            .read().benchmark
        #expect(aligned?.matchedReturns == [0.2, 0.3])
    }

    @Test func `months match wherever in the month they stand`() throws {
        let equity = "date,equity\n2024-01-31,100\n2024-02-29,101\n2024-03-31,102\n2024-04-30,103\n"
        let benchmark = "date,returns\n2024-01-01,0.1\n2024-02-01,0.2\n2024-03-01,0.3\n2024-04-01,0.4\n"
        #expect(try folder(benchmark, equity: equity).read().benchmark?.matchedReturns == [0.2, 0.3, 0.4])
    }

    @Test func `a finer benchmark is compounded over the run's periods`() throws {
        let equity = "date,equity\n2024-01-31,100\n2024-02-29,101\n2024-03-31,102\n"
        let days = dailyEquity(70, from: "2024-01-15", header: "date,close")
        let run = try folder(days, equity: equity).read()
        let closes = Dictionary(
            uniqueKeysWithValues: days.split(separator: "\n").dropFirst().map { line in
                (String(line.prefix(10)), Double(line.dropFirst(11)) ?? 0)
            })
        let january = try #require(closes["2024-01-31"])
        let february = try #require(closes["2024-02-29"])
        #expect(abs((run.benchmark?.matchedReturns[0] ?? 0) - (february / january - 1)) < 1e-12)
        #expect(run.provenance.notes.contains { $0.contains("compounded over its periods") })
    }

    @Test func `a daily run takes the bars of its own dates`() throws {
        let equity = "date,equity\n2024-01-02,100\n2024-01-03,101\n2024-01-04,102\n"
        let hours = ["2024-01-02 15:00,0.5", "2024-01-03 10:00,0.1", "2024-01-03 11:00,0.1", "2024-01-04 10:00,0.2"]
        let aligned = try folder("time,returns\n" + hours.joined(separator: "\n"), equity: equity).read().benchmark
        #expect(aligned?.matchedReturns.map { ($0 * 1e9).rounded() / 1e9 } == [0.21, 0.2])
    }

    @Test func `a daily benchmark is not compared with minutes`() throws {
        let minutes = (30..<50).map { "2024-01-02 10:\($0),\(100 + $0)" }.joined(separator: "\n")
        let run = try folder("date,close\n2024-01-02,1\n2024-01-03,2\n", equity: "time,equity\n" + minutes).read()
        #expect(run.benchmark == nil)
        #expect(run.findings.map(\.code) == ["benchmark_too_coarse"])
    }

    @Test func `an option's file and column come first`() throws {
        let other = try TemporaryRun(["index.csv": "date,SPX,returns\n2024-01-02,0.1,0\n2024-01-03,0.2,0\n"])
        let option = RunOptions(benchmark: .init(path: other.path + "/index.csv", column: "SPX"))
        let run = try folder("date,close\n2024-01-02,1\n2024-01-03,2\n").read(option)
        #expect(run.benchmark?.matchedReturns == [0.1, 0.2])
        #expect(run.benchmark?.name == "SPX")
        #expect(run.provenance.files.map(\.name) == ["benchmark.csv", "equity.csv", "index.csv"])
    }

    @Test func `a column that is not there is named with those that are`() throws {
        let other = try TemporaryRun(["index.csv": "date,close\n2024-01-02,0.1\n2024-01-03,0.2\n"])
        let option = RunOptions(benchmark: .init(path: other.path + "/index.csv", column: "SPX"))
        #expect(try bareMessage(dailyEquity(5), option) == "index.csv: no column 'SPX' among 'close'; check the name")
    }

    @Test func `an empty benchmark is left out with a warning`() throws {
        let run = try bare("date,equity,benchmark\n2024-01-02,100,\n2024-01-03,110,\n")
        #expect(run.benchmark == nil)
        #expect(run.findings.contains { $0.code == "benchmark_empty" })
    }
}

struct RiskFreeTests {
    private func rate(_ files: [String: String], _ options: RunOptions = RunOptions()) throws -> RiskFreeRate {
        try TemporaryRun(files.merging(["equity.csv": dailyEquity(4)]) { first, _ in first }).read(options).riskFree
    }

    @Test func `two percent unless somebody says another`() throws {
        #expect(try rate([:]) == .annual(0.02))
        #expect(try rate(["run.json": #"{"risk_free": 0.05}"#]) == .annual(0.05))
        #expect(try rate(["run.json": #"{"risk_free": 0.05}"#], RunOptions(riskFree: .annual(0))) == .annual(0))
    }

    @Test func `yearly rates hold until the next and become rates per period`() throws {
        guard
            case .perPeriod(let rates, let name) = try rate([
                "risk_free.csv": "date,annual_rate\n2023-12-01,0.0252\n2024-01-03,0\n"
            ])
        else {
            Issue.record("no series")
            return
        }
        #expect(rates.count == 3)
        #expect(abs(rates[0] - 9.8765e-5) < 1e-8)
        #expect(rates[1] == 0 && rates[2] == 0)
        #expect(name == "risk_free.csv")
    }

    @Test func `rates that do not cover the run are not used`() throws {
        let run = try TemporaryRun([
            "equity.csv": dailyEquity(4), "risk_free.csv": "date,returns\n2024-01-02,0.1\n2024-01-03,0.1\n",
        ]).read()
        #expect(run.riskFree == .annual(0.02))
        #expect(run.findings.map(\.code) == ["risk_free_coverage"])
    }
}
