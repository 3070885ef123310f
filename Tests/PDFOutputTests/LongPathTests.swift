import Foundation
import Graphics
import Testing
import TextShaping

@testable import PDFOutput

/// Lines of many points, whose outlines we write ourselves.
@Suite struct LongPathTests {
    let book: FontBook
    private let line = (0..<300).map { Point(40 + Double($0), 100 + 30 * sin(Double($0) / 9)) }

    init() throws { book = try shippedBook() }

    private func file(_ items: [SceneItem]) throws -> [UInt8] {
        let page = Scene(
            size: Size(400, 200),
            items: [.group(SceneGroup(role: .tag(.figure(altText: "A line")), items: items))])
        return try complete(PDFWriter.write(pages: [page], metadata: metadata, palette: palette, fonts: book))
    }

    /// The page's operators, one a line.
    private func content(_ file: [UInt8]) throws -> [String] {
        let plain = try run("qpdf", "--qdf", "--object-streams=disable", "%", "-", on: file)
        return plain.split(separator: "\n").map(String.init)
    }

    private func drawn(_ points: [Point], offset: Point = .zero) -> [String] {
        points.enumerated().map { index, point in
            let numbers = [point.x + offset.x, point.y + offset.y].map { value in
                var text = String(format: "%.2f", value)
                while text.hasSuffix("0") { text.removeLast() }
                return text.hasSuffix(".") ? String(text.dropLast()) : text
            }
            return numbers.joined(separator: " ") + (index == 0 ? " m" : " l")
        }
    }

    @Test func `every point of a long line is on the page, in its order and its colour`() throws {
        let stroke = Stroke(.role(.accent), width: 1.2, join: .round)
        let group = SceneGroup(
            offset: Point(5, -3), clip: Rect(x0: 30, y0: 20, x1: 360, y1: 180),
            items: [.path(Path(polyline: line), fill: nil, stroke: stroke)])
        let operators = try content(try file([.group(group)]))
        let expected = drawn(line, offset: Point(5, -3))
        let start = try #require(operators.firstIndex { $0.hasSuffix(expected[0]) })
        #expect(Array(operators[(start + 1)..<(start + line.count)]) == Array(expected.dropFirst()))
        #expect(operators[start + line.count].hasPrefix("S"))
        #expect(operators[..<start].contains { $0.contains("0.105882 0.294118 0.541176 RG") })
        #expect(operators[..<start].contains { $0.contains("1.2 w") })
    }

    @Test func `a long area is filled and closed`() throws {
        let area = Path(Path(polyline: line + [Point(339, 180), Point(40, 180)]).elements + [.close])
        let operators = try content(try file([.path(area, fill: .role(.accent, opacity: 0.5), stroke: nil)]))
        let last = try #require(operators.firstIndex { $0 == "40 180 l" })
        #expect(operators[last + 1] == "h" && operators[last + 2].hasPrefix("f"))
        #expect(operators.filter { $0.hasSuffix(" m") }.count == 1, "Cairo's stand-in is gone")
        #expect(!operators.contains { $0.contains(" m ") })
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
        let operators = try content(try file([.path(dots, fill: .role(.accent, opacity: 0.5), stroke: nil)]))
        let expected = line.prefix(60).flatMap { [drawn([$0])[0], drawn([$0])[0].dropLast() + "l"] }
        let start = try #require(operators.firstIndex { $0.hasSuffix(expected[0]) })
        #expect(Array(operators[(start + 1)..<(start + expected.count)]) == Array(expected.dropFirst()))
        #expect(operators[start + expected.count].hasPrefix("S"))
        let state = operators[...start].joined(separator: " ")
        #expect(state.contains("1.6 w") && state.contains("1 J") && state.contains("0.105882 0.294118 0.541176 RG"))
    }

    @Test func `a long line outside of the page is left out`() throws {
        let stroke = Stroke(.role(.accent), width: 1)
        let text = Composer(book: book).text("Here", 40, 40)
        let moved = SceneGroup(
            offset: Point(9000, 0), items: [.path(Path(polyline: line), fill: nil, stroke: stroke)])
        let file = try file([.group(moved), text])
        #expect(try run("qpdf", "--check", "%", on: file).contains("No syntax or stream encoding errors"))
        #expect(try run("pdftotext", "%", "-", on: file).contains("Here"))
    }

    @Test func `short outlines, curves and flat areas are Cairo's`() {
        let (paint, stroke) = (Paint.role(.accent), Stroke(.role(.accent), width: 1))
        let flat = Path(polyline: line.map { Point($0.x, 50) })
        #expect(LongPath(Path(Rect(x0: 0, y0: 0, x1: 9, y1: 9)), fill: paint, stroke: nil, offset: .zero) == nil)
        #expect(LongPath(flat, fill: paint, stroke: nil, offset: .zero) == nil)
        #expect(LongPath(flat, fill: nil, stroke: stroke, offset: .zero) != nil)
        #expect(LongPath(Path(polyline: line), fill: paint, stroke: stroke, offset: .zero) == nil)
        #expect(
            LongPath(Path(polyline: line + [Point(.nan, 1)]), fill: nil, stroke: stroke, offset: .zero) == nil)
        let circles = Path((0..<9).flatMap { Path(circleAt: Point(Double($0), 5), radius: 1).elements })
        #expect(LongPath(circles, fill: paint, stroke: nil, offset: .zero) == nil)
    }
}
