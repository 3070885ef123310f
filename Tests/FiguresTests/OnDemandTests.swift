import RunBuilders
import Testing

@testable import Figures

@Test func `a figure computes the sections that it shows, and no other`() throws {
    let analysis = RandomWalk(count: 600).analysis()
    _ = try #require(FigureCatalog.ofRun.figure(named: "equity")).make(analysis).get()
    let shown = ["BenchmarkContext", "DailyView", "DrawdownSection", "Drawdowns", "GrowthLevels", "GrowthSection"]
    #expect(analysis.computed == shown + ["SampleDivision"])
    _ = try #require(FigureCatalog.ofRun.figure(named: "rolling-sharpe")).make(analysis).get()
    #expect(analysis.computed.contains("RollingSection") && !analysis.computed.contains("TradeSection"))
}
