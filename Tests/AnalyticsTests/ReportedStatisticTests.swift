import Analytics
import RunFormats
import RunModel
import TestSupport
import Testing

/// What engines computed of their runs is what we compute, where nothing is known that makes it differ.
struct ReportedStatisticTests {
    private static let runs = [
        "backtrader#goog-daily", "backtrader#two-assets-daily", "nautilus_trader", "backtesting.py#goog-smacross",
        "backtesting.py#eurusd-hourly-sltp",
    ]

    @Test(.enabled(if: SharedFiles.has("real-runs/backtrader"), "the engines' own files are not here"), arguments: runs)
    func `numbers of an engine are ours`(name: String) throws {
        let run = try RunReader.read(SharedFiles.folder.appendingPathComponent("real-runs").path + "/" + name)
        let metrics = Analyzer.analyze(run).metrics
        var compared = 0
        for statistic in run.reported {
            let key = try #require(statistic.key.flatMap { MetricKey(rawValue: $0) }, "\(statistic.name)")
            #expect(MetricCatalog.all.contains { $0.key == key }, "\(key)")
            guard statistic.note.isEmpty else { continue }
            let (theirs, ours) = (try #require(statistic.value, "\(statistic.name)"), metrics.number(key))
            compared += 1
            #expect(
                ((ours ?? .nan) - theirs).magnitude <= 1e-6 * max(1, theirs.magnitude),
                "\(statistic.name): theirs \(theirs), ours \(ours.map { "\($0)" } ?? metrics[key]?.value.reason ?? "")")
        }
        #expect(compared >= 6)
    }
}
