import Analytics
import Foundation
import Testing

private let daily = "bench-inputs/daily_returns.csv"

@Test(.enabled(if: SharedFiles.has(daily), "the shared folder is not here"))
func `the daily bench input gives the numbers of the issue`() throws {
    let analysis = Analyzer.analyze(try SharedFiles.dailyRun(), conventions: .standard)
    let metrics = analysis.metrics
    #expect(agree(metrics.number(.sharpe), 1.5398, within: 5e-5))
    #expect(agree(metrics.number(.sortino), 2.3775, within: 5e-5))
    #expect(agree(metrics.number(.cagr), 0.195, within: 2e-3))
    #expect(agree(metrics.number(.maxDrawdown), -0.1441, within: 5e-4))
    #expect(metrics.number(.totalReturn).map { agree($0, 4.940162199688174) } == true)
}

@Test(.enabled(if: SharedFiles.has(daily), "the shared folder is not here"))
func `two sessions of January 2025 are no worst year`() throws {
    let analysis = Analyzer.analyze(try SharedFiles.dailyRun(), conventions: .standard)
    let last = try #require(analysis.periods.years.last)
    #expect(last.start.iso == "2025-01-01" && last.isPartial && last.strategy < 0)
    #expect(analysis.periods.years.count == 11 && analysis.periods.years.filter(\.isPartial).count == 1)
    #expect((analysis.metrics.number(.worstYear) ?? 0) > 0)
    #expect(analysis.metrics.number(.annualWinRate) == 1)
}
