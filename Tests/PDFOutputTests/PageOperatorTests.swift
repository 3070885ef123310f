import Foundation
import Graphics
import Testing
import TextShaping

@testable import PDFOutput

/// What a page's operators say: every point, colour and pen, each once.
@Suite struct PageOperatorTests {
    let book: FontBook
    private let line = (0..<300).map { Point(40 + Double($0), 100 + 30 * sin(Double($0) / 9)) }

    init() throws { book = try shippedBook() }

    private func file(_ items: [SceneItem]) throws -> [UInt8] {
        let page = Scene(
            size: Size(400, 200),
            items: [.group(SceneGroup(role: .tag(.figure(altText: "A line")), items: items))])
        return try PDFWriter.write(pages: [page], metadata: metadata, palette: palette, fonts: book)
    }

    /// The page's operators, one a line.
    private func content(_ items: [SceneItem]) throws -> [String] {
        let file = try file(items)
        #expect(try run("qpdf", "--check", "%", on: file).contains("No syntax or stream encoding errors"))
        let plain = try run("qpdf", "--qdf", "--object-streams=disable", "%", "-", on: file)
        return plain.split(separator: "\n").map(String.init)
    }

    /// A number as the page has it.
    private func number(_ value: Double) -> String {
        var text = String(format: "%.2f", value)
        while text.hasSuffix("0") { text.removeLast() }
        if text.hasSuffix(".") { text.removeLast() }
        if text == "-0" || text.isEmpty { return "0" }
        return text.hasPrefix("0.") ? String(text.dropFirst()) : text.replacingOccurrences(of: "-0.", with: "-.")
    }

    private func drawn(_ points: [Point], offset: Point = .zero) -> [String] {
        points.enumerated().map { index, point in
            [number(point.x + offset.x), number(point.y + offset.y)].joined(separator: " ") + (index == 0 ? " m" : " l")
        }
    }

    @Test func `every point of a line is on the page, in its order and its colour`() throws {
        let stroke = Stroke(.role(.accent), width: 1.2, join: .round)
        let group = SceneGroup(
            offset: Point(5, -3), clip: Rect(x0: 30, y0: 20, x1: 360, y1: 180),
            items: [.path(Path(polyline: line), fill: nil, stroke: stroke)])
        let operators = try content([.group(group)])
        // Long lines are drawn on twentieths of a point.
        let places = line.map { Point(($0.x * 20).rounded() / 20, ($0.y * 20).rounded() / 20) }
        let expected = drawn(places, offset: Point(5, -3))
        let start = try #require(operators.firstIndex(of: expected[0]))
        #expect(Array(operators[start..<(start + line.count)]) == expected)
        #expect(operators[start + line.count] == "S")
        for state in [".1059 .2941 .5412 RG", "1.2 w", "1 j", "q 35 17 330 160 re W n"] {
            #expect(operators[..<start].contains(state), "\(state)")
        }
    }

    @Test func `an area is filled and closed`() throws {
        let area = Path(Path(polyline: line + [Point(339, 180), Point(40, 180)]).elements + [.close])
        let operators = try content([.path(area, fill: .role(.accent, opacity: 0.5), stroke: nil)])
        let last = try #require(operators.firstIndex { $0 == "40 180 l" })
        #expect(operators[last + 1] == "h" && operators[last + 2] == "f")
        #expect(operators.contains("/G0 gs"))
        #expect(operators.contains { $0.contains("/ca .5") } || operators.contains { $0.contains("/ca 0.5") })
    }

    @Test func `many dots are lines without length, round and as wide as a dot`() throws {
        let dots = Path(
            line.prefix(60).flatMap { center -> [Path.Element] in
                let (x, y) = (center.x, center.y)
                return [
                    .move(Point(x - 1, y)), .line(Point(x, y - 1)), .line(Point(x + 1, y)), .line(Point(x, y + 1)),
                    .close,
                ]
            })
        let operators = try content([.path(dots, fill: .role(.accent, opacity: 0.5), stroke: nil)])
        let expected = line.prefix(60).flatMap { [drawn([$0])[0], drawn([$0])[0].dropLast() + "l"] }
        let start = try #require(operators.firstIndex(of: expected[0]))
        #expect(Array(operators[start..<(start + expected.count)]) == Array(expected))
        #expect(operators[start + expected.count] == "S")
        for state in ["1.6 w", "1 J", ".1059 .2941 .5412 RG"] { #expect(operators[...start].contains(state)) }
    }

    @Test func `rectangles are one operator, and neighbours meet`() throws {
        let operators = try content(
            (0..<3).map { index in
                let (left, right) = (40 + Double(index) * 10.334, 40 + Double(index + 1) * 10.334)
                return .path(Path(Rect(x0: left, y0: 20, x1: right, y1: 30)), fill: .role(.accent), stroke: nil)
            })
        // 40, 50.33, 60.67 and 71: each width ends where the next begins.
        #expect(
            operators.filter { $0.contains(" re") } == [
                "40 20 10.33 10 re f", "50.33 20 10.34 10 re f", "60.67 20 10.33 10 re f",
            ])
        #expect(operators.filter { $0.hasSuffix(" rg") }.count == 1, "a colour is set where it changes")
    }

