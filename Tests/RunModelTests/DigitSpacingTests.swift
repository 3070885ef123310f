import RunModel
import TestSupport
import Testing

struct DigitSpacingTests {
    @Test(arguments: [
        WrittenDigits(decimals: 2, significant: 9), WrittenDigits(decimals: 12, significant: 6),
        WrittenDigits(decimals: 1, significant: 17),
    ])
    func `the spacing of one number after another is that of each`(digits: WrittenDigits) {
        var random = SeededNumbers(seed: 7)
        var spacing = DigitSpacing(digits)
        let special = [
            0, 1, 10, 9.999999999999998, -100, .infinity, .nan, Double.leastNonzeroMagnitude, -1e308, 0.001, 1000,
        ]
        let walk = (0..<5000).map { _ in Double(random.below(4_000_000) - 2_000_000) / 1000 }
        for value in special + walk + special {
            #expect(spacing.near(value) == digits.spacing(near: value), "near \(value)")
        }
    }
}
