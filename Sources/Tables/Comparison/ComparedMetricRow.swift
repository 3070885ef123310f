import Analytics
import Comparison
import Formatting

/// One metric of all runs as a row. Where many runs stand beside each other it is compact: the unit stands with the name,
/// and amounts are written short.
struct ComparedMetricRow: Sendable {
    let metric: ComparedMetric
    let isCompact: Bool

    var declaration: MetricDeclaration { metric.declaration }

    /// The name; that of an amount says its currency, where all runs have one.
    var label: String {
        if declaration.unit == .money { return declaration.name + (metric.currency.map { ", " + $0 } ?? "") }
        guard isCompact else { return declaration.name }
        return switch declaration.unit {
        case .fraction, .fractionPerYear: declaration.name + ", %"
        case .days: declaration.name + ", days"
        case .years: declaration.name + ", years"
        default: declaration.name
        }
    }

    /// The value of a run with its unit.
    func value(_ member: Member) -> TableValue {
        .metric(metric.metrics[member.index].value, metric.metrics[member.index].declaration)
    }

    /// What readers see of it.
    func shown(_ member: Member) -> TableValue {
        guard isCompact, case .measure(let number, let unit, let places) = value(member) else { return value(member) }
        guard unit == .money, number.magnitude >= 1000 else {
            return .text(unit.columnText(number, places: unit == .money ? min(places, 1) : places))
        }
        return .words(DisplayNumber.shortAmount(number))
    }
}