    @Test func `a fill and its stroke are painted at once, but where one can be seen through`() throws {
        let circle = Path(circleAt: Point(90, 90), radius: 20)
        let pen = Stroke(.role(.loss), width: 2, dashes: [3, 1.5])
        let opaque = try content([.path(circle, fill: .role(.accent), stroke: pen)])
        #expect(opaque.contains("B") && opaque.contains("[3 1.5 ] 0 d"))
        let faint = try content([.path(circle, fill: .role(.accent, opacity: 0.2), stroke: pen)])
        #expect(!faint.contains("B") && faint.contains("f") && faint.contains("S"))
    }

    @Test func `what a clip set is set again behind it`() throws {
        func mark(_ x: Double) -> SceneItem {
            .path(Path(from: Point(x, 5), to: Point(x, 50)), fill: nil, stroke: Stroke(.role(.loss), width: 3))
        }
        let clip = SceneGroup(clip: Rect(x0: 0, y0: 0, x1: 100, y1: 100), items: [mark(10)])
        let operators = try content([.group(clip), mark(20)])
        #expect(operators.filter { $0 == "3 w" }.count == 2)
        #expect(operators.filter { $0 == "Q" }.count == 1)
    }

    @Test func `glyphs stand where they were placed, however they are turned`() throws {
        let composer = Composer(book: book)
        let level = try content([composer.text("Ag", 40, 60)])
        #expect(level.contains("1 0 0 -1 40 60 Tm"))
        let turned = try content([composer.text("Ag", 40, 60, rotation: -90)])
        #expect(turned.contains("0 -1 -1 0 40 60 Tm"))
    }

    @Test func `a pen that goes by the widths of the file is moved where kerning asks for it`() throws {
        let run = book.shape("AVAVA", font: Font(size: 10))
        let operators = try content([.text(PlacedText(run, at: Point(40, 60), paint: .role(.ink)))])
        let shown = try #require(operators.first { $0.hasSuffix("]TJ") })
        let moves = shown.dropFirst().split(separator: ">").compactMap { Int($0.prefix { $0 != "<" }) }
        let face = book.embeddableFace(0, weight: .regular)
        let advances = run.glyphs.map { face.advance(of: $0.id) / 100 }
        let natural = advances.dropLast().reduce(0, +)
        let moved = Double(moves.reduce(0, +)) / 100
        #expect(moves.count == 4 && abs(natural - moved - (run.glyphs[4].x - run.glyphs[0].x)) < 0.02)
    }

    @Test func `a line outside of the page does no harm`() throws {
        let stroke = Stroke(.role(.accent), width: 1)
        let text = Composer(book: book).text("Here", 40, 40)
        let moved = SceneGroup(
            offset: Point(9000, 0), items: [.path(Path(polyline: line), fill: nil, stroke: stroke)])
        let file = try file([.group(moved), text])
        #expect(try run("qpdf", "--check", "%", on: file).contains("No syntax or stream encoding errors"))
        #expect(try run("pdftotext", "%", "-", on: file).contains("Here"))
    }

    @Test func `numbers have the decimals that matter, and no others`() {
        func written(_ write: (inout PDFSyntax) -> Void) -> String {
            var syntax = PDFSyntax()
            write(&syntax)
            return String(decoding: syntax.bytes, as: UTF8.self)
        }
        for (value, text) in [
            (0, "0 "), (1, "1 "), (-1, "-1 "), (0.5, ".5 "), (-0.5, "-.5 "), (12.345, "12.35 "), (0.004, "0 "),
            (-0.004, "0 "), (0.01, ".01 "), (100_000, "100000 "), (10.1, "10.1 "),
        ] {
            #expect(written { $0.write(place: value) } == text)
        }
        for (value, text) in [(0.105882, ".1059 "), (1.2, "1.2 "), (0.00004, "0 "), (0.0001, ".0001 "), (30, "30 ")] {
            #expect(written { $0.write(fine: value) } == text)
        }
        #expect(written { $0.write(hexadecimal: 0xA0F) } == "0A0F")
    }
}
