import Graphics
import GraphicsTestSupport
import TestSupport
import Testing

@testable import Charts

/// The scene of every mark and composite, in words; and that no size lets their words collide.
@Suite struct MarkGoldenTests {
    @Test(arguments: ChartSamples.all.map(\.name))
    func `the scene of a mark is as recorded`(name: String) throws {
        let chart = try #require(ChartSamples.all.first { $0.name == name }).chart
        let size = Size(360, (360 * chart.aspect).rounded())
        let scene = chart.scene(size: size, style: ChartStyle(), measurer: FakeMeasurer())
        #expect(scene.collisions == [])
        try expectGolden(scene.description, "Charts/\(name).txt")
    }

    @Test(arguments: ChartSamples.all.map(\.name))
    func `no text leaves the scene or lies on another, whatever the size`(name: String) throws {
        let chart = try #require(ChartSamples.all.first { $0.name == name }).chart
        for width in stride(from: 40.0, through: 900, by: 20) {
            for aspect in [0.15, 0.4, 0.8, 1.6] {
                let size = Size(width, (width * aspect).rounded())
                let found = chart.scene(size: size, style: ChartStyle(), measurer: FakeMeasurer()).collisions
                #expect(found == [], "\(name) at \(size.width)×\(size.height)")
            }
        }
    }

    @Test func `words of a labelled dot cover no other labelled dot`() {
        let scene = ChartSamples.labelledDots.scene(size: Size(360, 180), style: ChartStyle(), measurer: FakeMeasurer())
        let dots = scene.filledBoxes {
            if case .role(let role, _) = $0 { CategoryColors.isCategory(role) } else { false }
        }
        #expect(dots.count == 8)
        let words = scene.texts.filter { $0.words.hasPrefix("Strategy") }
        #expect(words.count >= 7)
        for (label, dot) in words.flatMap({ label in dots.map { (label, $0) } }) {
            let isApart =
                dot.x1 <= label.box.x0 || dot.x0 >= label.box.x1 || dot.y1 <= label.box.y0 || dot.y0 >= label.box.y1
            #expect(isApart, "“\(label.words)” lies on a dot")
        }
    }
}

@Suite struct GridTests {
    private func plots(_ chart: Chart, _ size: Size) -> [Rect] {
        chart.scene(size: size, style: ChartStyle(), measurer: FakeMeasurer()).clips
    }

    @Test(arguments: [ChartLayout.SharedAxes(), .x, .y, [.x, .y]])
    func `plotting areas of a grid are equal, aligned and apart`(sharing: ChartLayout.SharedAxes) {
        var chart = ChartSamples.grid(sharing: sharing)
        chart.panels.removeAll { $0.marks.isEmpty }
        let plots = plots(chart, Size(500, 260))
        #expect(plots.count == chart.panels.count)
        for plot in plots {
            #expect(abs(plot.width - plots[0].width) < 0.01 && abs(plot.height - plots[0].height) < 0.01)
        }
        for index in plots.indices.dropFirst(3) {
            #expect(abs(plots[index].x0 - plots[index - 3].x0) < 0.01 && plots[index].y0 > plots[index - 3].y1)
        }
        for index in plots.indices.dropLast() where index % 3 < 2 { #expect(plots[index].x1 < plots[index + 1].x0) }
    }

    @Test func `a shared axis is labelled once per column and row`() {
        let size = Size(500, 260)
        let shared = ChartSamples.grid(sharing: [.x, .y]).scene(
            size: size, style: ChartStyle(), measurer: FakeMeasurer())
        // One row of dates under each of three columns, one column of percentages beside each of two rows.
        let percentages = shared.texts.filter { $0.words.hasSuffix("%") }
        #expect(Set(percentages.map { $0.box.x1.rounded() }).count == 1)
        let years = shared.texts.filter { $0.words == "2008" }
        #expect(years.count == 3)
        var free = ChartSamples.grid(sharing: [])
        free.panels[3].marks = free.panels[2].marks
        let texts = free.scene(size: size, style: ChartStyle(), measurer: FakeMeasurer()).texts
        #expect(Set(texts.filter { $0.words.hasSuffix("%") }.map { $0.box.x1.rounded() }).count == 3)
    }

    @Test func `narrow paper has fewer columns and keeps every panel`() {
        let chart = ChartSamples.grid(sharing: [.x])
        for (width, columns) in [(540.0, 3), (230, 2), (150, 1)] {
            let plots = plots(chart, Size(width, 480))
            #expect(plots.count == 5)
            #expect(Set(plots.map { $0.x0.rounded() }).count == columns, "\(width)")
        }
    }

    @Test func `a panel without data says why in its own place`() {
        let scene = ChartSamples.grid(sharing: []).scene(
            size: Size(500, 260), style: ChartStyle(), measurer: FakeMeasurer())
        #expect(scene.texts.contains { $0.words == "Covid" })
        #expect(scene.texts.contains { $0.words.hasPrefix("no data: the run does") })
        #expect(scene.clips.count == 4)
    }

    @Test func `a grid without any data says why, like a single chart`() {
        var chart = ChartSamples.grid(sharing: [])
        for index in chart.panels.indices { chart.panels[index].marks = [] }
        let scene = chart.scene(size: Size(500, 260), style: ChartStyle(), measurer: FakeMeasurer())
        #expect(scene.texts.last?.words == "no data: the run does not cover it")
    }

    @Test func `shared values keep bars with words on one scale`() {
        let panels = [1.0, 1000].map { size -> Panel in
            let bars = [BarsMark.Bar(x0: 0, x1: size, y0: 0.1, y1: 0.9, paint: .role(.accent), value: "\(size)")]
            return Panel(y: .bands([["Row"]]), marks: [.bars(BarsMark(bars, orientation: .horizontal))])
        }
        let chart = Chart(
            title: "", altText: "", layout: .grid(columns: 1, sharing: .x), x: Axis(.linear, including: [0]),
            panels: panels)
        let bars = chart.scene(size: Size(300, 200), style: ChartStyle(), measurer: FakeMeasurer())
            .filledBoxes { $0 == .role(.accent) }
        #expect(bars.count == 2)
        #expect(abs(bars[1].width / bars[0].width - 1000) < 1)
        #expect(abs(bars[0].x0 - bars[1].x0) < 0.01)
    }
}

extension CategoryColors {
    static func isCategory(_ role: ColorRole) -> Bool {
        role == .other || (0..<count).contains { self.role(at: $0) == role }
    }
}
