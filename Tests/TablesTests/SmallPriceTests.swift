import Formatting
import Testing

@testable import Tables

/// Prices and sizes of coins: what is traded at 0.00002 was not traded at nothing.
@Suite struct SmallPriceTests {
    private func text(_ value: TableValue) -> String { CellFormat().text(value) }

    @Test(arguments: [
        (123.456, "123.46"), (1.23456, "1.2346"), (0.0308, "0.0308"), (0.00002345, "0.00002345"),
        (-0.005, "−0.00500000"),
        (0, "0.0000"),
    ])
    func `prices keep digits`(price: Double, expected: String) { #expect(text(.price(price)) == expected) }

    @Test(arguments: [(100, "100"), (0.5, "0.5000"), (0.00012, "0.00012000"), (0, "0")])
    func `sizes are whole where they are`(size: Double, expected: String) { #expect(text(.quantity(size)) == expected) }
}
