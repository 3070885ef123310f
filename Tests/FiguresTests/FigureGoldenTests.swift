import Charts
import Graphics
import GraphicsTestSupport
import RunBuilders
import TestSupport
import Testing

@testable import Figures

/// The chart of every figure of a small run, in words: what changes here changes in every report. How marks are drawn is
/// recorded once for each mark, in the tests of charts.
@Suite struct FigureGoldenTests {
    private static let run = RandomWalk(count: 420, trades: 60).analysis()
    /// For what begins out of sample.
    private static let split = RandomWalk(count: 420, trades: 60).analysis(isSplit: true)
    /// For what is of the hours of a day.
    private static let intraday = RandomWalk(count: 600, step: .minutes(30), trades: 60).analysis()

    @Test(arguments: FigureCatalog.ofRun.map(\.name))
    func `the chart of a figure is as recorded`(name: String) throws {
        let analysis = name == "hour-returns" ? Self.intraday : name == "out-of-sample-cone" ? Self.split : Self.run
        let chart = try #require(FigureCatalog.ofRun.figure(named: name)).make(analysis).get()
        try expectGolden(ChartText.of(chart), "Figures/\(name).txt")
    }

    @Test func `the scene of the equity figure on a phone is as recorded`() throws {
        let chart = try #require(FigureCatalog.ofRun.figure(named: "equity")).make(Self.run).get()
        let scene = chart.scene(size: Size(258, 190), style: ChartStyle(), measurer: FakeMeasurer())
        try expectGolden(scene.description, "Figures/equity-phone.txt")
    }
}
