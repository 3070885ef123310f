import Formatting
import Testing

/// What rounding must not say.
@Suite struct CertaintyTests {
    /// With the narrow space that the product writes.
    private func spaced(_ text: String) -> String {
        String(text.map { $0 == " " ? "\u{202F}" : $0 })
    }

    @Test func `rounding makes nothing certain`() {
        for (value, text) in [
            (-0.99997, "−99.997 %"), (0.9996, "99.96 %"), (0.99949, "99.9 %"), (-1, "−100.0 %"), (1, "100.0 %"),
            (1.0004, "100.0 %"), (-0.9999999, "−99.99999 %"), (0.5, "50.0 %"),
        ] {
            #expect(DisplayNumber.percent(value) == spaced(text), "\(value)")
        }
        for (value, text) in [
            (0.0004, "< 0.001"), (.leastNonzeroMagnitude, "< 0.001"), (0, "< 0.001"), (0.0005, "0.001"),
            (0.9996, "> 0.999"),
            (0.9994, "0.999"), (1, "1.000"), (0.035, "0.035"), (.nan, "n/a"),
        ] {
            #expect(DisplayNumber.probability(value) == spaced(text), "\(value)")
        }
    }

    @Test func `a fraction below a whole is never written as the whole`() {
        var gap = 0.2
        while gap > 1e-15 {
            for value in [1 - gap, gap - 1] where value.magnitude < 1 {
                #expect(!DisplayNumber.percent(value).contains("100"), "\(value)")
            }
            gap /= 1.7
        }
    }

    @Test func `spans are in the unit that a person would say`() {
        for (hours, text) in [
            (0.5, "30 min"), (1, "1 h"), (7.26, "7.3 h"), (47, "47 h"), (651.8, "27 d"), (50, "2.1 d"), (0, "0 min"),
            (.infinity, "n/a"),
        ] {
            #expect(DisplayNumber.duration(hours: hours) == spaced(text), "\(hours)")
        }
    }
}
