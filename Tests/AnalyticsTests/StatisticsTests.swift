import RunBuilders
import Testing

@testable import Analytics

@Test func `the normal and Student distributions agree with scipy`() throws {
    let points = try #require(Reference.recorded).distributions
    for point in try #require(points["normal"]) {
        #expect(agree(NormalDistribution.cumulative(point[0]), point[1], within: 1e-13), "\(point)")
    }
    for point in try #require(points["quantile"]) {
        #expect(agree(NormalDistribution.quantile(point[0]), point[1], within: 1e-12), "\(point)")
    }
    for point in try #require(points["student"]) {
        let tail = StudentDistribution.twoSidedTail(point[0], freedom: point[1])
        #expect((tail - point[2]).magnitude <= 1e-10 * max(point[2], 1e-30), "\(point) \(tail)")
    }
}

@Test func `the normal quantile is infinite at the ends and no number beyond`() {
    #expect(NormalDistribution.quantile(0) == -.infinity && NormalDistribution.quantile(1) == .infinity)
    #expect(NormalDistribution.quantile(-0.1).isNaN && NormalDistribution.quantile(1.1).isNaN)
}

@Test func `a quantile of unsorted values is that of sorted ones, at every share and size`() {
    for count in 1...40 {
        let values = RunBuilder.returns(seed: UInt64(count), count: count) + [0.01, 0.01]
        let sorted = values.sorted()
        for step in 0...20 {
            let share = Double(step) / 20
            let expected = Quantile.of(sorted: sorted.span, at: share)
            #expect(Quantile.of(unsorted: values, at: share) == expected, "\(count) \(share)")
            #expect(Quantile.of(unsorted: values, at: [share, 1])?[0] == expected, "\(count) \(share)")
            let lowest = Quantile.lowest(of: values, to: share)
            #expect(lowest.elementsEqual(sorted.prefix(lowest.count)))
            #expect(Quantile.of(sorted: lowest.span, at: share, count: values.count) == expected)
            for guess in [-1, -0.01, 0.01, 1] + values.prefix(3) {
                #expect(Quantile.lowest(of: values, to: share, lookingBelow: guess) == lowest, "\(count) \(share)")
            }
        }
    }
    #expect(Quantile.of(unsorted: [], at: 0.5) == nil)
    #expect(Quantile.of(unsorted: [], at: [0.5]) == nil)
}

@Test func `ascending order is the order of the numbers, negatives and zeros of both signs included`() {
    for count in [0, 1, 64, 65, 300, 5000] {
        let values = RunBuilder.returns(seed: UInt64(count + 1), count: count, scale: 3)
        #expect(AscendingOrder.sorted(values) == values.sorted())
        let places = values.indices.sorted { (values[$0], $0) < (values[$1], $1) }
        #expect(AscendingOrder.places(of: values) == places)
    }
    let special = [0.0, -0.0, 1e-300, -1e-300, 1e300, -1e300, .leastNonzeroMagnitude, -.leastNonzeroMagnitude]
    let many = (0..<100).map { special[$0 % special.count] }
    #expect(AscendingOrder.sorted(many) == many.sorted())
    #expect(AscendingOrder.places(of: many) == many.indices.sorted { (many[$0], $0) < (many[$1], $1) })
}

@Test func `moments keep their digits on a large offset`() {
    let values = RunBuilder.returns(seed: 1, count: 1000)
    let moved = Moments(values.map { $0 + 1000 })
    let plain = Moments(values)
    #expect(agree(moved.sampleDeviation, plain.sampleDeviation ?? .nan))
    #expect(agree(moved.adjustedSkewness, plain.adjustedSkewness ?? .nan, within: 1e-8))
}

@Test func `moments of few values are absent where they divide by nothing`() {
    #expect(Moments([]).sampleDeviation == nil && Moments([1]).sampleDeviation == nil)
    #expect(Moments([1, 2]).adjustedSkewness == nil && Moments([1, 2, 4]).adjustedExcessKurtosis == nil)
    #expect(Moments([0.1, 0.1, 0.1]).sampleDeviation == 0 && Moments([0.1, 0.1, 0.1]).skewness == nil)
}

@Test func `a line through exact points has no error, and one column that is constant no line`() throws {
    let x = [1.0, 2, 3, 4]
    let fit = try #require(fitted(x, x.map { 2 + 3 * $0 }))
    #expect(agree(fit.slope, 3) && agree(fit.intercept, 2) && agree(fit.correlation, 1))
    #expect((fit.interceptError ?? 1) < 1e-12)
    #expect(fitted([1, 1], [1, 2]) == nil)
    #expect(fitted([1, 2], [5, 5])?.correlation == nil)
}

/// Spans cannot cross the macros of tests.
private func fitted(_ x: [Double], _ y: [Double]) -> LinearFit? { LinearFit(x.span, y.span) }
