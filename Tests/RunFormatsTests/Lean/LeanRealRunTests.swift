import Foundation
import RunModel
import Series
import TestSupport
import Testing

@testable import RunFormats

/// Real results of LEAN against what the engine itself says of them.
struct LeanRealRunTests {
    private static let pltr = "lean/2025-09-camel-pltr-1610854357.json"
    private static let framework = "lean/2020-pascal-xy-BasicTemplateFramework.json"

    private func read(_ name: String) throws -> (run: Run, raw: RawRun) {
        let recognised = try RecognisedPath(RealRuns.folder + "/" + name, options: RunOptions())
        let assembly = try recognised.assembly(of: try recognised.run(nil), RunOptions())
        return (try assembly.run(), assembly.raw)
    }

    private func number(_ json: JSON?) -> Double? { json?.number ?? json?.string.flatMap(Double.init) }

    @Test(.enabled(if: RealRuns.areThere, "\(RealRuns.advice)"))
    func `five years of daily samples agree with the engine's statistics`() throws {
        let (run, _) = try read(Self.pltr)
        let performance = try RealRuns.json(Self.pltr)["totalPerformance"]
        let portfolio = performance?["portfolioStatistics"]
        let (start, end) = (run.equity.values[0], run.equity.values.last ?? 0)
        #expect(start == number(portfolio?["startEquity"]) && end == number(portfolio?["endEquity"]))
        #expect((end / start - 1 - (number(portfolio?["totalNetProfit"]) ?? 0)).magnitude < 5e-5)
        // LEAN counts from the midnight that begins the first day to the close of the last one.
        let days = 2067 + 15.0 / 24
        let growth = pow(end / start, 365 / days) - 1
        #expect((growth - (number(portfolio?["compoundingAnnualReturn"]) ?? 0)).magnitude < 5e-5)
        let closed = run.trades?.filter { !$0.isOpen } ?? []
        #expect(Double(closed.count) == number(performance?["tradeStatistics"]?["totalNumberOfTrades"]))
        #expect(closed.map(\.profit) == [91.84, -241.4])
        #expect(Double(closed.count { $0.profit > 0 }) / 2 == number(portfolio?["winRate"]))
        #expect(run.equity.timestamps[0].date.iso == "2019-12-31")
        #expect(run.equity.timestamps.last?.date.iso == "2025-08-29")
        #expect(run.equity.timestamps.allSatisfy { $0.date.weekday < 5 })
        // Twelve holidays among 315 sessions of the benchmark.
        #expect(!run.equity.timestamps.map(\.date.iso).contains("2020-04-10"))
    }

    @Test(.enabled(if: RealRuns.areThere, "\(RealRuns.advice)"), arguments: [pltr, framework])
    func `the drawdown of all points is the engine's`(name: String) throws {
        let document = try LeanResult(
            Array(Data(contentsOf: URL(fileURLWithPath: RealRuns.folder + "/" + name))), file: name,
            log: ReadingLog())
        let account = try #require(
            LeanAccount(document.charts, file: name, zone: nil, tradesAlways: false))
        let portfolio = document.document.object("totalPerformance")?.object("portfolioStatistics")
        let engine = try #require(portfolio?.number("drawdown"))
        #expect((-account.deepestOfAllPoints - engine).magnitude <= 0.0005 + 1e-12)
    }

    @Test(.enabled(if: RealRuns.areThere, "\(RealRuns.advice)"), arguments: [pltr, framework])
    func `fees of the fills are the engine's`(name: String) throws {
        let raw = try read(name).raw
        let fees = raw.fills?.rows.reduce(0) { $0 + $1.fill.fee } ?? 0
        let reported = try #require(raw.reported.first { $0.name == "Total Fees" })
        #expect((fees - (reported.value ?? 0)).magnitude < 0.005 + 1e-9)
        #expect(raw.fills?.hasFees == true)
    }

    @Test(.enabled(if: RealRuns.areThere, "\(RealRuns.advice)"))
    func `a week of 2020 has the engine's days`() throws {
        let (run, raw) = try read(Self.framework)
        #expect(
            run.equity.timestamps.map(\.date.iso) == [
                "2013-10-04", "2013-10-07", "2013-10-08", "2013-10-09", "2013-10-10", "2013-10-11",
            ])
        let daily = [-0.01515354, -1.196545, 0.06022231, 2.16068, 0.6421532]
        for (own, engine) in zip(run.returns.values, daily) { #expect((own * 100 - engine).magnitude < 5e-6) }
        #expect(run.equity.values.last == 101_632.2336)
        let closed = try #require(run.trades?.first { !$0.isOpen })
        #expect((closed.profit - -1005.987404352).magnitude < 0.005 && closed.multiplier == 1)
        #expect(closed.mae == -999.48 && closed.mfe == 547.33)
        #expect(raw.reported.first { $0.name == "Compounding Annual Return" }?.value == 2.54782)
    }

    @Test(.enabled(if: RealRuns.areThere, "\(RealRuns.advice)"))
    func `the engine's own fixture, cut to three points, is compounded from its returns`() throws {
        let (run, raw) = try read("lean/official-test_report_data.json")
        #expect(run.equity.values[0] == 1_000_000)
        #expect(((run.equity.values.last ?? 0) - 999_870).magnitude < 1e-6)
        #expect(raw.fills?.rows.count == 8)
        #expect(raw.fills?.rows.first { $0.fill.symbol.hasPrefix("SPX") }?.fill.multiplier == 100)
    }

    @Test(.enabled(if: RealRuns.areThere, "\(RealRuns.advice)"))
    func `a run that failed at its start is refused with the engine's words and without its paths`() throws {
        let path = RealRuns.folder + "/lean/2025-08-camel-empty-BasicTemplateFramework.json"
        let finding = try #require(RunReader.validate(path).first { $0.severity == .error })
        #expect(finding.code == "no_equity_recorded")
        #expect(finding.fact.contains("Unable to locate symbol properties file"))
        #expect(!finding.message.contains("/Users") && !finding.message.contains("Hostname"))
    }
}
