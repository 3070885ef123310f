import Testing

@testable import Containers

struct ValidityTests {
    @Test func `values stand where the bits are, in place`() {
        let validity = Validity([true, false, false, true, true, false])
        var values = [1, 2, 3]
        values.spread(over: validity, filler: 0)
        #expect(values == [1, 0, 0, 2, 3, 0])
        #expect(validity.missingCount == 3)
    }

    @Test func `packed bits and single bits give the same rows`() {
        var packed = Validity(repeating: true, count: 5)
        packed.append(packed: [0xFF, 0b0000_0101], count: 11)
        let flags = [Bool](repeating: true, count: 14) + [false, true]
        #expect(packed == Validity(flags))
        #expect((0..<16).map { packed[$0] } == flags)
    }
}
