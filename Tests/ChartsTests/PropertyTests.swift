import Graphics
import GraphicsTestSupport
import TestSupport
import Testing

@testable import Charts

/// Whatever the data and the size: no text leaves the scene, no text lies on another.
@Suite struct PropertyTests {
    private static let widths = [160.0, 200, 260, 340, 430, 540, 720, 900]

    @Test(arguments: widths)
    func `no text leaves the scene or lies on another, over time`(width: Double) {
        var numbers = SeededNumbers(seed: UInt64(width))
        for _ in 0..<40 {
            let chart = Self.timeChart(&numbers)
            let height = numbers.uniform(70, 480)
            let found = chart.scene(size: Size(width, height), style: ChartStyle(), measurer: FakeMeasurer()).collisions
            #expect(found == [], "\(width)×\(height) \(chart.title)")
        }
    }

    @Test(arguments: widths)
    func `no text leaves the scene or lies on another, over numbers and names`(width: Double) {
        var numbers = SeededNumbers(seed: UInt64(width) + 1)
        for _ in 0..<40 {
            let chart = numbers.next() % 2 == 0 ? Self.histogram(&numbers) : Self.bars(&numbers)
            let height = numbers.uniform(60, 480)
            let found = chart.scene(size: Size(width, height), style: ChartStyle(), measurer: FakeMeasurer()).collisions
            #expect(found == [], "\(width)×\(height) \(chart.title)")
        }
    }

    @Test func `sizes without room do not trap`() {
        var numbers = SeededNumbers(seed: 77)
        let chart = Self.timeChart(&numbers)
        for (width, height) in [(0.0, 0.0), (1, 1), (-5, 10), (30, 400), (400, 12), (.nan, 10), (.infinity, 10)] {
            let scene = chart.scene(size: Size(width, height), style: ChartStyle(), measurer: FakeMeasurer())
            if width.isFinite, width > 0, height > 0 { #expect(scene.collisions == []) }
        }
    }

    @Test func `numbers at the ends of what a double holds do not trap`() {
        for values in [
            [-1e308, 1e308], [1e-300, 2e-300], [0, .leastNonzeroMagnitude], [1e15, 1e15 + 1], [1, 1 + 1e-15],
            [-.infinity, .infinity, 1],
        ] {
            for kind in [Axis.linear, Axis(.logarithmic), Axis(.linear, format: .money(0), isNice: true)] {
                let mark = LineMark("Line", x: values.indices.map(Double.init), y: values, paint: .role(.accent))
                let chart = Chart(title: "Extreme", altText: "", panels: [Panel(y: kind, marks: [.line(mark)])])
                #expect(
                    chart.scene(size: Size(540, 250), style: ChartStyle(), measurer: FakeMeasurer()).collisions == [])
            }
        }
        for x in [[0, 1e12], [-1e9, 1e9], [19_000, 19_000.0001], [.nan, .nan]] {
            let mark = LineMark("Line", x: x, y: [1, 2], paint: .role(.accent))
            let chart = Chart(title: "Extreme", altText: "", panels: [Panel(marks: [.line(mark)])])
            #expect(chart.scene(size: Size(540, 250), style: ChartStyle(), measurer: FakeMeasurer()).collisions == [])
        }
    }

    // MARK: - Random charts

    private static func timeChart(_ numbers: inout SeededNumbers) -> Chart {
        let start = numbers.uniform(-20_000, 30_000)
        let length = numbers.pick([0, 0.01, 0.3, 2, 10, 45, 130, 400, 1500, 3650, 12_000, 40_000])
        let count = Int(numbers.uniform(1, 300))
        let x = (0..<count).map { start + length * Double($0) / Double(max(count - 1, 1)) }
        let panels = (0..<Int(numbers.uniform(1, 4))).map { _ in panel(x, &numbers) }
        let bands = (0..<Int(numbers.uniform(0, 6))).map { index in
            let from = start + length * numbers.uniform(-0.1, 1)
            return BandMark(from: from, to: from + length * numbers.uniform(0, 0.2), label: "\(index + 1)")
        }
        return Chart(
            title: numbers.pick(["", "Growth of 1", "A title that is rather long for a figure"]),
            subtitle: numbers.pick(["", "log scale", "% a year, over 126 and 252 sessions; dashed: mean of the longer"]
            ),
            altText: "", x: .time, bands: bands, panels: panels)
    }

