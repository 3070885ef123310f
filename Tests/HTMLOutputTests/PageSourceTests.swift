import Charts
import Graphics
import Testing

@testable import HTMLOutput

@Suite struct PageSourceTests {
    private func tight(_ script: String) -> String { String(decoding: PageSource.tight(script), as: UTF8.self) }

    @Test(arguments: [
        ("const a = b + c;", "const a=b+c;"), ("a - -b", "a- -b"), ("x = \"a + b\" ;", "x=\"a + b\";"),
        ("`${a} + ${b}` + 1", "`${a} + ${b}`+1"), ("f(/a [ /] b/g, c)", "f(/a [ /] b/g,c)"), ("a / b / c", "a/b/c"),
        ("return typeof x", "return typeof x"), ("a();\nb\n(c)", "a();b\n(c)"), ("'it\\'s a' + b", "'it\\'s a'+b"),
    ])
    func `only spaces that say nothing are left out`(script: String, expected: String) {
        #expect(tight(script) == expected)
    }

    private func shortened(_ script: String) -> String {
        String(decoding: ScriptNames.shortened(Array(script.utf8)), as: UTF8.self)
    }

    @Test(arguments: [
        ("const count=1;f(count,o.count,...count)", "const A=1;f(A,o.count,...A)"),
        // The name that stands most often is the shortest; taken names are passed over.
        ("let first=A,x;const second=first;g(first)", "let B=A,x;const C=B;g(B)"),
        // Members that are said by a name alone, words of templates, strings and patterns.
        ("const width=1;f({width,a:2})", "const width=1;f({width,a:2})"),
        ("const width=1;const {height}=f(width);const height=2;", "const A=1;const {height}=f(A);const height=2;"),
        ("const wide=1;f({wide:2})", "const wide=1;f({wide:2})"),
        ("const name1=1;f(`${name1}`)", "const name1=1;f(`${name1}`)"),
        ("const word=\"word\";f(/word/,'word',word)", "const A=\"word\";f(/word/,'word',A)"),
        ("const pick=a?pick:b;", "const A=a?A:b;"),
        // What browsers know by the same name, and numbers.
        ("const top=1;f(top)", "const top=1;f(top)"), ("const e10=1;f(1e10,e10)", "const A=1;f(1e10,A)"),
    ])
    func `declared names become short ones, at all their places or at none`(script: String, expected: String) {
        #expect(shortened(script) == expected)
    }

    @Test func `comments and indentation are left out`() {
        #expect(PageSource.compact("  a\n\n  // b\n c // d\n", comment: "//") == "a\nc // d\n")
    }

    @Test func `a simplified line lies within a pixel of every point`() {
        let points = (0..<2000).map { index -> Point in
            let x = Double(index) * 0.26
            let wave = Double((index * 7919) % 13) / 13
            return Point(x, 40 + 12 * (x / 90 - Double(Int(x / 90))) + wave * 0.2)
        }
        let kept = PathSimplification.simplified(Path(polyline: points)).elements.compactMap(\.place)
        #expect(kept.count < 1000 && kept.first == points.first && kept.last == points.last)
        for point in points {
            let nearest = zip(kept, kept.dropFirst()).map { distance(point, $0, $1) }.min() ?? .infinity
            #expect(nearest < 0.501)
        }
    }

    /// From a point to a piece of a line.
    private func distance(_ point: Point, _ a: Point, _ b: Point) -> Double {
        let (dx, dy) = (b.x - a.x, b.y - a.y)
        let share = ((point.x - a.x) * dx + (point.y - a.y) * dy) / (dx * dx + dy * dy)
        let place = min(max(share, 0), 1)
        let (x, y) = (a.x + place * dx - point.x, a.y + place * dy - point.y)
        return (x * x + y * y).squareRoot()
    }

    @Test func `a simplified line keeps the tips of its peaks`() {
        let points = (0..<200).map { Point(Double($0) * 0.3, $0 == 100 ? 5 : $0 % 2 == 0 ? 40 : 39.8) }
        let kept = PathSimplification.simplified(Path(polyline: points)).elements
        #expect(kept.contains(.line(Point(30, 5))))
    }

    @Test func `the lower edge of an area loses the points that the upper edge of the next one loses`() {
        let edge = (0..<200).map { Point(Double($0), 50 + Double(($0 * 7919) % 13) / 9) }
        let top = PathSimplification.simplified(Path(polyline: edge)).elements.compactMap(\.place)
        let area = Path(polyline: [Point(0, 20), Point(199, 20)] + edge.reversed()).elements + [.close]
        let kept = PathSimplification.simplified(Path(area)).elements
        #expect(kept.compactMap(\.place) == [Point(0, 20), Point(199, 20)] + top.reversed() && kept.last == .close)
        #expect(top.count < 150)
    }

    @Test func `short paths and closed shapes stay as they are`() {
        let square = Path(Rect(x0: 0, y0: 0, x1: 1, y1: 1))
        #expect(PathSimplification.simplified(square) == square)
    }
}

extension Path.Element {
    /// Where a straight step ends.
    fileprivate var place: Point? {
        switch self {
        case .move(let point), .line(let point): point
        case .curve, .close: nil
        }
    }
}
