import MetricExpressions
import Testing

@testable import BatchJobs

/// Which digits of the numbers that decided are shown.
@Suite struct GateNumbersTests {
    private func shown(_ condition: String, _ values: [String: Double]) throws -> [String] {
        let expression = try Expression(condition) { _ in .number }
        func known(_ name: String) -> ExpressionValue { values[name].map { .number($0) } ?? .absent("not known") }
        let isPercent = condition.contains("%")
        let forms = [
            "sharpe": GateNumbers.Form(places: 2, isPercent: false),
            "cagr": GateNumbers.Form(places: isPercent ? 1 : 3, isPercent: isPercent),
        ]
        let numbers = GateNumbers(expression, expression.value(known), forms: forms, known: known)
        return values.sorted { $0.key < $1.key }.map { numbers.text($0.value, of: $0.key) }
    }

    @Test func `the usual digits, and as many more as it takes for them to decide as the number did`() throws {
        #expect(try shown("sharpe >= 1", ["sharpe": 0.912_345_678_901]) == ["0.91"])
        #expect(try shown("sharpe >= 1", ["sharpe": 0.999_61]) == ["0.9996"])
        #expect(try shown("sharpe > 1", ["sharpe": 1.000_2]) == ["1.0002"])
        #expect(try shown("sharpe >= 1", ["sharpe": 1.000_2]) == ["1.00"])
        #expect(try shown("cagr >= 0.1", ["cagr": 0.123_456]) == ["0.123"])
        #expect(try shown("cagr >= 10%", ["cagr": 0.123_456]) == ["12.3%"])
        #expect(try shown("cagr >= 10%", ["cagr": 0.099_96]) == ["9.996%"])
        #expect(try shown("trades >= 30", ["trades": 29]) == ["29"])
        #expect(try shown("sharpe > 1 and cagr < 0.2", ["sharpe": 1.004, "cagr": 0.1]) == ["0.1000", "1.004"])
        #expect(try shown("sharpe >= 1", [:]) == [])
    }

    @Test func `where no digits tell a number from its threshold all are shown`() throws {
        let beside = 1 - 1e-11
        #expect(try shown("sharpe >= 1", ["sharpe": beside]) == ["0.99999999999"])
    }
}
