import Analytics
import Formatting
import Foundation
import RunBuilders
import RunFormats
import RunModel
import TestSupport
import Testing

/// Metrics of runs as the readers give them, against the numbers that the engines themselves computed of those runs.
struct PandasEngineTests {
    private static let noRate = RunOptions(riskFree: .annual(0))

    private func metrics(_ path: String, _ profile: String, _ change: (inout Conventions) -> Void = { _ in }) throws
        -> Analysis
    {
        let run = try RunReader.read(SharedFiles.folder.path + "/real-runs/" + path, options: Self.noRate)
        return Analyzer.analyze(run, conventions: try #require(Conventions.named(profile)).with(change))
    }

    private func expect(_ metric: Metric?, _ engine: Double?, _ name: String, tolerance: Double = 1e-9) {
        guard let ours = metric?.value.number, let engine else {
            Issue.record("\(name): ours \(String(describing: metric?.value)), engine \(String(describing: engine))")
            return
        }
        #expect((ours - engine).magnitude <= tolerance * max(1, engine.magnitude), "\(name): \(ours), \(engine)")
    }

    @Test(
        .enabled(if: SharedFiles.has("real-runs/zipline"), "the shared folder is not here"),
        arguments: ["weekly-ma-4stocks.perf.csv", "weekly-ma-4stocks.perf-scalars.parquet"])
    func `zipline's last row is ours under its conventions`(name: String) throws {
        let analysis = try metrics("zipline/" + name, "empyrical")
        let reported = analysis.run.reported
        #expect(reported.count == 9)
        for statistic in reported {
            guard let key = statistic.key else { continue }
            expect(analysis.metrics[named: key], statistic.value, statistic.name)
        }
    }

    /// vectorbt counts a return of 0 at the first value, before which nothing can have been earned; the run has it added here.
    @Test(.enabled(if: SharedFiles.has("real-runs/vectorbt"), "the shared folder is not here"))
    func `vectorbt's statistics are ours under its conventions`() throws {
        let equity = try metrics("vectorbt/goog-ma.value.csv", "vectorbt").run.equity
        let returns = [0] + zip(equity.values.dropFirst(), equity.values).map { $0 / $1 - 1 }
        let run = RunBuilder.run(returns, timestamps: Array(equity.timestamps))
        let analysis = Analyzer.analyze(run, conventions: try #require(Conventions.named("vectorbt")))
        for (key, value) in [
            ("total_return", 0.7253891569350223), ("max_drawdown", -0.2575604662688032), ("longest_drawdown_days", 401),
            ("sharpe", 0.7445029843677342), ("calmar", 0.6425500642147665), ("omega", 1.173782268600617),
            ("sortino", 1.1082746042728344),
        ] { expect(analysis.metrics[named: key], value, key) }
    }

    /// pyfolio's own `perf_stats` of the same returns.
    @Test(
        .enabled(if: SharedFiles.has("real-runs/pyfolio"), "the shared folder is not here"),
        arguments: [
            ("pyfolio/test_returns.csv.gz", "pyfolio-test_returns"),
            ("zipline/weekly-ma-4stocks.returns.csv", "zipline"),
        ])
    func `pyfolio's statistics are ours under its conventions`(path: String, name: String) throws {
        let text = try SharedFiles.text("real-runs/pyfolio/reference-perf_stats.json")
        let reference = try #require(JSON(text: text)[name])
        let analysis = try metrics(path, "empyrical")
        let keys: [(String, MetricKey)] = [
            ("Annual return", .cagr), ("Cumulative returns", .totalReturn), ("Annual volatility", .annualVolatility),
            ("Sharpe ratio", .sharpe), ("Calmar ratio", .calmar), ("Stability", .stability),
            ("Max drawdown", .maxDrawdown), ("Omega ratio", .omega), ("Sortino ratio", .sortino), ("Skew", .skewness),
            ("Kurtosis", .kurtosis), ("Tail ratio", .tailRatio), ("Daily value at risk", .gaussianVaR95),
        ]
        for (engine, key) in keys { expect(analysis.metrics[key], reference[engine]?.number, engine) }
    }

    /// What bt computes by our own conventions, with a risk-free rate of 0; its other numbers say in a note why they differ.
    @Test(.enabled(if: SharedFiles.has("real-runs/bt"), "the shared folder is not here"))
    func `bt's statistics are ours, or say why not`() throws {
        let analysis = try metrics("bt/goog-two-strategies.prices.csv#above50sma", "standard")
        var differing = [String]()
        for statistic in analysis.run.reported {
            let ours = try #require(
                statistic.key.flatMap { analysis.metrics[named: $0]?.value.number }, "\(statistic.name)")
            let theirs = try #require(statistic.value)
            if (ours - theirs).magnitude > 1e-9 * max(1, theirs.magnitude) { differing.append(statistic.name) }
        }
        #expect(differing == ["three_year", "five_year", "avg_drawdown_days", "avg_down_month", "win_year_perc"])
        let unexplained = analysis.run.reported.filter { differing.contains($0.name) && $0.note.isEmpty }
        #expect(unexplained.isEmpty)
    }

    /// The days and rates of the table are rounded to two decimals; it begins with the first return that is not 0.
    @Test(.enabled(if: SharedFiles.has("real-runs/quantstats"), "the shared folder is not here"))
    func `QuantStats' metrics are ours under its conventions from its first day on`() throws {
        var options = Self.noRate
        options.from = .init(iso: "2004-11-17")
        let path = SharedFiles.folder.path + "/real-runs/quantstats/smacross-goog.returns-and-benchmark.parquet"
        let analysis = Analyzer.analyze(
            try RunReader.read(path, options: options), conventions: .quantstats.with { $0.gaussianTail = .closedForm })
        #expect(analysis.run.reported.count == 24)
        for statistic in analysis.run.reported {
            let ours = try #require(
                statistic.key.flatMap { analysis.metrics[named: $0]?.value.number }, "\(statistic.name)")
            let isDays = statistic.key?.hasSuffix("_days") == true
            let slack = isDays ? 0.5 : 0.0051
            #expect(
                (ours - (statistic.value ?? .nan)).magnitude <= slack, "\(statistic.name): \(ours), \(statistic.text)")
        }
    }
}
