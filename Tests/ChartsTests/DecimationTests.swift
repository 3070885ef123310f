import Graphics
import TestSupport
import Testing

@testable import Charts

@Suite struct DecimationTests {
    /// 200 points wide, one number per point of height.
    private func reduce(_ x: [Double], _ y: [Double], domain: Interval) -> [[Point]] {
        Decimation.stretches(
            x: MarkColumn(x), y: y, xScale: Scale(.linear, domain: domain, range: Interval(0, 200)),
            yScale: Scale(.linear, domain: Interval(0, 100), range: Interval(100, 0)), pixel: 0.5)
    }

    @Test func `first, last, lowest and highest of a long line are kept`() throws {
        var numbers = SeededNumbers(seed: 11)
        let x = (0..<50_000).map(Double.init)
        let y = x.map { _ in numbers.uniform(10, 90) }
        let stretch = try #require(reduce(x, y, domain: Interval(0, 49_999)).first)
        #expect(stretch.first == Point(0, 100 - y[0]))
        #expect(stretch.last == Point(200, 100 - y[49_999]))
        let heights = stretch.map { 100 - $0.y }
        #expect(abs((heights.min() ?? 0) - (y.min() ?? 1)) < 1e-9)
        #expect(abs((heights.max() ?? 0) - (y.max() ?? 1)) < 1e-9)
    }

    @Test func `every pixel column keeps its extremes`() {
        var numbers = SeededNumbers(seed: 5)
        let x = (0..<4000).map { Double($0) / 4000 * 200 }
        let y = x.map { _ in numbers.uniform(0, 100) }
        let kept = reduce(x, y, domain: Interval(0, 200)).flatMap { $0 }
        for column in 0..<400 {
            let inside = x.indices.filter { (x[$0] * 2).rounded(.down) == Double(column) }.map { 100 - y[$0] }
            let drawn = kept.filter { ($0.x * 2).rounded(.down) == Double(column) }.map(\.y)
            #expect(drawn.min() == inside.min() && drawn.max() == inside.max())
        }
    }

    @Test func `the cost of drawing does not grow with the line`() {
        var counts: [Int] = []
        for count in [10_000, 100_000] {
            var numbers = SeededNumbers(seed: 2)
            let x = (0..<count).map(Double.init)
            let y = x.map { _ in numbers.uniform(0, 100) }
            counts.append(reduce(x, y, domain: Interval(0, Double(count - 1))).flatMap { $0 }.count)
        }
        #expect(counts.allSatisfy { $0 <= 2 * 401 + 2 })
    }

    @Test func `few points are left as they are, in columns of x and not of the index`() {
        let x = [0.0, 1, 2, 150, 151, 200]
        let y = [1.0, 2, 3, 4, 5, 6]
        let kept = reduce(x, y, domain: Interval(0, 200)).flatMap { $0 }
        #expect(kept == zip(x, y).map { Point($0, 100 - $1) })
    }

    @Test func `what is not finite interrupts the line`() {
        let stretches = reduce([0, 10, 20, 30, 40], [1, .nan, 3, 4, .infinity], domain: Interval(0, 200))
        #expect(stretches.map(\.count) == [1, 2])
    }

    @Test func `what is not positive interrupts a logarithmic line`() {
        let stretches = Decimation.stretches(
            x: MarkColumn([0, 1, 2, 3]), y: [1, 0, -1, 10],
            xScale: Scale(.linear, domain: Interval(0, 3), range: Interval(0, 30)),
            yScale: Scale(.logarithmic, domain: Interval(1, 10), range: Interval(10, 0)), pixel: 1)
        #expect(stretches == [[Point(0, 10)], [Point(30, 0)]])
    }

    @Test func `a domain without width still draws`() {
        #expect(!reduce([5, 5, 5], [1, 9, 3], domain: Interval(5, 5)).isEmpty)
        #expect(reduce([], [], domain: Interval(0, 1)).isEmpty)
    }
}

@Suite struct LabelSpreadTests {
    @Test func `labels that have room stay where they are`() {
        #expect(LabelSpread.centers(wished: [10, 50, 30], extents: [8, 8, 8], in: Interval(0, 100)) == [10, 50, 30])
    }

    @Test func `labels that collide move apart around their middle`() throws {
        let centers = try #require(LabelSpread.centers(wished: [50, 52], extents: [10, 10], in: Interval(0, 100)))
        #expect(centers == [46, 56])
    }

    @Test func `labels stay inside and what does not fit together gives nil`() throws {
        #expect(LabelSpread.centers(wished: [99, 99], extents: [10, 10], in: Interval(0, 100)) == [85, 95])
        #expect(LabelSpread.centers(wished: [1, 2], extents: [10, 10], in: Interval(0, 15)) == nil)
    }

    @Test func `no two of many labels overlap`() throws {
        var numbers = SeededNumbers(seed: 9)
        for _ in 0..<300 {
            let extents = (0..<12).map { _ in numbers.uniform(1, 8) }
            let wished = extents.map { _ in numbers.uniform(-10, 110) }
            let centers = try #require(LabelSpread.centers(wished: wished, extents: extents, in: Interval(0, 100)))
            let order = centers.indices.sorted { centers[$0] < centers[$1] }
            for (left, right) in zip(order, order.dropFirst()) {
                #expect(centers[left] + extents[left] / 2 <= centers[right] - extents[right] / 2 + 1e-9)
            }
            for index in order {
                #expect(centers[index] - extents[index] / 2 > -1e-9 && centers[index] + extents[index] / 2 < 100 + 1e-9)
            }
        }
    }
}
