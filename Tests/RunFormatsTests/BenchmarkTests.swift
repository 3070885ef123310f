import RunFormats
import RunModel
import Series
import Testing

struct BenchmarkTests {
    /// Returns of the pairs to nine places.
    private func returns(_ run: Run) -> [Double] {
        (run.benchmark?.pairs.benchmarkReturns ?? []).map { ($0 * 1e9).rounded() / 1e9 }
    }

    private func dates(_ run: Run) -> [String] { run.benchmark?.pairs.timestamps.map { $0.date.iso } ?? [] }

    @Test func `a benchmark beside the run is of its kind`() throws {
        let levels = try bare("date,equity,benchmark\n2024-01-02,100,50\n2024-01-03,110,75\n2024-01-04,121,75\n")
        #expect(returns(levels) == [0.5, 0])
        #expect(levels.benchmark?.pairs.ends == [1, 2])
        let returns = try bare("date,strategy,benchmark\n2024-01-02,0.1,0.2\n2024-01-03,0.1,0.3\n")
        #expect(returns.benchmark?.pairs.benchmarkReturns == [0.2, 0.3])
        let mixed = try bare("date,equity,benchmark_returns\n2024-01-02,100,0.2\n2024-01-03,110,0.3\n")
        #expect(mixed.benchmark?.pairs.benchmarkReturns == [0.3])
        #expect(mixed.benchmark?.unmatchedInBenchmark == 0)
    }

    private func folder(_ benchmark: String, equity: String = dailyEquity(6)) throws -> TemporaryRun {
        try TemporaryRun(["equity.csv": equity, "benchmark.csv": benchmark])
    }

    @Test func `a move of a day that only one side has is in the return to the next common day`() throws {
        let equity = "date,equity\n2024-01-02,100\n2024-01-03,110\n2024-01-04,121\n2024-01-08,242\n"
        let closes = "date,close\n2024-01-02,10\n2024-01-04,20\n2024-01-05,30\n2024-01-08,15\n2024-01-09,1\n"
        let run = try folder(closes, equity: equity).read()
        #expect(dates(run) == ["2024-01-04", "2024-01-08"])
        #expect(returns(run) == [1, -0.25])
        #expect(run.benchmark?.pairs.runReturns.map { ($0 * 1e9).rounded() / 1e9 } == [0.21, 1])
        #expect(run.benchmark?.returns.values.map { ($0 * 1e9).rounded() / 1e9 } == [1, 0.5, -0.5])
        #expect(run.benchmark?.unmatchedInRun == 1 && run.benchmark?.unmatchedInBenchmark == 1)
        #expect(run.findings.map(\.code).contains("benchmark_unmatched"))
    }

    @Test func `a benchmark starts at its last level at or before the run's start value`() throws {
        let equity = "date,equity\n2024-01-02,100\n2024-01-03,110\n"
        let run = try folder("date,close\n2023-12-28,5\n2023-12-29,10\n2024-01-03,11\n", equity: equity).read()
        #expect(returns(run) == [0.1])
        #expect(run.benchmark?.start.date.iso == "2024-01-02")
        let stale = try folder(
            "date,close\n2023-12-01,10\n2024-01-03,11\n2024-01-04,12\n", equity: dailyEquity(4, from: "2024-01-02"))
        #expect(dates(try stale.read()) == ["2024-01-04"])
    }

    @Test func `an explicitly missing return leaves its pair out and is counted`() throws {
        let text = """
            date,returns,benchmark
            2024-01-02,0.1,0.2
            2024-01-03,0.1,
            2024-01-04,0.1,0.3
            2024-01-05,,0.4
            2024-01-08,0.1,0.5

            """
        let run = try bare(text)
        #expect(dates(run) == ["2024-01-02", "2024-01-04", "2024-01-08"])
        #expect(returns(run) == [0.2, 0.3, 0.5])
        #expect(run.benchmark?.missingPairs == 2)
        #expect(run.findings.contains { $0.code == "benchmark_missing_returns" })
    }

    @Test func `a missing level is no missing return`() throws {
        let run = try bare("date,equity,benchmark\n2024-01-02,100,50\n2024-01-03,110,\n2024-01-04,121,75\n")
        #expect(returns(run) == [0.5])
        #expect(run.benchmark?.pairs.runReturns.map { ($0 * 1e9).rounded() / 1e9 } == [0.21])
        #expect(run.benchmark?.missingPairs == 0)
    }

