/// A number with everything that is needed to read it.
public struct Metric: Equatable, Sendable {
    /// What it is: name, unit, definition.
    public let declaration: MetricDeclaration
    /// The number, or why there is none.
    public let value: MetricValue
    /// How it was computed under the profile in force: `mean(e)/s(e)·√252, rf 2 % a year`.
    public let convention: String

    /// A number with its reading.
    public init(declaration: MetricDeclaration, value: MetricValue, convention: String) {
        self.declaration = declaration
        self.value = value
        self.convention = convention
    }
}

/// A number, or why there is none: never 0, infinity or NaN in its place.
public enum MetricValue: Equatable, Sendable {
    /// A finite number in the declaration's unit; percents are fractions.
    case number(Double)
    /// Not available, and why: `no losing trade`.
    case absent(Unavailable)
    /// A word, for ratings: `Good`.
    case word(String)

    /// The number, where there is one.
    public var number: Double? {
        if case .number(let value) = self { value } else { nil }
    }

    /// Why there is neither a number nor a word; nil where there is one.
    public var unavailable: Unavailable? {
        if case .absent(let cause) = self { cause } else { nil }
    }

    /// The cause in words, where there is neither a number nor a word.
    public var reason: String? { unavailable?.reason }

    /// The word, where the metric is one.
    public var word: String? {
        if case .word(let word) = self { word } else { nil }
    }

    /// A computed number; what is not finite becomes n/a for the cause given.
    public static func finite(_ value: Double, else cause: Unavailable) -> MetricValue {
        value.isFinite ? .number(value) : .absent(cause)
    }
}

/// Metrics in their declared order, found by key.
public struct MetricSet: Equatable, Sendable {
    /// In the order of the catalogue.
    public let metrics: [Metric]
    private let index: [MetricKey: Int]

    /// A set; keys must be unique.
    public init(_ metrics: [Metric]) {
        self.metrics = metrics
        index = Dictionary(
            metrics.enumerated().map { ($1.declaration.key, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The metric of a key; nil where the set leaves it out, as a benchmark's does with metrics of trades.
    public subscript(key: MetricKey) -> Metric? { index[key].map { metrics[$0] } }

    /// The metric of a name that a user gives; nil where there is none of that name.
    public subscript(named name: String) -> Metric? { MetricKey(rawValue: name).flatMap { self[$0] } }

    /// The number of a key, where the set has the metric and the metric a number.
    public func number(_ key: MetricKey) -> Double? { self[key]?.value.number }
}
