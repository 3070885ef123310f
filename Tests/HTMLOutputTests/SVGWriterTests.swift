import DocumentModel
import Foundation
import FoundationXML
import Graphics
import TestSupport
import Testing

@testable import HTMLOutput

@Suite struct SVGWriterTests {
    private func data(_ path: Path, _ fixed: FixedPoint = .tenths, offset: Point = .zero) -> String {
        var buffer = MarkupBuffer()
        SVGPathData.write(path, offset: offset, fixed: fixed, to: &buffer)
        return buffer.text
    }

    private func inline(_ items: [SceneItem]) -> (text: String, names: GeneratedClasses) {
        var svg = SVGSerializer(inline: GeneratedClasses(), defaultFontSize: 6.8)
        svg.write(items)
        return (svg.out.text, svg.names)
    }

    @Test func `a figure of its own is this file`() throws {
        let text = SVGWriter.standalone(
            SampleReport.scene(Size(200, 100)), title: "Growth <of> 1", altText: "It grew.",
            palette: Theme.light.palette)
        try expectGolden(text, "HTMLOutput/figure.svg")
    }

    @Test func `a figure of its own is well-formed XML`() {
        let text = SVGWriter.standalone(
            SampleReport.scene(Size(200, 100)), title: "<&\">\u{1}", altText: "", palette: Theme.light.palette,
            fonts: [WebFont(weight: .regular, woff: [0])])
        let parser = XMLParser(data: Data(text.utf8))
        #expect(parser.parse(), "\(String(describing: parser.parserError))")
    }

