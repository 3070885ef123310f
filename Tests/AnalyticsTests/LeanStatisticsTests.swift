import Analytics
import Formatting
import Foundation
import RunBuilders
import RunModel
import Series
import Testing

private let result = "real-runs/lean/2025-09-camel-pltr-1610854357.json"

/// What Lean itself printed for a run, from the daily performance in the same file. Lean drops the first two points, takes
/// 252 days a year though its performance has a point on every calendar day, and a mean rate of its own history: 3.015 % is
/// the one that leads to its Sharpe ratio, and then to all the others.
@Test(.enabled(if: SharedFiles.has(result), "the shared folder is not here"))
func `the profile of Lean gives the statistics that Lean printed for a run of its own`() throws {
    let lean = try LeanResult(try Data(contentsOf: SharedFiles.folder.appendingPathComponent(result)))
    var run = RunBuilder.run(lean.returns, timestamps: lean.timestamps, benchmark: lean.benchmark, riskFree: 0.030_15)
    let metrics = Analyzer.analyze(run, conventions: .lean).metrics
    for (statistic, key, places) in [
        ("sharpeRatio", MetricKey.sharpe, 4), ("sortinoRatio", .sortino, 4), ("alpha", .alpha, 4), ("beta", .beta, 4),
        ("annualStandardDeviation", .annualVolatility, 4), ("informationRatio", .informationRatio, 4),
        ("trackingError", .trackingError, 4), ("valueAtRisk99", .gaussianVaR99, 3),
        ("valueAtRisk95", .gaussianVaR95, 3),
    ] {
        let printed = metrics.number(key).map { FixedDecimal.digits(of: $0, places: places) }
        #expect(printed == lean.statistics[statistic], "\(statistic)")
    }
    // Until 2026 Lean did not take the rate off here.
    run.riskFree = .annual(0)
    let probability = Analyzer.analyze(run, conventions: .lean).metrics.number(.probabilisticSharpe)
    #expect(probability.map { FixedDecimal.digits(of: $0, places: 4) } == lean.statistics["probabilisticSharpeRatio"])
}

/// The parts of a Lean result that its statistics are made of, and the statistics.
private struct LeanResult {
    let timestamps: [Timestamp]
    let returns: [Double]
    let benchmark: [Double?]
    let statistics: [String: String]

    init(_ data: Data) throws {
        let document = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        let charts = try #require(document["charts"] as? [String: Any])
        let performance = try Self.points(charts, "Strategy Equity", "Return").dropFirst(2)
        let levels = try Self.points(charts, "Benchmark", "Benchmark")
        timestamps = performance.map { Timestamp(milliseconds: Int64($0[0]) * 1000) }
        returns = performance.map { $0[1] / 100 }
        let moves = zip(levels, levels.dropFirst()).map { before, now in (now[0], now[1] / before[1] - 1) }
        let byTime = Dictionary(moves, uniquingKeysWith: { first, _ in first })
        benchmark = performance.map { byTime[$0[0]] ?? 0 }
        let total = try #require(document["totalPerformance"] as? [String: Any])
        statistics = try #require(total["portfolioStatistics"] as? [String: String])
    }

    private static func points(_ charts: [String: Any], _ chart: String, _ name: String) throws -> [[Double]] {
        let series = try #require((charts[chart] as? [String: Any])?["series"] as? [String: Any])
        return try #require((series[name] as? [String: Any])?["values"] as? [[Double]])
    }
}
