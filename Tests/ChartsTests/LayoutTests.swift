import Glibc
import Graphics
import GraphicsTestSupport
import TestSupport
import Testing

@testable import Charts

@Suite struct LayoutTests {
    private let style = ChartStyle()

    private func scene(_ chart: Chart, _ width: Double = 540, _ height: Double = 250) -> Scene {
        chart.scene(size: Size(width, height), style: style, measurer: FakeMeasurer())
    }

    private func line(_ y: [Double], x: [Double]? = nil, kind: Axis = .linear, ending: EndLabel? = nil) -> Chart {
        let mark = LineMark(
            "Line", x: x ?? y.indices.map(Double.init), y: y, paint: .role(.accent), ending: ending)
        return Chart(
            title: "Title", subtitle: "unit", altText: "", x: .time, panels: [Panel(y: kind, marks: [.line(mark)])])
    }

    @Test func `panels share their left and right edges`() {
        let values = (0..<100).map(Double.init)
        let panels = [1.0, 1000, 1_000_000].map { factor in
            Panel(marks: [
                .line(
                    LineMark(
                        "Line", x: values, y: values.map { $0 * factor }, paint: .role(.accent),
                        ending: EndLabel("Line of factor", value: "\(factor)")))
            ])
        }
        let plots = scene(Chart(title: "Three", altText: "", panels: panels)).parts("panel").map { part in
            (part.attributes["plot"] ?? "").split(separator: " ").compactMap { Double($0) }
        }
        #expect(plots.count == 3)
        #expect(Set(plots.map { $0[0] }).count == 1)
        #expect(Set(plots.map { $0[2] }).count == 1)
        #expect(plots[0][3] < plots[1][1] && plots[1][3] < plots[2][1])
    }

    @Test func `a panel tells scripts its domain at the edges of its plotting area`() throws {
        let chart = line([1, 10, 100], kind: Axis(.logarithmic, format: .multiple(2)))
        let part = try #require(scene(chart).parts("panel").first)
        #expect(part.attributes["x-kind"] == "time" && part.attributes["y-kind"] == "log")
        #expect(part.attributes["x-min"] == "0" && part.attributes["x-max"] == "2")
        #expect(part.attributes["y-min"] == "1" && part.attributes["y-max"] == "100")
        #expect(part.attributes["y-format"] == "multiple2")
    }

    @Test func `room for words inside a plotting area is part of the domain that scripts read`() throws {
        var chart = line([0, 10])
        chart.panels[0].y = Axis(.linear, domain: Interval(0, 10), lowPadding: 20, highPadding: 10)
        let part = try #require(scene(chart).parts("panel").first)
        let low = try #require(Double(part.attributes["y-min"] ?? ""))
        let high = try #require(Double(part.attributes["y-max"] ?? ""))
        #expect(low < 0 && high > 10 && abs((0 - low) - 2 * (high - 10)) < 1e-6)
    }

    @Test func `a series is one group with one path, within the marks that a zoom moves`() throws {
        let scene = scene(line([1, 2, 3]))
        let marks = try #require(scene.parts("marks").first?.group)
        #expect(marks.clip != nil)
        let series = Scene(size: scene.size, items: marks.items).parts("series")
        #expect(series.map { $0.attributes["label"] } == ["Line"])
        #expect(series.first?.group.items.count == 1)
        #expect(scene.parts("x-axis").count == 1)
    }

    @Test func `charts that are not over time have no parts`() {
        let bars = BarsMark([BarsMark.Bar(x0: 0, x1: 1, y1: 2, paint: .role(.gain))])
        let chart = Chart(title: "Bars", altText: "", x: .linear, panels: [Panel(marks: [.bars(bars)])])
        #expect(scene(chart).parts("panel").isEmpty && scene(chart).parts("marks").isEmpty)
    }

    @Test(arguments: [[], [Double.nan], [.infinity, .nan]])
    func `a chart without a finite number says why instead of showing axes`(values: [Double]) {
        var chart = line(values)
        chart.emptyReason = "the run has no trades"
        let scene = scene(chart)
        #expect(scene.texts.map(\.words) == ["Title", "unit", "no data: the run has no trades"])
        #expect(scene.items.count == 3)
    }

    @Test func `one panel without data does not empty the others`() {
        var chart = line([1, 2])
        chart.panels.append(Panel(marks: []))
        let scene = scene(chart)
        #expect(scene.texts.contains { $0.words == "no data: no observations" })
        #expect(scene.parts("panel").count == 1)
    }

