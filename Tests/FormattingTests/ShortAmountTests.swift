import Formatting
import Testing

/// Headline figures have room for about six figures.
@Suite struct ShortAmountTests {
    @Test(arguments: [
        (1351.53, "1\u{202F}352"), (-1351.53, "\u{2212}1\u{202F}352"), (99_999.4, "99\u{202F}999"),
        (123_456, "123\u{202F}456"), (-12_345_678, "\u{2212}12.35M"), (4.56e9, "4.6B"),
    ])
    func `large amounts are shortened`(value: Double, expected: String) {
        #expect(DisplayNumber.shortAmount(value) == expected)
    }
}
