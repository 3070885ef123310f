import Formatting
import Testing

/// Amounts of currencies whose unit is large.
@Suite struct AmountTests {
    @Test(arguments: [
        (0.0000123456, "0.0000123"), (-0.00000058, "−0.00000058"), (0.0234, "0.0234"), (0.07, "0.07"), (0.05, "0.05"),
        (0.234, "0.23"), (1.234, "1.23"), (0, "0.00"), (-12.345, "−12.35"), (1e-12, "0.00"), (-1e-17, "0.00"),
        (0.009, "0.00900"), (.nan, "n/a"), (.infinity, "n/a"),
    ])
    func `two decimals stay, unless they would keep less than two digits`(value: Double, text: String) {
        #expect(DisplayNumber.amount(value) == text)
        #expect(DisplayNumber.money(value, currency: nil) == text)
        #expect(ValueUnit.money.columnText(value, places: 2) == text)
    }

    @Test func `a column of whole amounts has the digits of a small one`() {
        #expect(
            DisplayNumber.amount(0.000123, places: 0) == "0.000123" && DisplayNumber.amount(0.49, places: 0) == "0.490")
        #expect(DisplayNumber.amount(4, places: 0) == "4" && DisplayNumber.amount(0, places: 0) == "0")
    }

    @Test(arguments: [(0.0000123, "1.2e−5"), (-0.0000123, "−1.2e−5"), (0.001, "0"), (0, "0"), (1234, "1\u{202F}234")])
    func `there is room for small amounts in tiles`(value: Double, text: String) {
        #expect(DisplayNumber.shortAmount(value) == text)
    }
}
