import Graphics
import GraphicsTestSupport
import TestSupport
import Testing

@testable import Charts

@Suite struct ColorScaleTests {
    private static let scales: [ColorScale] = [
        .diverging(reach: 2), .diverging(below: .loss, above: .gain, around: 1, reach: 0.5),
        .sequential(.accent, from: 0, to: 10), .sequential(.category2, from: 5, to: -5),
    ]

    private static let palette = Palette { role in
        switch role {
        case .page, .onStrong: Color(hex: 0xFFFFFF)
        case .ink: Color(hex: 0x1B1F24)
        case .gain: Color(hex: 0x2A5F9E)
        case .loss: Color(hex: 0xC2502F)
        case .category2: Color(hex: 0xE08A3C)
        case .category3: Color(hex: 0x3A8F85)
        default: Color(hex: 0x8C5A9E)
        }
    }

    @Test(arguments: scales)
    func `words on every colour of a scale have a contrast of four and a half`(scale: ColorScale) {
        for value in stride(from: -12.0, through: 12, by: 0.05) {
            let background = Self.palette.resolve(scale.paint(value)).color
            let contrast = background.contrast(with: Self.palette.resolve(scale.textPaint(value)).color)
            #expect(contrast >= 4.5, "\(value) has \(contrast)")
        }
    }

    @Test func `twice the distance from the middle is twice as far from the page`() {
        let scale = ColorScale.diverging(around: 1, reach: 2)
        for distance in [0.2, 0.5, 0.9, -0.3, -1] {
            #expect(abs(fraction(scale, 1 + 2 * distance) - 2 * fraction(scale, 1 + distance)) < 1e-12)
        }
    }

    @Test func `a diverging scale has the same strength on both sides and other colours`() {
        let scale = ColorScale.diverging(below: .category4, above: .category3, reach: 4)
        for value in [0.5, 1, 3, 4, 9] {
            #expect(scale.paint(value) == .mix(.page, .category3, fraction: min(value / 4, 1)))
            #expect(scale.paint(-value) == .mix(.page, .category4, fraction: min(value / 4, 1)))
        }
    }

    @Test func `a sequential scale begins at the page and ends in full colour, in either direction`() {
        for scale in [ColorScale.sequential(.accent, from: 2, to: 6), .sequential(.accent, from: 6, to: 2)] {
            #expect([scale.ends.start, scale.ends.middle, scale.ends.end].map { fraction(scale, $0) } == [0, 0.5, 1])
            let beyond = scale.ends.length / 2
            #expect(fraction(scale, scale.ends.start - beyond) == 0 && fraction(scale, scale.ends.end + beyond) == 1)
        }
    }

    @Test func `what is not a number and a scale without extent have the page's colour`() {
        #expect(fraction(.diverging(reach: 1), .nan) == 0)
        #expect(fraction(.diverging(reach: 0), 0) == 0)
        #expect(fraction(.sequential(from: 3, to: 3), 3) == 0)
    }

    private func fraction(_ scale: ColorScale, _ value: Double) -> Double {
        guard case .mix(.page, _, let fraction) = scale.paint(value) else { return .nan }
        return fraction
    }
}

@Suite struct CompositeTests {
    @Test func `the edges of a stack are the sums of what is positive and of what is negative`() throws {
        var numbers = SeededNumbers(seed: 4)
        for count in [1, 3, 6, 7, 15] {
            let x = (0..<30).map(Double.init)
            let series = (0..<count).map { StackedSeries("\($0)", values: x.map { _ in numbers.uniform(-5, 9) }) }
            let areas = Marks.stack(x: x, series).marks.compactMap {
                if case .area(let area) = $0 { area } else { nil }
            }
            for place in x.indices {
                let values = series.map { $0.values[place] }
                let drawn = areas.flatMap { [$0.y[place], $0.base.values[place]] }
                // Beyond six series the smallest are one layer, whose parts may cancel each other.
                let slack = count > CategoryColors.count ? 200.0 : 1e-9
                #expect(abs((drawn.max() ?? 0) - values.filter { $0 > 0 }.reduce(0, +)) <= slack)
                #expect(abs((drawn.min() ?? 0) - values.filter { $0 < 0 }.reduce(0, +)) <= slack)
                #expect(abs((drawn.max() ?? 0) + (drawn.min() ?? 0) - values.reduce(0, +)) < 1e-9)
            }
        }
    }

    @Test func `beyond six series the smallest become one layer, named as the others`() {
        let x = [0.0, 1]
        let series = [5.0, 1, 9, 2, 8, 3, 7, 6].map { StackedSeries("size \($0)", values: [$0, $0]) }
        guard case .categories(let entries) = Marks.stack(x: x, series).key else {
            Issue.record("no categories")
            return
        }
        #expect(
            entries.map(\.name) == ["size 5.0", "size 9.0", "size 8.0", "size 3.0", "size 7.0", "size 6.0", "Other"])
        #expect(entries.last?.paint == .role(.other, opacity: 0.75))
        #expect(Set(entries.map { "\($0.paint)" }).count == entries.count)
    }

    @Test func `an area between two lines has a hole where either of them has one`() {
        let x = (0..<10).map(Double.init)
        var (high, low) = (x.map { $0 + 5 }, x)
        (high[2], low[6]) = (.nan, .nan)
        let chart = Chart(
            title: "", altText: "", x: Axis(.linear, isShown: false),
            panels: [
                Panel(
                    y: Axis(.linear, isShown: false),
                    marks: [.area(AreaMark(x: x, y: high, base: .line(low), paint: .role(.accent)))])
            ])
        let boxes = chart.scene(size: Size(90, 90), style: ChartStyle(), measurer: FakeMeasurer())
            .filledFigures { $0 == .role(.accent) }
        #expect(boxes.count == 3)
        for (left, right) in zip(boxes, boxes.dropFirst()) { #expect(left.x1 < right.x0) }
    }

    @Test func `horizontal boxes are vertical ones with their axes exchanged`() {
        func ends(_ direction: Marks.Direction) -> [[Double]] {
            Marks.boxes(ChartSamples.quantiles, direction: direction).flatMap { mark -> [[Double]] in
                switch mark {
                case .segments(let mark): mark.segments.map { [$0.x0, $0.y0, $0.x1, $0.y1] }
                case .bars(let mark): mark.bars.map { [$0.x0, $0.y0, $0.x1, $0.y1] }
                case .dots(let mark): zip(mark.x, mark.y).map { [$0, $1] }
                default: []
                }
            }
        }
        let exchanged = ends(.horizontal).map { $0.count == 2 ? [$0[1], $0[0]] : [$0[1], $0[0], $0[3], $0[2]] }
        #expect(ends(.vertical) == exchanged)
        #expect(ends(.vertical).count == 3 * 2 + 3 + 3 + 4)
    }
}