    @Test func `many dots of one size are strokes without length, fewer or other shapes keep their outlines`() {
        func diamonds(_ count: Int, radius: (Int) -> Double) -> Path {
            Path(
                (0..<count).flatMap { index -> [Path.Element] in
                    let (x, y, r) = (Double(index), Double(index % 7), radius(index))
                    return [
                        .move(Point(x - r, y)), .line(Point(x, y - r)), .line(Point(x + r, y)), .line(Point(x, y + r)),
                        .close,
                    ]
                })
        }
        func text(_ path: Path) -> String { inline([.path(path, fill: .role(.gain, opacity: 0.7), stroke: nil)]).text }
        let many = text(diamonds(50) { _ in 1.3 })
        #expect(many.contains("s-gain") && many.contains(" o\"") && many.contains("stroke-opacity=\".7\""))
        // In bands of four points' height, from left to right.
        #expect(
            many.contains(" d=\"M0 0h0m10 10h0m10 10h0m10 10h0m40-30h0") && many.contains("m-") && !many.contains("-60")
        )
        #expect(matches(of: "(h0)", in: many).count == 50)
        #expect(!text(diamonds(30) { _ in 1.3 }).contains("h0"))
        #expect(!text(diamonds(50) { $0 == 20 ? 2 : 1.3 }).contains("h0"))
    }

    @Test func `lines are differences, along an axis one number, and straight runs one line`() {
        let path = Path(polyline: [
            Point(1, 2), Point(1.5, 2.25), Point(2, 2.25), Point(3, 2.25), Point(3, 1), Point(4, 0), Point(4, 0),
        ])
        #expect(data(path) == "M10 20l5 3h15v-13l10-10")
    }

    @Test func `rounding errors do not add up along a line`() {
        let path = Path(polyline: (0...1000).map { Point(Double($0) * 0.333, Double($0 % 2)) })
        let numbers = matches(of: "(-?\\d+)", in: data(path)).compactMap(Int.init).dropFirst(2)
        let steps = stride(from: numbers.startIndex, to: numbers.endIndex, by: 2).map { numbers[$0] }
        #expect(steps.reduce(0, +) == 3330)
    }

    @Test func `a rectangle and a circle close`() {
        #expect(data(Path(Rect(x0: 1, y0: 2, x1: 3, y1: 4))) == "M10 20h20v20h-20z")
        #expect(data(Path(circleAt: Point(1, 1), radius: 1)).hasSuffix("z"))
        #expect(data(Path(circleAt: Point(1, 1), radius: 1)).hasPrefix("M20 10c0 6-4 10-10 10-6 0-10-4-10-10"))
    }

    @Test func `files have two decimals and no needless zeros`() {
        let path = Path(polyline: [Point(0.5, -0.254), Point(10, 100), Point(10.125, 100)])
        #expect(data(path, .hundredths) == "M.5-.25l9.5 100.25h.13")
    }

    @Test func `what is not finite is written as a number`() {
        let path = Path(polyline: [Point(.nan, .infinity), Point(1, -.infinity)])
        #expect(data(path).range(of: "nan|inf", options: [.regularExpression, .caseInsensitive]) == nil)
    }

    @Test func `offsets of groups are added, clips of different places get ids of their own`() {
        let line = SceneItem.path(
            Path(from: Point(0, 0), to: Point(1, 1)), fill: nil, stroke: Stroke(.role(.ink), width: 1))
        let clipped = SceneItem.group(
            SceneGroup(offset: Point(1, 0), clip: Rect(x0: 0, y0: 0, x1: 2, y1: 2), items: [line]))
        let moved = SceneItem.group(SceneGroup(offset: Point(5, 0), items: [clipped]))
        let (text, _) = inline([.group(SceneGroup(offset: Point(10, 20), items: [clipped, moved, clipped]))])
        #expect(
            text.contains(
                "<clipPath id=\"clip1\"><path d=\"M110 200h20v20h-20z\"/></clipPath><g clip-path=\"url(#clip1)\">"))
        #expect(text.contains("<g clip-path=\"url(#clip2)\"><path class=\"s-ink w0\" d=\"M160 200l10 10\"/></g>"))
        #expect(text.hasSuffix("<g clip-path=\"url(#clip1)\"><path class=\"s-ink w0\" d=\"M110 200l10 10\"/></g>"))
        #expect(matches(of: "(<clipPath)", in: text).count == 2)
    }

    @Test func `parts carry their facts as data`() {
        let role = SceneGroup.Role.part(
            "panel", attributes: [SceneAttribute("x-min", "16437"), SceneAttribute("O\"=k", "")])
        let (text, _) = inline([.group(SceneGroup(role: role, items: [label("a", 1, 2)]))])
        #expect(
            text
                == "<g data-part=\"panel\" data-x-min=\"16437\" data-k=\"\"><text x=10 y=20 class=\"n\">a</text></g>"
        )
    }

    @Test func `text stands at the point that layout aligned, and carries only what is unusual`() {
        let font = Font(size: 6.8)
        let plain = SceneItem.text(PlacedText(run("1995", font), at: Point(50, 9), anchor: .end, paint: .role(.muted)))
        #expect(inline([plain]).text == "<text x=500 y=90 class=\"e\">1995</text>")
        let bold = Font(size: 9, weight: .semibold, tabular: true)
        let turned = PlacedText(run("a", bold), at: Point(5, 9), paint: .role(.accent), rotation: -90)
        #expect(
            inline([.text(turned)]).text
                == "<text x=50 y=90 class=\"f-accent z0 sb n\" transform=\"rotate(-90 50 90)\">a</text>")
    }

    @Test func `words that look alike and follow each other share a group that says how`() {
        let words = ["a", "b"].map { label($0, 1, 2) }
        #expect(
            inline(words).text
                == "<g class=\"n\"><text x=10 y=20>a</text><text x=10 y=20>b</text></g>")
        let plain = SceneItem.text(PlacedText(run("c", Font(size: 6.8)), at: Point(1, 2), paint: .role(.muted)))
        #expect(inline([plain, plain]).text == "<text x=10 y=20>c</text><text x=10 y=20>c</text>")
        #expect(inline([words[0], plain]).text == "<text x=10 y=20 class=\"n\">a</text><text x=10 y=20>c</text>")
    }

    @Test func `moves are written as they are shorter, and behind a closed shape from where it began`() {
        let boxes = [Rect(x0: 50, y0: 60, x1: 60, y1: 70), Rect(x0: 51, y0: 60, x1: 62, y1: 71)]
        let path = SceneItem.path(Path(boxes.flatMap { Path($0).elements }), fill: .role(.ink), stroke: nil)
        #expect(inline([path]).text.contains(" d=\"M500 600h100v100h-100zm10 0h110v110h-110z\""))
        let far = SceneItem.path(
            Path([.move(Point(99, 1)), .line(Point(99, 2)), .move(Point(1, 2)), .line(Point(1, 3))]),
            fill: nil, stroke: Stroke(.role(.ink), width: 1))
        #expect(inline([far]).text.contains(" d=\"M990 10v10M10 20v10\""))
    }

    @Test func `mixes become rules that light and dark resolve, once each`() {
        let cell = SceneItem.path(
            Path(Rect(x0: 0, y0: 0, x1: 1, y1: 1)), fill: .mix(.page, .loss, fraction: 0.351), stroke: nil)
        let text = page(document([.figure(Figure(name: "f", chart: chart("F", x: .linear)))])) { _, size in
            Scene(size: size, items: [cell, cell])
        }
        #expect(
            matches(of: "(color-mix\\(in srgb,var\\(--loss\\) var\\(--m\\),var\\(--page\\)\\))", in: text).count == 1)
        #expect(text.contains(".m0{--m:35%}") && text.contains(".m0{fill:color-mix("))
        #expect(matches(of: "(<path class=\"m0\")", in: text).count == 2)
    }

    @Test func `words on mixes share a class where light and dark show them alike`() {
        let text = page(document([.figure(Figure(name: "f", chart: chart("F", x: .linear)))])) { _, size in
            let words = [0.1, 0.12, 1].map { share in
                SceneItem.text(
                    PlacedText(
                        run("1", Font(size: 6.8)), at: Point(1, 2),
                        paint: .readable(on: .page, .gain, fraction: share)))
            }
            return Scene(size: size, items: words)
        }
        #expect(matches(of: "(class=\"r0\")", in: text).count == 2)
        #expect(matches(of: "(<text [^>]*class=\"r[1-9]\")", in: text).count == 1)
    }

    @Test func `a figure is named and described for those who cannot see it`() {
        let figure = Figure(name: "f", chart: chart("Growth", altText: "It grew."), caption: "After costs.")
        let text = page(document([.figure(figure)]))
        #expect(text.contains("role=\"img\" aria-label=\"Growth\"><desc id=alt>It grew.</desc>"))
        #expect(text.contains("<figcaption>After costs.</figcaption>"))
    }

    @Test func `a wide time figure is laid out again for phones, another one scrolls`() {
        let figure = document([.figure(Figure(name: "f", chart: chart("F"), height: .points(200)))])
        let bars = document([.figure(Figure(name: "f", chart: chart("F", x: .linear), height: .points(200)))])
        let time = page(figure) { _, size in SampleReport.scene(size) }
        #expect(matches(of: "(<svg class=\"fig desk\" viewBox=\"0 0 5353 2000\")", in: time).count == 1)
        #expect(matches(of: "(<svg class=\"fig phone\" viewBox=\"0 0 2120 1600\")", in: time).count == 1)
        #expect(page(bars).contains("<div class=\"scroll\""))
        #expect(time.contains("<desc id=alt>") && time.contains(" aria-describedby=\"alt\">"))
        #expect(matches(of: "(<desc)", in: time).count == 1)
        let single = page(figure, options: HTMLOptions(phoneFigures: false)) { _, size in SampleReport.scene(size) }
        #expect(single.contains("<div class=\"scroll\"") && !single.contains("<svg class=\"fig phone\""))
    }

    @Test func `figures of a grid are laid out as wide as their column`() {
        let figure = Block.figure(Figure(name: "f", chart: chart("F"), height: .points(100)))
        let text = page(document([.grid(Grid(columns: [2, 1], cells: [[figure], [figure]]))]))
        // (535.28 − 18) × 2/3 and × 1/3.
        #expect(text.contains("viewBox=\"0 0 3449 1000\"") && text.contains("viewBox=\"0 0 1724 1000\""))
        #expect(text.contains("{grid-template-columns:minmax(0,2fr) minmax(0,1fr)}"))
    }

    @Test func `the script reads the parts that are documented, and nothing it could not`() {
        let script = String(decoding: Script.bytes(withFigures: true), as: UTF8.self)
        for name in ["panel", "marks", "series", "area", "sticks", "rule", "callout", "grid", "x-axis"] {
            #expect(script.contains("data-part=\(name)"), "\(name)")
        }
        for danger in ["innerHTML", "eval(", "Function(", "http", "fetch(", "</"] { #expect(!script.contains(danger)) }
        // `unit` and `labelHeight` of `scales.js`, by their short names.
        #expect(script.firstMatch(of: /const [A-Z]\d*=10;const [A-Z]\d*=82;/) != nil)
        #expect(script.utf8.count < 43_000)
        #expect(Script.bytes(withFigures: false).count < 10_000)
    }
}
