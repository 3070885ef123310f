import Analytics
import CMeasuredProcess
import RunFormats
import RunModel
import Tables

/// What the analysis of a run costs, the numbers that chance draws apart from all others.
enum AnalyticsBenchmark {
    static func rows(of input: BenchmarkInputs.Case, repeats: Int) throws -> [BenchmarkRow] {
        let run = try RunReader.read(input.run, options: RunOptions())
        return [
            row(input.name, "metrics", repeats) { undrawn(run, withTables: false) },
            row(input.name, "metrics, tables", repeats) { undrawn(run, withTables: true) },
            row(input.name, "bootstrap", repeats) { (try? Analyzer.analyze(run).resamples)?.rows.count ?? 0 },
            row(input.name, "simulated VaR", repeats) {
                let analysis = Analyzer.analyze(run)
                return [analysis.metrics, analysis.benchmarkMetrics].reduce(0) { sum, metrics in
                    sum + (metrics?.metrics { simulated.contains($0.key) }.count ?? 0)
                }
            },
        ]
    }

    /// Every metric of run and benchmark that chance does not draw, and every value of the tables, but those that list metrics
    /// again or show what was drawn.
    private static func undrawn(_ run: Run, withTables: Bool) -> Int {
        let analysis = Analyzer.analyze(run)
        let count = [analysis.metrics, analysis.benchmarkMetrics].reduce(0) { sum, metrics in
            sum + (metrics?.metrics { !drawn.contains($0.key) }.count ?? 0)
        }
        return withTables ? tables.reduce(count) { $0 + values(of: $1, analysis) } : count
    }

    private static let tables = TableCatalog.ofRun.filter { table in
        !table.holdsMetrics && !["bootstrap", "value_at_risk"].contains(table.name)
    }

    private static func values(of table: TableDefinition<Analysis>, _ analysis: Analysis) -> Int {
        guard let content = try? table.content(of: analysis) else { return 0 }
        return (0..<content.count).reduce(0) { $0 + content.values(row: $1).count }
    }

    private static let simulated = keys { $0.contains("_monte_carlo_") }
    private static let drawn = keys { $0.contains("monte_carlo") || $0.contains("bootstrap") }

    private static func keys(where isChosen: (String) -> Bool) -> Set<MetricKey> {
        Set(MetricCatalog.all.map(\.key).filter { isChosen($0.rawValue) })
    }

    private static func row(_ input: String, _ task: String, _ repeats: Int, work: () -> Int) -> BenchmarkRow {
        _ = work()
        let times = (0..<max(5, repeats)).map { _ -> Double in
            let start = measured_process_now_ms()
            _ = work()
            return measured_process_now_ms() - start
        }
        return BenchmarkRow(input: input, task: task, kind: "analysis", milliseconds: median(times))
    }
}
