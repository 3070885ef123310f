import Charts
import Graphics
import GraphicsTestSupport
import TestSupport
import Testing

@testable import Figures

/// The scene of every figure of a small run, in words: what changes here changes in every report.
@Suite struct FigureGoldenTests {
    private static let run = TestRun(count: 420, trades: 60, windows: [63, 126]).analysis()

    @Test(arguments: FigureCatalog.ofRun.map(\.name))
    func `the scene of a figure is as recorded`(name: String) throws {
        let chart = try #require(FigureCatalog.ofRun.figure(named: name)).make(Self.run).get()
        let size = Size(540, (540 * chart.aspect).rounded())
        let scene = chart.scene(size: size, style: ChartStyle(), measurer: FakeMeasurer())
        let words = "\(chart.title) · \(chart.subtitle)\n\(chart.altText)\n"
        try expectGolden(words + scene.description, "Figures/\(name).txt")
    }

    @Test func `the scene of the equity figure on a phone is as recorded`() throws {
        let chart = try #require(FigureCatalog.ofRun.figure(named: "equity")).make(Self.run).get()
        let scene = chart.scene(size: Size(258, 190), style: ChartStyle(), measurer: FakeMeasurer())
        try expectGolden(scene.description, "Figures/equity-phone.txt")
    }
}
