import Graphics
import Testing

@testable import Charts

@Suite struct SkylineTests {
    private func path(_ bars: [(column: Double, top: Double)]) -> Path {
        var skyline = Skyline(base: 10, width: 2)
        for bar in bars { skyline.add(bar.top, at: bar.column) }
        return skyline.path()
    }

    @Test func `bars side by side are one outline`() {
        #expect(
            path([(3, 4), (4, 7)])
                == Path([
                    .move(Point(6, 10)), .line(Point(6, 4)), .line(Point(8, 4)), .line(Point(8, 7)),
                    .line(Point(10, 7)), .line(Point(10, 10)), .close,
                ]))
    }

    @Test func `bars apart have outlines of their own`() {
        let apart = path([(0, 4), (2, 6)])
        #expect(apart == Path(path([(0, 4)]).elements + path([(2, 6)]).elements))
        #expect(path([(0, 4)]).elements.count == 5)
    }

    @Test func `no bars are no path`() {
        #expect(path([]).elements.isEmpty)
    }
}
