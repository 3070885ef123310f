import Foundation
import TestSupport
import Testing

@testable import Formatting

/// What C prints, without the sign of a zero.
private func printed(_ value: Double, _ places: Int) -> String {
    let text = String(format: "%.\(places)f", value)
    return text.contains { ("1"..."9").contains($0) } ? text : text.replacingOccurrences(of: "-", with: "")
}

private func expectAsPrinted(_ value: Double, _ places: Int) {
    let digits = FixedDecimal.digits(of: value, places: places)
    if digits != printed(value, places) {
        Issue.record("\(value) with \(places) places: \(digits), C prints \(printed(value, places))")
    }
}

@Test func `numbers of every size are written as C writes them`() {
    var numbers = SeededNumbers(seed: 1)
    for _ in 0..<40_000 {
        let magnitude = Double.random(in: -12...19, using: &numbers)
        let value = Double.random(in: -1...1, using: &numbers) * Foundation.pow(10, magnitude)
        expectAsPrinted(value, Int.random(in: 0...15, using: &numbers))
    }
}

@Test func `any double at all is written as C writes it`() {
    var numbers = SeededNumbers(seed: 2)
    for _ in 0..<4_000 { expectAsPrinted(numbers.anyDouble(), Int.random(in: 0...15, using: &numbers)) }
}

@Test func `decimals a step away from a tie go to the right side`() {
    var numbers = SeededNumbers(seed: 3)
    for _ in 0..<40_000 {
        let places = Int.random(in: 0...8, using: &numbers)
        let half = Double(Int.random(in: -1_000_000...1_000_000, using: &numbers)) + 0.5
        let value = half / Foundation.pow(10, Double(places))
        for neighbour in [value.nextDown, value, value.nextUp] { expectAsPrinted(neighbour, places) }
    }
}

@Test func `exact ties go to the even digit`() {
    for (value, text) in [
        (0.5, "0"), (1.5, "2"), (2.5, "2"), (-0.5, "0"), (-1.5, "-2"), (1e15 + 0.5, "1000000000000000"),
    ] {
        #expect(FixedDecimal.digits(of: value, places: 0) == text)
    }
    #expect(FixedDecimal.digits(of: 0.125, places: 2) == "0.12")
    #expect(FixedDecimal.digits(of: 0.375, places: 2) == "0.38")
    #expect(FixedDecimal.digits(of: 2.675, places: 2) == "2.67")
    #expect(FixedDecimal.digits(of: 1.005, places: 2) == "1.00")
}

@Test func `rounding carries through nines`() {
    #expect(FixedDecimal.digits(of: 9.999, places: 2) == "10.00")
    #expect(FixedDecimal.digits(of: 99_999_999.999_999, places: 3) == "100000000.000")
    #expect(FixedDecimal.digits(of: 999_999_999_999.9999, places: 3) == "1000000000000.000")
    #expect(FixedDecimal.digits(of: 0.99999999, places: 0) == "1")
}

@Test func `at the edges of the fast path nothing jumps`() {
    for value in [8.999e15, 9e15, 9_007_199_254_740_991, 9_007_199_254_740_992, 4_503_599_627_370_495.5, 9.0000000001] {
        for places in 0...15 {
            for neighbour in [value.nextDown, value, value.nextUp] { expectAsPrinted(neighbour, places) }
        }
    }
}

@Test func `huge and tiny numbers have all their digits`() {
    for exponent in -320...308 {
        guard let value = Double("1.7e\(exponent)") else { continue }
        for places in [0, 3, 15] { expectAsPrinted(-value, places) }
    }
    expectAsPrinted(.greatestFiniteMagnitude, 2)
    expectAsPrinted(.leastNonzeroMagnitude, 15)
}

@Test func `what rounds to zero has no sign`() {
    #expect(FixedDecimal.digits(of: -0.0, places: 2) == "0.00")
    #expect(FixedDecimal.digits(of: -0.004, places: 2) == "0.00")
    #expect(FixedDecimal.digits(of: -0.006, places: 2) == "-0.01")
}

@Test func `what is no number says so and places stay in range`() {
    #expect(FixedDecimal.digits(of: .nan, places: 2) == "nan")
    #expect(FixedDecimal.digits(of: .infinity, places: 2) == "inf")
    #expect(FixedDecimal.digits(of: -.infinity, places: 2) == "-inf")
    #expect(FixedDecimal.digits(of: 1.5, places: -3) == "2")
    #expect(FixedDecimal.digits(of: 1.5, places: 99) == "1.500000000000000")
}
