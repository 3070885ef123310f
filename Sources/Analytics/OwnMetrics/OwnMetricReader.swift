import Formatting
import MetricExpressions

/// Makes definitions of what a user wrote: names, expressions, and that no metric needs itself.
struct OwnMetricReader {
    private let metrics: [OwnMetric]
    private var expressions: [String: Expression] = [:]
    private var made: [String: MetricDefinition] = [:]

    init(_ metrics: [OwnMetric]) { self.metrics = metrics }

    /// A definition of each, in the same order.
    mutating func definitions() throws(OwnMetricError) -> [MetricDefinition] {
        try checkNames()
        for metric in metrics { expressions[metric.key] = try expression(of: metric) }
        var definitions: [MetricDefinition] = []
        for metric in metrics { definitions.append(try definition(of: metric, within: [])) }
        return definitions
    }

    // MARK: Names

    private func checkNames() throws(OwnMetricError) {
        var seen: [String: OwnMetric] = [:]
        for metric in metrics {
            if let problem = Self.problem(of: metric) { throw OwnMetricError(metric.origin, problem) }
            if let other = seen[metric.key] {
                throw OwnMetricError(
                    metric.origin, "'\(metric.key)' is there already (\(other.origin)); choose another name")
            }
            seen[metric.key] = metric
        }
    }

    private static func problem(of metric: OwnMetric) -> String? {
        let key = metric.key
        let isWord = !key.isEmpty && key.utf8.allSatisfy { isLetter($0) || isDigit($0) || $0 == UInt8(ascii: "_") }
        guard isWord, key.utf8.count <= 60, key.utf8.first.map(isLetter) == true else {
            return "'\(key)' is no name of a metric; take small letters, digits and underscores, a letter first, "
                + "60 at most"
        }
        if ["and", "or", "not"].contains(key) || ExpressionFunction(rawValue: key) != nil {
            return "'\(key)' has a meaning in expressions; choose another name"
        }
        if MetricCatalog.declaration(named: key) != nil {
            return "'\(key)' is a shipped metric; choose another name"
        }
        if let places = metric.places, !(0...OwnMetric.mostPlaces).contains(places) {
            return "\(places) decimals; there may be 0 to \(OwnMetric.mostPlaces)"
        }
        return nil
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) }
    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

    // MARK: Expressions

    private func expression(of metric: OwnMetric) throws(OwnMetricError) -> Expression {
        let own = Set(metrics.map(\.key))
        let expression: Expression
        do throws(ExpressionError) {
            expression = try Expression(metric.expression, nearest: nearest) { name in
                if own.contains(name) { return .number }
                return MetricCatalog.declaration(named: name).map { $0.unit == .word ? .word : .number }
            }
        } catch { throw OwnMetricError(metric.origin, error.description) }
        guard expression.kind == .number else {
            throw OwnMetricError(
                metric.origin,
                "it is \(expression.kind.rawValue), and a metric is a number; conditions go with --require")
        }
        return expression
    }

    private func nearest(_ name: String) -> String? {
        NearestMatch.of(name, in: metrics.map(\.key) + MetricCatalog.all.map(\.key.rawValue))
    }

    // MARK: Definitions

    /// Operands first; `path` holds the metrics that wait for this one.
    private mutating func definition(
        of metric: OwnMetric, within path: [String]
    ) throws(OwnMetricError) -> MetricDefinition {
        if let known = made[metric.key] { return known }
        guard let expression = expressions[metric.key] else { throw OwnMetricError(metric.origin, "no expression") }
        let path = path + [metric.key]
        var operands: [MetricDefinition] = []
        for name in expression.names {
            if let start = path.firstIndex(of: name) {
                let circle = (path[start...] + [name]).joined(separator: " → ")
                throw OwnMetricError(
                    metric.origin, expression.error(at: name, "the metric needs itself: \(circle)").description)
            }
            if let other = metrics.first(where: { $0.key == name }) {
                operands.append(try definition(of: other, within: path))
            } else if let shipped = MetricCatalog.definition(name) {
                operands.append(shipped)
            }
        }
        let definition = MetricDefinition(metric, expression, operands)
        made[metric.key] = definition
        return definition
    }
}
