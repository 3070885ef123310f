import Foundation
import RunFormats
import RunModel
import TestSupport
import Testing

/// The JSON of QSTrader; `Scripts/sample-runs/qstrader_60_40.py` ran it.
struct QSTraderTests {
    private static let sample = repositoryRoot.appendingPathComponent("SampleRuns/qstrader-60-40").path

    @Test func `account, benchmark and names are those of the file`() throws {
        for path in [Self.sample, Self.sample + "/statistics.json"] {
            let run = try RunReader.read(path)
            #expect(run.equity.values.first == 1_000_000 && run.equity.values.last == 1_494_732.7810000002)
            #expect(run.equity.count == 521 && run.benchmark?.name == "Shares")
            #expect(run.identity.strategy == .given("Shares and bonds 60/40") && run.identity.engine == "QSTrader")
            #expect(run.identity.parameters.map(\.name) == ["strategy_id", "last target of BND", "last target of SHR"])
            #expect(run.trades == nil && run.positions == nil)
            #expect(run.reconciliation[.returnsMatchEquity]?.outcome == .agrees)
            #expect(run.findings.filter { $0.severity != .note } == [])
        }
        #expect(try RunReader.read(Self.sample).identity.id == "qstrader-60-40")
    }

    @Test func `midnights of New York are days, and the report says so`() throws {
        let run = try RunReader.read(Self.sample)
        #expect(run.equity.timestamps.first?.date.iso == "2018-01-02")
        #expect(run.equity.timestamps.last?.date.iso == "2019-12-31")
        #expect(run.equity.timestamps.allSatisfy { $0.date.weekday < 5 && $0.milliseconds % 86_400_000 == 0 })
        #expect(run.provenance.notes.contains { $0.contains("04:00 and 05:00 UTC, midnight on the clock") })
    }

    @Test func `growth and extremes of the engine are ours to twelve digits`() throws {
        let run = try RunReader.read(Self.sample)
        let reported = Dictionary(uniqueKeysWithValues: run.reported.compactMap { row in row.key.map { ($0, row) } })
        let total = (run.equity.values.last ?? 0) / (run.equity.values.first ?? 1) - 1
        #expect(((reported["total_return"]?.value ?? 0) / total - 1).magnitude < 1e-12)
        #expect(((reported["worst_day"]?.value ?? 0) / (run.returns.values.min() ?? 1) - 1).magnitude < 1e-12)
        #expect(((reported["best_day"]?.value ?? 0) / (run.returns.values.max() ?? 1) - 1).magnitude < 1e-12)
        #expect(reported["max_drawdown"]?.value == -0.05222331177278734)
        #expect(reported["sharpe"]?.note.contains("0 on the first day") == true)
    }

    /// Hours that a zone is east of UTC in winter and in summer.
    private static let zones = [
        (0, 0), (-5, -4), (-10, -10), (-12, -12), (0, 1), (1, 2), (9, 9), (12, 12), (12, 13), (13, 14), (13, 13),
    ]

    @Test(arguments: zones)
    func `the day is that of the machine, wherever it stood`(winter: Int, summer: Int) throws {
        // Mondays to Fridays, 4 March to 26 April 2024; summer begins on 1 April.
        let days = (0..<54).filter { $0 % 7 < 5 }
        let points = days.enumerated().map { place, day in
            let hours = day < 28 ? winter : summer
            return "[\((19_786 + day) * 86_400_000 - hours * 3_600_000), \(100 + place % 3)]"
        }
        let run = try TemporaryRun(["r.json": Self.document(points.joined(separator: ", "))]).read()
        #expect(run.equity.timestamps.map { $0.milliseconds / 86_400_000 } == days.map { Int64(19_786 + $0) })
    }

    @Test func `a list that is none is an error with its name, and another JSON is not taken`() throws {
        for points in ["[1709510400000]", "[1709510400000, 1], 7", "[\"2024-03-04\", 1]", "[9e99, 1]"] {
            let folder = try TemporaryRun(["r.json": Self.document(points)])
            let findings = RunReader.validate(folder.path)
            #expect(findings.map(\.code) == ["missing_member"], "\(points)")
            #expect(findings.first?.fact == "strategy has no usable 'equity_curve'")
        }
        let other = try TemporaryRun(["r.json": "{\"strategy\": {\"equity_curve\": []}}"])
        #expect(RunReader.validate(other.path).map(\.code) == ["unknown_format"])
    }

    private static func document(_ points: String) -> String {
        """
        {"strategy": {"equity_curve": [\(points)], "returns": [], "cum_returns": [], "monthly_agg_returns": []}}
        """
    }
}
