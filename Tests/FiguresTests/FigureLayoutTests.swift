import Charts
import Graphics
import GraphicsTestSupport
import RunBuilders
import Series
import Testing

@testable import Figures

/// Every figure of very different runs at very different sizes.
@Suite struct FigureLayoutTests {
    private static func date(_ text: String) -> CalendarDate { CalendarDate(iso: text) ?? CalendarDate(day: 0) }

    private static let runs: [(name: String, run: RandomWalk)] = [
        ("ten years of days", RandomWalk(count: 2520, start: date("2015-01-02"), trades: 400)),
        (
            "ten days of minutes",
            RandomWalk(
                count: 780, start: date("2024-01-29"), step: .minutes(5), deviation: 0.001, benchmark: nil, trades: 9)
        ),
        (
            "thirty years",
            RandomWalk(count: 8000, start: date("1993-05-03"), benchmark: "MSCI World Net Total Return in USD")
        ),
        ("two observations", RandomWalk(count: 1, trades: 1)),
        ("a quarter", RandomWalk(count: 64, start: date("2024-11-20"), trades: 1)),
        ("months", RandomWalk(count: 60, step: .months, deviation: 0.05, trades: nil)),
        (
            "every day, losing",
            RandomWalk(count: 700, step: .everyDay, drift: -0.002, deviation: 0.04, benchmark: "BTC")
        ),
    ]

    @Test(arguments: runs.map(\.name))
    func `no text leaves the scene or lies on another`(name: String) throws {
        let run = try #require(Self.runs.first { $0.name == name }).run
        let analysis = run.analysis()
        for figure in FigureCatalog.ofRun {
            guard case .success(let chart) = figure.make(analysis) else { continue }
            for (width, height) in [
                (540.0, 540 * chart.aspect), (260, 170), (900, 420), (160, 110), (258, 132), (400, 90),
            ] {
                let scene = chart.scene(size: Size(width, height), style: ChartStyle(), measurer: FakeMeasurer())
                #expect(scene.collisions == [], "\(figure.name) at \(width)×\(height)")
            }
        }
    }

    private func words(_ run: RandomWalk, _ figure: String, _ width: Double = 540) throws -> [String] {
        let chart = try #require(FigureCatalog.ofRun.figure(named: figure)).make(run.analysis()).get()
        let scene = chart.scene(size: Size(width, 250), style: ChartStyle(), measurer: FakeMeasurer())
        return scene.parts("x-axis").flatMap { Scene(size: scene.size, items: $0.group.items).texts.map(\.words) }
    }

    @Test func `ten years have a tick per year`() throws {
        let run = RandomWalk(count: 2520, start: Self.date("2015-01-02"))
        #expect(try words(run, "equity") == (2015...2024).map { "\($0)" })
    }

    @Test func `ten days have a tick per day and say the month once`() throws {
        let run = RandomWalk(count: 780, start: Self.date("2024-01-29"), step: .minutes(5), benchmark: nil)
        let days = ["29", "30", "31"] + (1...12).map { "\($0)" }
        #expect(try words(run, "equity") == days + ["Jan 2024", "Feb 2024"])
    }

    @Test func `a year of minutes has a tick per month`() throws {
        let run = RandomWalk(count: 252 * 78, start: Self.date("2023-01-03"), step: .minutes(5), benchmark: nil)
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        #expect(try words(run, "equity") == months + ["2023"])
    }

    @Test func `figures over time show the same span from the same left edge`() throws {
        let analysis = RandomWalk(count: 1500, start: Self.date("2015-01-02")).analysis()
        let facts = try ["equity", "underwater", "rolling", "rolling-sharpe", "daily-returns"].map { name in
            let chart = try #require(FigureCatalog.ofRun.figure(named: name)).make(analysis).get()
            let scene = chart.scene(size: Size(540, 250), style: ChartStyle(), measurer: FakeMeasurer())
            let panel = try #require(scene.parts("panel").first?.attributes)
            let edge = panel["plot"]?.split(separator: " ").first.map(String.init)
            return [panel["x-min"], panel["x-max"], edge]
        }
        #expect(Set(facts).count == 1)
    }

    @Test func `every line over time is one series of one path`() throws {
        let analysis = RandomWalk(count: 600).analysis(isSplit: true)
        for figure in FigureCatalog.ofRun where figure.name != "hour-returns" {
            let chart = try figure.make(analysis).get()
            let scene = chart.scene(size: Size(540, 250), style: ChartStyle(), measurer: FakeMeasurer())
            for panel in scene.parts("panel") {
                let series = Scene(size: scene.size, items: panel.group.items).parts("series")
                #expect(series.allSatisfy { $0.group.items.count == 1 && $0.attributes["label"]?.isEmpty == false })
            }
        }
        let equity = try #require(FigureCatalog.ofRun.figure(named: "equity")).make(analysis).get()
        let scene = equity.scene(size: Size(540, 250), style: ChartStyle(), measurer: FakeMeasurer())
        #expect(scene.parts("series").map { $0.attributes["label"] } == ["S&P 500", "Strategy", "Drawdown"])
    }
}