    @Test func `closing times and dates are the same day`() throws {
        let equity = "date,equity\n2024-01-02 16:00,100\n2024-01-03 16:00,101\n2024-01-04 16:00,102\n"
        let run = try folder("date,returns\n2024-01-02,0.1\n2024-01-03,0.2\n2024-01-04,0.3\n", equity: equity).read()
        #expect(run.benchmark?.pairs.benchmarkReturns == [0.2, 0.3])
    }

    @Test func `months match wherever in the month they stand`() throws {
        let equity = "date,equity\n2024-01-31,100\n2024-02-29,101\n2024-03-31,102\n2024-04-30,103\n"
        let benchmark = "date,returns\n2024-01-01,0.1\n2024-02-01,0.2\n2024-03-01,0.3\n2024-04-01,0.4\n"
        #expect(try folder(benchmark, equity: equity).read().benchmark?.pairs.benchmarkReturns == [0.2, 0.3, 0.4])
    }

    @Test
    func `returns of the first of a month are of that month, levels of the first are the end of the month before`()
        throws
    {
        let returns = try bare("date,returns\n2024-01-01,0.1\n2024-02-01,0.2\n2024-03-01,0.3\n")
        #expect(returns.returns.timestamps.map { $0.date.iso } == ["2024-01-31", "2024-02-29", "2024-03-31"])
        #expect(returns.equity.timestamps[0].date.iso == "2023-12-31")
        let levels = try bare("date,equity\n2024-01-01,100\n2024-02-01,110\n2024-03-01,120\n")
        #expect(levels.equity.timestamps.map { $0.date.iso } == ["2023-12-31", "2024-01-31", "2024-02-29"])
        let quarters = try bare("date,returns\n2023-01-01,0.1\n2023-04-01,0.2\n2023-07-01,0.3\n")
        #expect(quarters.returns.timestamps.last?.date.iso == "2023-09-30")
        #expect(quarters.findings.contains { $0.code == "first_of_month_timestamps" })
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
        #expect(abs((run.benchmark?.pairs.benchmarkReturns[0] ?? 0) - (february / january - 1)) < 1e-12)
        #expect(run.provenance.notes.contains { $0.contains("finer than the run") })
    }

    @Test func `months that a daily benchmark covers in part are not compared`() throws {
        let equity = "date,equity\n2024-01-31,100\n2024-02-29,101\n2024-03-31,102\n2024-04-30,103\n2024-05-31,104\n"
        let days = dailyEquity(55, from: "2024-02-12", header: "date,close")
        let run = try folder(days, equity: equity).read()
        #expect(dates(run) == ["2024-03-31"])
        #expect(run.findings.contains { $0.code == "benchmark_part" })
    }

    @Test func `a daily run takes the bars of its own dates`() throws {
        let equity = "date,equity\n2024-01-02,100\n2024-01-03,101\n2024-01-04,102\n"
        let hours = ["2024-01-02 15:00,0.5", "2024-01-03 10:00,0.1", "2024-01-03 11:00,0.1", "2024-01-04 10:00,0.2"]
        let run = try folder("time,returns\n" + hours.joined(separator: "\n"), equity: equity).read()
        #expect(returns(run) == [0.21, 0.2])
    }

    @Test func `a run within days is compared with a daily benchmark by its days`() throws {
        let bars = ["2024-01-02", "2024-01-03", "2024-01-04"].enumerated().flatMap { index, day in
            (30..<50).map { "\(day) 10:\($0),\(100 + $0 + index)" }
        }
        let closes = "date,close\n2023-12-29,8\n2024-01-02,10\n2024-01-03,11\n2024-01-04,22\n"
        let run = try folder(closes, equity: "time,equity\n" + bars.joined(separator: "\n")).read()
        #expect(returns(run) == [0.25, 0.1, 1])
        let own = run.benchmark?.pairs.runReturns ?? []
        let expected: [Double] = [19.0 / 130.0, 1.0 / 149.0, 1.0 / 150.0]
        #expect(zip(own, expected).allSatisfy { abs($0 - $1) < 1e-12 })
        #expect(run.benchmark?.pairs.starts == [0, 19, 39])
        #expect(run.benchmark?.calendar.periodsPerYear == 252)
    }

    @Test func `prices labelled with the first of a month are that month's close`() throws {
        let closes = "date,close\n2024-01-01,10\n2024-02-01,20\n2024-03-01,30\n"
        let ends = try folder(closes, equity: "date,equity\n2024-01-31,100\n2024-02-29,110\n2024-03-31,120\n").read()
        #expect(dates(ends) == ["2024-02-29", "2024-03-31"] && returns(ends) == [1, 0.5])
        let firsts = try folder(closes, equity: "date,equity\n2024-01-01,100\n2024-02-01,110\n2024-03-01,120\n").read()
        #expect(dates(firsts) == ["2024-01-31", "2024-02-29"] && returns(firsts) == [1, 0.5])
    }

