import Foundation
import RunFormats
import RunModel
import Series
import Testing

/// An account that is used up ends the run; it does not refuse it.
struct RuinTests {
    @Test(arguments: ["0", "0.00", "-250.5"])
    func `equity at zero or below ends the run there`(last: String) throws {
        let text = "date,equity\n2024-01-02,100\n2024-01-03,80\n2024-01-04,\(last)\n2024-01-05,5\n2024-01-08,0\n"
        let run = try bare(text)
        #expect(run.equity.values == [100, 80, 0])
        #expect(run.returns.values == [-0.19999999999999996, -1])
        let finding = try #require(run.findings.first)
        #expect(finding.severity == .warning && finding.code == "ruin" && finding.row == 4)
        #expect(
            finding.fact.hasPrefix("the account was used up on 2024-01-04: equity is ")
                && finding.fact.hasSuffix("with a total return of -100 %; 2 rows behind it are left out"))
    }

    @Test(arguments: ["-1", "-1.0", "-1.5"])
    func `a return that loses everything ends the run there`(value: String) throws {
        let rows = "date,returns\n2024-01-02,0.01\n2024-01-03,-0.02\n2024-01-04,\(value)\n2024-01-05,0.5\n"
        let run = try bare(rows, RunOptions(initialCapital: 1000))
        #expect(run.returns.values == [0.01, -0.02, -1] && run.equity.values.last == 0)
        #expect(run.findings.map(\.code) == ["ruin"])
        let first = try bare("date,returns\n2024-01-02,-1\n2024-01-03,0.02\n")
        #expect(first.returns.values == [-1] && first.equity.values == [1, 0])
    }

    @Test func `large returns below -1 have two readings`() throws {
        let message = try bareMessage("date,returns\n2024-01-02,0.8\n2024-01-03,-0.4\n2024-01-04,-1.5\n")
        #expect(
            message.hasPrefix(
                "run.csv:4 column 'returns': -1.5 can be a loss of all there is, as a fraction, or -1.5 percent"))
    }

    @Test func `an account that begins with nothing is no run`() throws {
        let message = try bareMessage("date,equity\n2024-01-02,0\n2024-01-03,100\n")
        #expect(message.hasPrefix("run.csv:2 column 'equity': the run begins with an equity of 0"))
        #expect(try bare("date,equity\n2024-01-02,\n2024-01-03,100\n2024-01-04,0\n").equity.values == [100, 0])
    }

    @Test func `the dates of the options come before the judgement of rows`() throws {
        let text =
            "date,equity\n2023-12-29,x\n2024-01-02,100\n2024-01-03,110\n2024-01-04,0\n2024-01-05,inf\nnever,y\n2024-01-08,-5\n"
        #expect(try bareMessage(text).contains("not a date or time: 'never'"))
        let run = try bare(text, RunOptions(from: CalendarDate(iso: "2024-01-02"), to: CalendarDate(iso: "2024-01-03")))
        #expect(run.equity.values == [100, 110] && !run.findings.contains { $0.code == "ruin" })
        let ruin = try bare(
            text, RunOptions(from: CalendarDate(iso: "2024-01-03"), to: CalendarDate(iso: "2024-01-04")))
        #expect(ruin.equity.values == [100, 110, 0] && ruin.findings.contains { $0.code == "ruin" })
        let message = try bareMessage(text, RunOptions(from: CalendarDate(iso: "2024-01-03")))
        #expect(
            message.hasPrefix("run.csv:7 column 'date': not a date or time: 'never'")
                && message.hasSuffix("(and 1 more error)"))
    }

    @Test func `a run after a ruin begins with its own first value`() throws {
        let text = "date,equity\n2024-01-02,100\n2024-01-03,0\n2024-01-04,50\n2024-01-05,60\n2024-01-08,66\n"
        let run = try bare(text, RunOptions(from: CalendarDate(iso: "2024-01-04")))
        #expect(run.equity.values == [50, 60, 66])
    }

    @Test func `rows out of order outside the dates do not stop the run`() throws {
        let text =
            "date,equity\n2024-01-05,9\n2024-01-03,9\n2024-01-08,100\n2024-01-09,110\n2024-01-10,120\n2024-01-04,5\n"
        let run = try bare(text, RunOptions(from: CalendarDate(iso: "2024-01-08"), to: CalendarDate(iso: "2024-01-09")))
        #expect(run.equity.values.suffix(2) == [100, 110] || run.equity.values == [9, 100, 110])
        #expect(try bareMessage(text).contains("stands after"))
    }

    @Test func `trades outside the dates are not judged`() throws {
        let trades =
            "qty,entry_time,entry_price,exit_time,exit_price\n1,2024-01-02,x,2024-01-03,7\n1,2024-01-04,5,2024-01-08,7\n"
        let folder = try TemporaryRun(["equity.csv": dailyEquity(10), "trades.csv": trades])
        #expect(RunReader.validate(folder.path).contains { $0.code == "not_a_number" })
        #expect(try folder.read(RunOptions(from: CalendarDate(iso: "2024-01-05"))).trades?.count == 1)
    }
}

