import Formatting

/// A metric that a user writes: a name and an expression over other metrics, and how the number is shown.
///
/// ``OwnMetrics`` reads the expression and holds it against the catalogue.
public struct OwnMetric: Equatable, Sendable {
    /// Stable name, as of any metric: small letters, digits and underscores.
    public var key: String
    /// Arithmetic over metrics: `cagr / abs(max_drawdown)`.
    public var expression: String
    /// As a reader should see it; from the key where nil.
    public var name: String?
    /// One sentence; nil for none.
    public var summary: String?
    /// In what the number is given.
    public var unit = ValueUnit.ratio
    /// Decimals when shown; those that are usual for the unit where nil.
    public var places: Int?
    /// Which of two values is better.
    public var better = MetricDeclaration.Direction.neither
    /// Among which metrics it stands.
    public var group = MetricDeclaration.Group.own
    /// Where it was written, for messages: `--metric 'x = y'`, `own.toml: x`.
    public var origin: String

    /// A metric of a key and an expression.
    public init(key: String, expression: String, origin: String) {
        (self.key, self.expression, self.origin) = (key, expression, origin)
    }

    /// The units that numbers have; readers' `percent` is a fraction.
    public static let units: [(word: String, unit: ValueUnit)] =
        ValueUnit.allCases.filter { ![.word, .date, .time, .flag].contains($0) }.map { ($0.rawValue, $0) }
        + [("percent", .fraction), ("percent_per_year", .fractionPerYear)]

    /// The most decimals.
    public static let mostPlaces = 12
}

extension OwnMetric {
    /// The name for readers: `growth_over_pain` is `Growth over pain`.
    var title: String {
        if let name { return name }
        let words = String(key.map { $0 == "_" ? " " : $0 })
        return words.prefix(1).uppercased() + words.dropFirst()
    }

    /// Decimals that are usual for the unit.
    var decimals: Int {
        if let places { return places }
        return switch unit {
        case .count, .days, .money: 0
        case .fraction, .fractionPerYear, .years, .hours, .points: 1
        case .probability: 3
        case .ratio, .perYear, .word, .date, .time, .flag: 2
        }
    }
}

/// What is wrong with a metric of a user's own.
public struct OwnMetricError: Error, Equatable, Sendable {
    /// Place, fact, remedy; the expression with carets under the place where it is wrong.
    public let message: String

    init(_ origin: String, _ problem: String) { message = "\(origin): \(problem)" }
}
