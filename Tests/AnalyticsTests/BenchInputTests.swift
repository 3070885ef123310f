import Analytics
import Foundation
import Testing

@Test(.enabled(if: SharedFiles.has("bench-inputs/daily_returns.csv")))
func `the daily bench input gives the numbers of the issue`() throws {
    let analysis = Analyzer.analyze(try SharedFiles.dailyRun(), conventions: .standard)
    for m in analysis.metrics.metrics {
        print(m.declaration.key, m.value, analysis.benchmarkMetrics?[m.declaration.key]?.value as Any, m.convention)
    }
    for c in analysis.cautions { print(c) }
}
