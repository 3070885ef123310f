import RunFormats
import RunModel
import TestSupport
import Testing

/// Runs that engines have written agree with themselves: none of them may raise an alarm.
struct RealRunReconciliationTests {
    private static let sampled = ["crypto-365", "eurusd-hourly", "goog-smacross", "zipline-4-stocks"]
    private static let real = ["goog-smacross", "eurusd-hourly-sltp"]

    @Test(arguments: sampled) func `a sample run has no difference, and trades that explain all of its equity`(
        _ name: String
    ) throws {
        try check(repositoryRoot.appendingPathComponent("SampleRuns/\(name)").path)
    }

    @Test(
        .enabled(if: SharedFiles.has("real-runs/backtesting.py"), "the engines' own files are not here"),
        arguments: real)
    func `a run of backtesting.py has no difference`(_ name: String) throws {
        let file = SharedFiles.folder.appendingPathComponent("real-runs/backtesting.py/\(name).equity.csv")
        try check(file.path)
    }

    private func check(_ path: String) throws {
        let reconciliation = try RunReader.read(path).reconciliation
        let differing = reconciliation.checks.filter { $0.outcome == .differs }
        #expect(differing.map(\.statement) == [])
        #expect(
            reconciliation[.tradesExplainEquity]?.statement == "trades explain 100.0 % of the change in equity")
        #expect(reconciliation[.tradesAlongTime]?.outcome == .agrees)
        #expect(reconciliation[.profitsMatchPrices]?.outcome == .agrees)
    }
}
