import Testing

@testable import Containers

struct DecimalValuesTests {
    @Test(arguments: [
        (Int128(-1250), 2, "-12.50"), (5, 3, "0.005"), (0, 2, "0.00"), (7, 0, "7"), (7, -2, "700"), (0, -2, "0"),
        (-(Int128(1) << 100), 10, "-126765060022822940149.6703205376"),
    ])
    func `a decimal is written with all its digits`(unscaled: Int128, scale: Int, text: String) {
        #expect(DecimalValues(unscaled: [unscaled], scale: scale).text(0) == text)
    }
}
