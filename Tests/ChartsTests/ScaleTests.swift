import Testing

@testable import Charts

@Suite struct ScaleTests {
    @Test func `linear maps a domain value to a range value`() {
        let scale = Scale(.linear, domain: Interval(1, 2), range: Interval(0, 10))
        #expect(scale.position(of: 1) == 0)
        #expect(scale.position(of: 1.5) == 5)
        #expect(scale.position(of: 2) == 10)
        #expect(scale.position(of: 2.5) == 15)
        #expect(scale.position(of: 0.5) == -5)
    }

    @Test func `a reversed domain or range turns the direction`() {
        #expect(Scale(.linear, domain: Interval(10, 0), range: Interval(0, 100)).position(of: 2) == 80)
        #expect(Scale(.linear, domain: Interval(0, 10), range: Interval(100, 0)).position(of: 2) == 80)
    }

    @Test func `a domain without width maps to the middle of the range`() {
        for transform in [Scale.Transform.linear, .logarithmic] {
            let scale = Scale(transform, domain: Interval(3, 3), range: Interval(0, 10))
            #expect(scale.position(of: 3) == 5)
            #expect(scale.position(of: 99) == 5)
            #expect(scale.value(at: 7) == 3)
        }
    }

    @Test func `NaN and infinities have no place`() {
        let scale = Scale(.linear, domain: Interval(0, 1), range: Interval(0, 10))
        #expect(scale.position(of: .nan).isNaN)
        #expect(scale.position(of: .infinity).isNaN)
        #expect(Scale(.linear, domain: Interval(.nan, 1), range: Interval(0, 10)).position(of: 0.5).isNaN)
    }

    @Test func `equal ratios take equal lengths on a logarithmic scale`() {
        let scale = Scale(.logarithmic, domain: Interval(1, 100), range: Interval(0, 200))
        #expect(abs(scale.position(of: 10) - 100) < 1e-9)
        #expect(abs(scale.position(of: 1000) - 300) < 1e-9)
        #expect(scale.position(of: 0).isNaN)
        #expect(scale.position(of: -1).isNaN)
    }

    @Test(arguments: [Scale.Transform.linear, .logarithmic])
    func `value at a position is the inverse of position of a value`(transform: Scale.Transform) {
        let scale = Scale(transform, domain: Interval(0.2, 7), range: Interval(300, 20))
        for value in [0.2, 0.5, 1, 3.3, 7] { #expect(abs(scale.value(at: scale.position(of: value)) - value) < 1e-12) }
    }
}
