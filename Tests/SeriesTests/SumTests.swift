import Series
import Testing

@Test func `the error of a sum does not grow with its terms`() {
    #expect(StableSum.of([Double](repeating: 0.1, count: 1_000_000)) == 100_000)
    #expect([Double](repeating: 0.1, count: 1_000_000).reduce(0, +) != 100_000)
}

@Test func `large terms that cancel leave the small ones`() {
    #expect(StableSum.of([1, 1e100, 1, -1e100]) == 2)
    #expect(StableSum.of([1e100, 1, -1e100]) == 1)
    #expect(StableSum.of([-1e16, 1, 1e16, 1e-9]) == 1 + 1e-9)
}

@Test func `an empty sum is zero and one term is itself`() {
    #expect(StableSum.of([]) == 0)
    #expect(StableSum.of([0.1]) == 0.1)
    var sum = StableSum()
    sum.add(2.5)
    #expect(sum.value == 2.5)
}

@Test func `terms that are no numbers give what a plain sum gives`() {
    #expect(StableSum.of([1, .infinity, 2]) == .infinity)
    #expect(StableSum.of([-.infinity, 2]) == -.infinity)
    #expect(StableSum.of([.infinity, -.infinity]).isNaN)
    #expect(StableSum.of([1, .nan]).isNaN)
    #expect(StableSum.of([.greatestFiniteMagnitude, .greatestFiniteMagnitude]) == .infinity)
}
