import Foundation
import TestSupport
import Testing

@testable import TemplateEngine

/// Numbers as text against the C library, which computes them in another way.
@Suite struct NumberTextTests {
    private func render(_ template: String, _ x: Double) throws -> String {
        let environment = TemplateEnvironment(loader: DictionaryLoader(["t.txt": template]))
        return try environment.template(named: "t.txt").render(.dictionary([("x", .double(x))]))
    }

    @Test func `floats are formatted and rounded as C does it`() throws {
        var numbers = SeededNumbers(seed: 3)
        for _ in 0..<4000 {
            let number = Double(bitPattern: numbers.next() & ~(1 << 63))
            let value = numbers.next() % 2 == 0 ? number : numbers.uniform(0, 1e9)
            guard value.isFinite else { continue }
            let places = Int(numbers.next() % 21)
            let expected = ["f", "e", "g"].map { String(format: "%.\(places)\($0)", value) }
            let text = "{{ '%.\(places)f' % x }} {{ '%.\(places)e' % x }} {{ '%.\(places)g' % x }}"
            #expect(try render(text, value) == expected.joined(separator: " "))
        }
    }

    @Test func `rounding before the point goes to the nearest, and ties to even`() throws {
        for (number, places, expected) in [
            ("1250.0", -2, "1200.0"), ("1350.0", -2, "1400.0"), ("50.0", -2, "0.0"), ("50.1", -2, "100.0"),
            ("49.0", -2, "0.0"),
            ("150.0", -2, "200.0"), ("-978079.0", -3, "-978000.0"), ("9.7e15", -15, "1e+16"), ("1e300", -299, "1e+300"),
            ("6.0", -1, "10.0"), ("5.0", -1, "0.0"), ("15.0", -1, "20.0"), ("25", -1, "20"), ("35", -1, "40"),
            ("-25", -1, "-20"),
        ] { #expect(try render("{{ (\(number)) | round(\(places)) }}", 0) == expected, "\(number)") }
    }
}
