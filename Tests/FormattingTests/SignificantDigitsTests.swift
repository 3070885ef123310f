import Foundation
import TestSupport
import Testing

@testable import Formatting

/// The double nearest to the decimal that C prints with so many significant digits.
private func printed(_ value: Double, _ count: Int) -> Double? { Double(String(format: "%.\(count - 1)e", value)) }

@Test func `rounding keeps the digits that C keeps`() {
    var numbers = SeededNumbers(seed: 4)
    for _ in 0..<40_000 {
        let value =
            Double.random(in: -1...1, using: &numbers)
            * Foundation.pow(10, Double.random(in: -15...18, using: &numbers))
        let count = Int.random(in: 1...13, using: &numbers)
        if SignificantDigits.round(value, to: count) != printed(value, count) {
            Issue.record("\(value) to \(count) digits: \(SignificantDigits.round(value, to: count))")
        }
    }
}

@Test func `no number of any size keeps more than twelve digits`() {
    var numbers = SeededNumbers(seed: 5)
    for _ in 0..<20_000 {
        let value = numbers.anyDouble()
        let text = SignificantDigits.json(value)
        let digits = text.prefix { $0 != "e" }.filter { $0 != "-" && $0 != "." }.drop { $0 == "0" }
        if digits.count > 12, !digits.dropFirst(12).allSatisfy({ $0 == "0" }) { Issue.record("\(value) gives \(text)") }
        // One unit of the twelfth digit is the most by which it may be off.
        let error = ((Double(text) ?? .nan) - value).magnitude / value.magnitude
        if !(error <= 5.1e-12), value.magnitude > 1e-300 { Issue.record("\(value) gives \(text), off by \(error)") }
    }
}

@Test(arguments: [
    (0.0, "0"), (-0.0, "0"), (1.0, "1"), (-3.0, "-3"), (0.1, "0.1"), (0.1 + 0.2, "0.3"),
    (1.539812345678901, "1.53981234568"),
    (2520.0, "2520"), (123_456_789_012_345.0, "123456789012000"), (999_999_999_999.9, "1000000000000"),
    (1e15, "1000000000000000"), (1.5e16, "1.5e+16"), (1e22, "1e+22"), (0.0001, "0.0001"), (0.00001, "1e-05"),
    (1.23456789012345e-12, "1.23456789012e-12"), (1.23456789012345e40, "1.23456789012e+40"),
    (.nan, "null"), (.infinity, "null"), (-.infinity, "null"), (Double.leastNonzeroMagnitude, "5e-324"),
    (.greatestFiniteMagnitude, "1.79769313486e+308"),
])
func `a number in JSON is the shortest with its digits`(value: Double, text: String) {
    #expect(SignificantDigits.json(value) == text)
}

@Test func `JSON readers read every form`() throws {
    for value in [1e-300, 1.5e-9, 0.25, 1e15, 1.5e16, 1e300] {
        let read = try JSONDecoder().decode([Double].self, from: Data("[\(SignificantDigits.json(value))]".utf8))
        #expect(read == [value])
    }
}

@Test func `the exponent is that of the first digit`() {
    for exponent in -300...300 {
        guard let value = Double("1e\(exponent)") else { continue }
        #expect(SignificantDigits.decimalExponent(of: value * 1.5) == exponent)
        if (0...22).contains(exponent) {
            #expect(SignificantDigits.decimalExponent(of: value) == exponent)
            #expect(SignificantDigits.decimalExponent(of: -value * 9.99) == exponent)
        }
    }
}

@Test func `an appended number reads as its text does`() {
    var numbers = SeededNumbers(seed: 6)
    var values = [0, -0.0, 1, -3, 0.1 + 0.2, 0.0001, 0.99999999999995, 99_999_999_999.95, 1e11, .nan, -.infinity]
    for _ in 0..<40_000 {
        values.append(
            Double.random(in: -1...1, using: &numbers)
                * Foundation.pow(10, Double.random(in: -6...14, using: &numbers)))
    }
    for value in values {
        var bytes: [UInt8] = []
        SignificantDigits.appendJSON(value, to: &bytes)
        if String(decoding: bytes, as: UTF8.self) != SignificantDigits.json(value) {
            Issue.record("\(value): \(String(decoding: bytes, as: UTF8.self))")
        }
    }
}