    private static func panel(_ x: [Double], _ numbers: inout SeededNumbers) -> Panel {
        let size = numbers.pick([1e-7, 1e-3, 0.1, 1, 40, 1e4, 1e8, 1e13])
        let middle = numbers.pick([0, 1, -1, 3]) * size
        let ending = EndLabel(
            numbers.pick(["Strategy", "MSCI World Net Total Return Index", ""]), value: numbers.pick(["", "5.94×"]),
            isStrong: true)
        let y = x.map { _ in middle + size * numbers.uniform(-1, 1) }
        var marks: [Mark] = [.line(LineMark("Line", x: x, y: y, paint: .role(.accent), ending: ending))]
        for _ in 0..<Int(numbers.uniform(0, 3)) {
            marks.append(.rule(RuleMark(.horizontal, at: middle, label: EndLabel("mean", value: "12.4 %"))))
        }
        if let place = x.first, let value = y.first {
            marks.append(
                .callout(CalloutMark(x: place, y: value, labels: ["−14.4 % 24 Jul 2020"], paint: .role(.loss))))
        }
        let format = numbers.pick([NumberFormat.percent(1), .number(2), .multiple(2), .money(0), .count])
        let kind = numbers.next() % 3 == 0 ? Axis.Kind.logarithmic : .linear
        return Panel(
            height: numbers.uniform(0.5, 3), heading: numbers.pick(["", "Sharpe ratio"]),
            y: Axis(kind, format: format, isNice: numbers.next() % 2 == 0, baseline: 0), marks: marks)
    }

    private static func histogram(_ numbers: inout SeededNumbers) -> Chart {
        let width = numbers.pick([0.0005, 0.01, 3, 250, 4e6])
        let start = -width * numbers.uniform(0, 30).rounded()
        let bars = (0..<Int(numbers.uniform(1, 50))).map { index in
            let x0 = start + width * Double(index)
            return BarsMark.Bar(x0: x0, x1: x0 + width, y1: numbers.uniform(0, 900).rounded(), paint: .role(.gain))
        }
        let rules: [Mark] = (0..<Int(numbers.uniform(0, 4))).map { index in
            let label = EndLabel("VaR 9\(index)", value: "−1.80 %", paint: .role(.loss))
            return .rule(RuleMark(.vertical, at: start + width * numbers.uniform(0, 12), label: label))
        }
        let y = Axis(.linear, format: .count, including: [0], isNice: true, baseline: 0)
        return Chart(
            title: "Daily returns", subtitle: "number of sessions", altText: "",
            x: Axis(.linear, format: numbers.pick([.percent(2), .money(0)])),
            panels: [
                Panel(y: y, marks: [.bars(BarsMark(bars)), .text(TextMark(["normal, same mean", "normal"]))] + rules)
            ])
    }

    private static func bars(_ numbers: inout SeededNumbers) -> Chart {
        let count = Int(numbers.uniform(1, 45))
        let isVertical = numbers.next() % 2 == 0
        let values = (0..<count).map { _ in numbers.uniform(-40, 60) }
        let bars = values.enumerated().map { index, value in
            let (start, end) = (Double(index) + 0.1, Double(index) + 0.9)
            return isVertical
                ? BarsMark.Bar(x0: start, x1: end, y1: value, paint: .role(.gain), value: "\(Int(value)).5")
                : BarsMark.Bar(x0: 0, x1: value, y0: start, y1: end, paint: .role(.gain), value: "\(Int(value)).5")
        }
        let names = (0..<count).map { ["Symbol \($0 * 37)", "\($0)"] }
        let values2 = Axis(.linear, including: [0], isNice: true, baseline: 0, lowPadding: 9, highPadding: 9)
        let mark = Mark.bars(BarsMark(bars, orientation: isVertical ? .vertical : .horizontal))
        return Chart(
            title: "Bars", altText: "", x: isVertical ? .bands(names) : values2,
            panels: [Panel(y: isVertical ? values2 : .bands(names), marks: [mark])])
    }
}