/// Values whose size says that they are something else.
struct SizeCheckTests {
    private func daily(_ header: String, _ value: (Int) -> Double) -> String {
        header + "\n"
            + (0..<90).map { "\(CalendarDate(day: 19_723 + $0 / 5 * 7 + $0 % 5).iso),\(value($0))\n" }.joined()
    }

    @Test func `returns in percent are warned of, whether outliers or not`() throws {
        let text = daily("date,returns") { Double(($0 * 37) % 41 - 20) / 100 }
        #expect(try bare(text).findings.map(\.code) == ["returns_look_like_percents"])
        let fractions = daily("date,returns") { Double(($0 * 37) % 41 - 20) / 10_000 }
        #expect(try bare(fractions).findings.isEmpty)
    }

    @Test(arguments: [(10_000.0, "deposit"), (-5000, "withdrawal")])
    func `a large round jump of equity looks like a payment`(amount: Double, word: String) throws {
        let text = daily("date,equity") { 20_000 + Double(($0 * 37) % 41 * ($0 % 3)) / 8 + ($0 < 50 ? 0 : amount) }
        let finding = try #require(bare(text).findings.first)
        #expect(finding.code == "equity_jump" && finding.row == 52, "\(finding.message)")
        #expect(finding.fact.hasSuffix("it looks like a \(word)") && finding.remedy?.contains("payment") == true)
    }

    @Test func `the check of outliers speaks loudest where many are extreme`() throws {
        let text = daily("date,returns") { $0 % 9 == 0 ? 0.4 : Double(($0 * 37) % 41 - 20) / 10_000 }
        let finding = try #require(bare(text).findings.first)
        #expect(finding.code == "many_return_spikes" && finding.fact.hasPrefix("10 of 90 returns are more than 15 "))
    }

    @Test func `a long trade of negative size is warned of`() throws {
        let trades =
            "side,qty,entry_time,entry_price,exit_time,exit_price\n LONG ,-1,2024-01-02,5,2024-01-08,7\nshort,-1,2024-01-02,5,2024-01-08,7\n"
        let run = try TemporaryRun(["equity.csv": dailyEquity(10), "trades.csv": trades]).read()
        #expect(run.findings.first { $0.code == "side_against_size" }?.row == 2)
        #expect(run.trades?.map(\.side) == [.long, .short])
    }

    @Test func `bad cells of trades are bounded`() throws {
        let rows = (0..<5000).map { "\($0),1,2024-01-02,x,2024-01-08,7\n" }.joined()
        let text = "id,qty,entry_time,entry_price,exit_time,exit_price\n" + rows
        let folder = try TemporaryRun(["equity.csv": dailyEquity(10), "trades.csv": text])
        #expect(RunReader.validate(folder.path).count == 6)
    }
}

/// What lies beside and around a run.
struct NeighbourTests {
    @Test func `a folder of runs names them`() throws {
        let folder = try TemporaryRun()
        for name in ["a", "b"] {
            try FileManager.default.createDirectory(
                atPath: folder.path + "/" + name, withIntermediateDirectories: false)
            try folder.write(name + "/equity.csv", Array(dailyEquity(5).utf8))
        }
        let message = RunReader.validate(folder.path).first?.message ?? ""
        #expect(message.contains(": 2 run folders lie within: 'a', 'b'; name one of them, such as "))
    }

    @Test func `the trades of run10 do not belong to run1`() throws {
        let curve = ",Equity,DrawdownPct,DrawdownDuration\n2024-01-02,100,0,\n2024-01-03,99,0.01,\n"
        let trades =
            "Size,EntryBar,ExitBar,EntryPrice,ExitPrice,PnL,EntryTime,ExitTime\n1,0,1,5,4,-1,2024-01-02,2024-01-03\n"
        let folder = try TemporaryRun(["run1.equity.csv": curve, "run10.trades.csv": trades])
        #expect(try folder.read("run1.equity.csv").trades == nil)
        try folder.write("run1_trades.csv", Array(trades.utf8))
        #expect(try folder.read("run1.equity.csv").trades?.count == 1)
    }

    @Test func `what nobody gave is a default`() throws {
        let folder = try TemporaryRun([
            "run.csv": dailyEquity(5), "equity.csv": dailyEquity(5), "run.json": #"{"id": "x", "risk_free": 0.01}"#,
        ])
        func origins(_ path: String, _ options: RunOptions = RunOptions()) throws -> [String] {
            try RunReader.inspect(path, options: options).fields.filter {
                ["id", "engine", "risk_free"].contains($0.name)
            }
            .map(\.origin)
        }
        #expect(try origins(folder.path + "/run.csv") == ["default", "default", "default"])
        #expect(try origins(folder.path) == ["given", "default", "given"])
        #expect(
            try origins(folder.path + "/run.csv", RunOptions(riskFree: .annual(0))) == ["default", "default", "given"])
    }
}
