/// Compensated summation (Neumaier 1974): the error does not grow with the number of terms.
public struct StableSum: Sendable {
    private var sum = 0.0
    private var compensation = 0.0

    /// An empty sum, 0.
    public init() {}

    /// The sum so far; infinite or NaN where a plain sum would be.
    public var value: Double { compensation.isFinite ? sum + compensation : sum }

    /// Adds one term.
    public mutating func add(_ term: Double) {
        let next = sum + term
        compensation += sum.magnitude >= term.magnitude ? (sum - next) + term : (term - next) + sum
        sum = next
    }

    /// The compensated sum of a column.
    public static func of(_ values: Span<Double>) -> Double {
        var sum = StableSum()
        for index in values.indices { sum.add(values[index]) }
        return sum.value
    }

    /// The compensated sum of a column.
    public static func of(_ values: [Double]) -> Double { of(values.span) }
}
