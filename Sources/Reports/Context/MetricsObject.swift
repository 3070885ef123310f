import Analytics
import Formatting
import TemplateEngine

/// Metrics for templates: `metrics.sharpe`, `metrics.trades.count`; none where a number is n/a.
final class MetricsObject: TemplateObject {
    private let metrics: MetricSet
    private let prefix: String
    private let rows: (any TemplateObject)?

    /// All metrics, or those whose keys start with `prefix`, under the rest of their keys; a loop over them sees the
    /// elements of `rows`.
    init(_ metrics: MetricSet, prefix: String = "", rows: (any TemplateObject)? = nil) {
        self.metrics = metrics
        self.prefix = prefix
        self.rows = rows
    }

    var elements: [TemplateValue]? { rows?.elements }

    var typeName: String { prefix.isEmpty ? "metrics" : String(prefix.dropLast()) }

    func member(_ name: String) -> TemplateValue? {
        if let metric = metrics[named: prefix + name] { return value(of: metric) }
        let nested = prefix + name + "."
        guard metrics.keys.contains(where: { $0.rawValue.hasPrefix(nested) }) else { return nil }
        return .object(MetricsObject(metrics, prefix: nested))
    }

    private func value(of metric: Metric) -> TemplateValue {
        switch metric.value {
        case .number(let number): value(number, metric.declaration.unit)
        case .word(let word): .string(word)
        case .absent: .none
        }
    }

    /// What is counted is a whole number in a template: `5`, not `5.0`.
    private func value(_ number: Double, _ unit: ValueUnit) -> TemplateValue {
        guard unit == .count || unit == .days, let whole = Int(exactly: number) else { return .double(number) }
        return .int(whole)
    }

    var memberNames: [String] {
        metrics.keys.map(\.rawValue).filter { $0.hasPrefix(prefix) }.map {
            String($0.dropFirst(prefix.count))
        }
    }
}
