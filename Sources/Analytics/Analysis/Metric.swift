/// A number with everything that is needed to read it.
public struct Metric: Equatable, Sendable {
    /// What it is: name, unit, definition.
    public let declaration: MetricDeclaration
    /// The number, or why there is none.
    public let value: MetricValue
    /// How it was computed under the profile in force: `mean(e)/s(e)·√252, rf 2 % a year`.
    public let convention: String
    /// How far it can be relied on.
    public let status: MetricStatus

    /// The rule by which it is of low confidence; nil where it is not.
    public var doubt: String? {
        if case .lowConfidence(let rule) = status { rule } else { nil }
    }

    /// A number with its reading.
    public init(
        declaration: MetricDeclaration, value: MetricValue, convention: String, status: MetricStatus = .normal
    ) {
        self.status = status
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