    @Test func `one observation and a flat line stand in the middle`() throws {
        for values in [[5.0], [5, 5, 5], [0], [-3, -3]] {
            let scene = scene(line(values))
            let plot = try #require(scene.parts("panel").first?.attributes["plot"]).split(separator: " ")
            let middle = try (#require(Double(plot[1])) + #require(Double(plot[3]))) / 2
            let path = try #require(scene.parts("series").first?.group.items.first)
            guard case .path(let drawn, _, _) = path, case .move(let point)? = drawn.elements.first else {
                Issue.record("no line")
                return
            }
            #expect(abs(point.y - middle) < 12)
        }
    }

    @Test func `a long name at a line's end is shortened before its value is`() {
        let ending = EndLabel("MSCI World Net Total Return Index in USD", value: "24.83×")
        let words = scene(line([1, 2], ending: ending), 260, 170).texts.map(\.words)
        let label = words.first { $0.contains("24.83×") }
        #expect(label?.hasPrefix("MSCI") == true && label?.contains("… ") == true)
    }

    @Test func `ends of lines that meet are written under each other`() {
        let marks: [Mark] = (0..<4).map { index in
            .line(
                LineMark(
                    "\(index)", x: [0, 1], y: [0, 1 + Double(index) / 1000], paint: .role(.accent),
                    ending: EndLabel("Line \(index)")))
        }
        let scene = scene(Chart(title: "Four", altText: "", panels: [Panel(marks: marks)]))
        let labels = scene.texts.filter { $0.words.hasPrefix("Line") }.sorted { $0.box.y0 < $1.box.y0 }
        #expect(labels.map(\.words) == ["Line 3", "Line 2", "Line 1", "Line 0"])
        #expect(scene.collisions == [])
    }

    @Test func `a subtitle runs on into a second line, and ends with an ellipsis in a low chart`() {
        var chart = line([1, 2])
        chart.subtitle = "log scale, and decline from the running peak; the worst drawdowns are numbered"
        #expect(scene(chart, 260, 170).texts.prefix(3).map(\.words).joined(separator: " ") == "Title " + chart.subtitle)
        let low = scene(chart, 260, 70).texts.prefix(2).map(\.words)
        #expect(low.last?.hasSuffix("…") == true)
    }

    @Test func `every label is measured once`() {
        let measurer = FakeMeasurer()
        _ = line((0..<500).map(Double.init), ending: EndLabel("Line", value: "500")).scene(
            size: Size(540, 250), style: style, measurer: measurer)
        #expect(Set(measurer.shaped).count == measurer.shaped.count)
    }

    @Test func `rules begin below the words that stand in their way`() throws {
        let bars = BarsMark(
            (0..<20).map { BarsMark.Bar(x0: Double($0), x1: Double($0 + 1), y1: 5, paint: .role(.gain)) })
        let rules: [Mark] = [0.4, 1.1].map {
            .rule(RuleMark(.vertical, at: $0, label: EndLabel("VaR 9\($0)", value: "−1.80 %"), paint: .role(.loss)))
        }
        let chart = Chart(title: "Bars", altText: "", x: .linear, panels: [Panel(marks: [.bars(bars)] + rules)])
        let scene = scene(chart, 220, 150)
        let words = scene.texts.filter { $0.words.hasPrefix("VaR") }
        #expect(words.count == 2)
        for (from, to) in Self.verticalLines(scene.items, .role(.loss)) {
            for label in words {
                let crosses =
                    label.box.x0 < from.x && from.x < label.box.x1 && from.y < label.box.y1 && to.y > label.box.y0
                #expect(!crosses, "a rule runs through “\(label.words)”")
            }
        }
    }

    private static func verticalLines(_ items: [SceneItem], _ paint: Paint) -> [(Point, Point)] {
        items.flatMap { item -> [(Point, Point)] in
            switch item {
            case .group(let group): return verticalLines(group.items, paint)
            case .path(let path, _, let stroke) where stroke?.paint == paint:
                guard case .move(let from)? = path.elements.first, case .line(let to)? = path.elements.last else {
                    return []
                }
                return [(from, to)]
            default: return []
            }
        }
    }

    @Test func `values of bars are written for all bars or for none`() {
        func words(_ count: Int) -> Int {
            let bars = (0..<count).map {
                BarsMark.Bar(x0: Double($0), x1: Double($0) + 0.8, y1: 1, paint: .role(.gain), value: "12.3")
            }
            let names = (0..<count).map { ["\($0)"] }
            let y = Axis(.linear, including: [0], highPadding: 10)
            let chart = Chart(
                title: "Bars", altText: "", x: .bands(names), panels: [Panel(y: y, marks: [.bars(BarsMark(bars))])])
            return scene(chart).texts.count { $0.words == "12.3" }
        }
        #expect(words(10) == 10)
        #expect(words(80) == 0)
    }
}
