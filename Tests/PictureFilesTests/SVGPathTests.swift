import Foundation
import Graphics
import TestSupport
import Testing

@testable import PictureFiles

@Suite struct SVGPathTests {
    private static let reference: [JSON] = {
        let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
            "Reference/paths.json")
        let text = (try? String(contentsOf: url, encoding: .utf8)) ?? "[]"
        return (try? JSON(text: text))?.array ?? []
    }()

    @Test func `paths have the extent, the length and the end that svgpathtools finds`() throws {
        #expect(Self.reference.count == 12)
        for fact in Self.reference {
            let text = try #require(fact["d"]?.string)
            let path = try #require(SVGPathReader.path(text), "\(text)")
            let drawn = Trace(path)
            let box = (fact["box"]?.array ?? []).compactMap(\.number)
            let size = max(box[2] - box[0], box[3] - box[1])
            for (one, other) in zip(drawn.box, box) {
                #expect(abs(one - other) < 0.001 * size, "\(text): \(drawn.box), not \(box)")
            }
            let length = try #require(fact["length"]?.number)
            #expect(abs(drawn.length - length) < 0.001 * length, "\(text): \(drawn.length) long, not \(length)")
            let end = (fact["end"]?.array ?? []).compactMap(\.number)
            #expect(abs(drawn.end.x - end[0]) < 1e-9 && abs(drawn.end.y - end[1]) < 1e-9, "\(text)")
        }
    }

    @Test(arguments: [
        "L1 1", "M", "M1", "M1 1 L", "M1 1 L2", "M1 1 X2 2", "M1 1 A5 5 0 2 0 3 3", "M1e9 0", "M nan 0", "M0 0 L1 1 2",
    ])
    func `what is no path is none`(text: String) { #expect(SVGPathReader.path(text) == nil) }

    @Test func `an empty path is drawn as nothing`() { #expect(SVGPathReader.path(" ")?.elements.isEmpty == true) }

    @Test(arguments: [
        ("translate(10, 20) scale(2)", Point(12, 24)), ("rotate(90)", Point(-2, 1)), ("rotate(180 1 2)", Point(1, 2)),
        ("matrix(1 2 3 4 5 6)", Point(12, 16)), ("skewX(45)", Point(3, 2)), ("skewY(45),translate(1)", Point(2, 4)),
        ("", Point(1, 2)),
    ])
    func `transforms apply from the right to the left`(text: String, expected: Point) throws {
        let place = try #require(Transform(svg: text)).applied(to: Point(1, 2))
        #expect(abs(place.x - expected.x) < 1e-12 && abs(place.y - expected.y) < 1e-12)
    }

    @Test(arguments: [
        "rotate()", "spin(3)", "scale(1 2 3)", "translate(1", "matrix(1 0 0 1 0)", "translate(3px)", "scale(1e9)",
    ])
    func `what is no transform is none`(text: String) { #expect(Transform(svg: text) == nil) }
}

/// A path as many short lines.
private struct Trace {
    private(set) var box = [Double.infinity, .infinity, -.infinity, -.infinity]
    private(set) var length = 0.0
    private(set) var end = Point.zero
    private var start = Point.zero

    init(_ path: Path) {
        for element in path.elements {
            switch element {
            case .move(let point):
                (start, end) = (point, point)
                include(point)
            case .line(let point): go(to: point)
            case .close: go(to: start)
            case .curve(let a, let b, let c): curve(end, a, b, c)
            }
        }
    }

    private mutating func curve(_ p: Point, _ a: Point, _ b: Point, _ c: Point) {
        for step in 1...400 {
            let t = Double(step) / 400
            let u = 1 - t
            func mix(_ part: (Point) -> Double) -> Double {
                u * u * u * part(p) + 3 * u * u * t * part(a) + 3 * u * t * t * part(b) + t * t * t * part(c)
            }
            go(to: step == 400 ? c : Point(mix(\.x), mix(\.y)))
        }
    }

    private mutating func go(to point: Point) {
        length += ((point.x - end.x) * (point.x - end.x) + (point.y - end.y) * (point.y - end.y)).squareRoot()
        end = point
        include(point)
    }

    private mutating func include(_ point: Point) {
        box = [min(box[0], point.x), min(box[1], point.y), max(box[2], point.x), max(box[3], point.y)]
    }
}