    @Test func `returns of a benchmark in the rows of equity are of the same moments`() throws {
        let rows = "date,equity,benchmark_returns\n2024-01-01,100,0.1\n2024-02-01,110,0.2\n2024-03-01,120,0.3\n"
        let run = try bare(rows)
        #expect(run.equity.timestamps.map { $0.date.iso } == ["2023-12-31", "2024-01-31", "2024-02-29"])
        #expect(dates(run) == ["2024-01-31", "2024-02-29"] && returns(run) == [0.2, 0.3])
    }

    @Test func `a declared number of periods holds for the comparison too`() throws {
        let closes = dailyEquity(60, header: "date,close")
        let run = try folder(closes, equity: dailyEquity(60)).read(RunOptions(periodsPerYear: 63))
        #expect(run.benchmark?.pairs.periodsPerYear == 63 && run.benchmark?.calendar.periodsPerYear == 63)
    }

    @Test func `a monthly benchmark is not compared with days`() throws {
        let months = "date,close\n2024-01-31,1\n2024-02-29,2\n2024-03-31,3\n"
        let run = try folder(months, equity: dailyEquity(60)).read()
        #expect(run.benchmark == nil)
        #expect(run.findings.map(\.code) == ["benchmark_too_coarse"])
    }

    @Test func `an option's file and column come first`() throws {
        let other = try TemporaryRun(["index.csv": "date,SPX,returns\n2024-01-02,0.1,0\n2024-01-03,0.2,0\n"])
        let option = RunOptions(benchmark: .init(path: other.path + "/index.csv", column: "SPX"))
        let run = try folder("date,close\n2024-01-02,1\n2024-01-03,2\n").read(option)
        #expect(run.benchmark?.pairs.benchmarkReturns == [0.1, 0.2])
        #expect(run.benchmark?.name == "SPX")
        #expect(run.provenance.files.map(\.name) == ["benchmark.csv", "equity.csv", "index.csv"])
    }

    @Test func `prices beside a column of returns are never read as returns`() throws {
        let other = try TemporaryRun(["index.csv": "date,SPY,returns\n2024-01-02,471.1,0.01\n2024-01-03,472.2,-0.01\n"])
        let option = RunOptions(benchmark: .init(path: other.path + "/index.csv", column: "SPY"))
        let message = try bareMessage(dailyEquity(5), option)
        #expect(
            message.hasPrefix("index.csv column 'SPY': read as the benchmark's returns, but all values lie between"))
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

    @Test func `a benchmark of zeros is left out, and the words are of the benchmark`() throws {
        let zeros = try folder(dailyEquity(6, header: "date,close").replacing(#/,[0-9.]+/#, with: ",0")).read()
        #expect(zeros.benchmark == nil)
        #expect(zeros.findings.map(\.code) == ["benchmark_not_positive"])
        #expect(zeros.findings[0].fact == "the benchmark is 0 or below throughout, so it is left out")
        let one = try folder("date,close\n2024-01-02,10\n2024-01-03,-1\n2024-01-04,11\n").read()
        #expect(one.benchmark == nil && one.findings[0].row == 3)
    }

    @Test func `a benchmark that is only named is a note`() throws {
        let run = try TemporaryRun(["equity.csv": dailyEquity(5), "run.json": #"{"benchmark": "SPY"}"#]).read()
        #expect(run.findings.map(\.code) == ["benchmark_absent"])
    }

    @Test func `a benchmark of part of the run says which`() throws {
        let run = try folder(dailyEquity(20, from: "2024-02-01", header: "date,close"), equity: dailyEquity(80)).read()
        let finding = run.findings.first { $0.code == "benchmark_part" }
        #expect(finding?.fact == "the benchmark covers 2024-02-01 to 2024-02-28, the run 2024-01-01 to 2024-04-19")
        #expect(!run.benchmarkIsWhole)
    }

    @Test func `one day in common is too short to compare`() throws {
        let run = try folder("date,close\n2024-01-01,5\n2024-02-01,6\n2024-02-02,6\n", equity: dailyEquity(6)).read()
        #expect(run.benchmark == nil && run.findings.map(\.code) == ["benchmark_too_short"])
    }
}
