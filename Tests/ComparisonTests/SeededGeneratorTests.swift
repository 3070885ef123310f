import Testing

@testable import Analytics

@Suite struct SeededGeneratorTests {
    @Test func `xoshiro gives the numbers of its authors' program`() {
        var generator = SeededGenerator(state: (1, 2, 3, 4))
        let expected: [UInt64] = [
            11520, 0, 1_509_978_240, 1_215_971_899_390_074_240, 1_216_172_134_540_287_360, 607_988_272_756_665_600,
            16_172_922_978_634_559_625, 8_476_171_486_693_032_832, 10_595_114_339_597_558_777,
            2_904_607_092_377_533_576,
        ]
        #expect(expected.indices.map { _ in generator.next() } == expected)
    }

    @Test func `a seed is spread by SplitMix64`() {
        var mix = SplitMix(state: 1_234_567)
        let expected: [UInt64] = [
            6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
            4_593_380_528_125_082_431, 16_408_922_859_458_223_821,
        ]
        #expect(expected.indices.map { _ in mix.next() } == expected)
    }

    @Test func `whole numbers stay below their bound and come equally often`() {
        var generator = SeededGenerator(seed: 3)
        var counts = [Int](repeating: 0, count: 7)
        for _ in 0..<70_000 { counts[generator.index(below: 7)] += 1 }
        // Seven standard deviations of a count.
        #expect(counts.allSatisfy { abs($0 - 10_000) < 650 })
        #expect((0..<100).allSatisfy { _ in generator.index(below: 1) == 0 })
    }
}
