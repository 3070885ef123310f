import Glibc
import RunFormats
import RunModel
import Series
import Testing

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

    @Test func `a day's return is spread over the bars of its day`() throws {
        let bars = ["2024-01-02", "2024-01-03"].flatMap { day in (10...13).map { "\(day) \($0):00,\(100 + $0)" } }
        let run = try TemporaryRun([
            "equity.csv": "time,equity\n" + bars.joined(separator: "\n"),
            "risk_free.csv": "date,returns\n2024-01-02,0.0003\n2024-01-03,0.0004\n",
        ]).read()
        guard case .perPeriod(let rates, _) = run.riskFree else { Issue.record("no series"); return }
        #expect(rates.count == 7)
        #expect(abs(rates[0] - (pow(1.0003, 1 / 3.0) - 1)) < 1e-15 && abs(rates[6] - (pow(1.0004, 0.25) - 1)) < 1e-15)
        #expect(run.provenance.notes.contains { $0.contains("spread over the run's bars") })
    }

    @Test func `daily returns are compounded over a month, and a monthly return spread over its days`() throws {
        let days = dailyEquity(90, from: "2023-12-29", header: "date,returns").replacing(#/,[0-9.]+/#, with: ",0.0001")
        let months = try TemporaryRun([
            "equity.csv": "date,equity\n2023-12-29,100\n2024-01-31,101\n2024-02-29,102\n", "risk_free.csv": days,
        ]).read()
        guard case .perPeriod(let rates, _) = months.riskFree else { Issue.record("no series"); return }
        #expect(abs(rates[0] - (pow(1.0001, 23) - 1)) < 1e-12 && abs(rates[1] - (pow(1.0001, 21) - 1)) < 1e-12)
        let daily = try TemporaryRun([
            "equity.csv": dailyEquity(44, from: "2024-01-01"),
            "risk_free.csv": "date,returns\n2024-01-31,0.01\n2024-02-29,0.02\n",
        ]).read()
        guard case .perPeriod(let spread, _) = daily.riskFree else { Issue.record("no series"); return }
        #expect(abs(spread.prefix(22).reduce(1) { $0 * (1 + $1) } - 1.01) < 1e-12)
    }

    @Test func `a yearly rate dated at a month's end is of the month after it`() throws {
        let run = try TemporaryRun([
            "equity.csv": "date,equity\n2023-12-31,100\n2024-01-31,101\n2024-02-29,102\n2024-03-31,103\n",
            "risk_free.csv": "date,annual_rate\n2023-12-31,0.12\n2024-01-31,0.24\n2024-02-29,0.36\n",
        ]).read()
        guard case .perPeriod(let rates, _) = run.riskFree else { Issue.record("no series"); return }
        let january = (30 * log1p(0.12) + log1p(0.24)) / 31
        #expect(abs(rates[0] - expm1(january / 12)) < 1e-15)
        #expect(abs(rates[2] - expm1((30 * log1p(0.36) + log1p(0.36)) / 31 / 12)) < 1e-15)
    }
}
