import Analytics
import DocumentModel
import Formatting

/// Metrics as a reader sees them, on every page and in the terminal; the unit decides the form, the declaration the
/// decimals.
public enum MetricText {
    /// `12.3 %`, `1.54`, `n/a`.
    public static func text(_ metric: Metric, currency: String?) -> String {
        switch metric.value {
        case .number(let value): text(value, metric.declaration, currency: currency)
        case .word(let word): word
        case .absent: "n/a"
        }
    }

    /// A number in a declaration's unit and decimals.
    static func text(_ value: Double, _ declaration: MetricDeclaration, currency: String?) -> String {
        switch declaration.unit {
        // From a thousand percent on the decimals say nothing, and a tile has no room for them.
        case .fraction, .fractionPerYear:
            DisplayNumber.percent(value, places: value.magnitude >= 10 ? 0 : declaration.places)
        case .money: DisplayNumber.money(value, currency: currency, places: declaration.places)
        case .days: quantity(value, declaration, "d")
        case .hours: DisplayNumber.duration(hours: value)
        case .years: quantity(value, declaration, "y")
        case .perYear: quantity(value, declaration, "a year")
        case .probability: DisplayNumber.probability(value, places: declaration.places)
        case .ratio, .count, .points, .word: DisplayNumber.number(value, places: declaration.places)
        }
    }

    private static func quantity(_ value: Double, _ declaration: MetricDeclaration, _ unit: String) -> String {
        DisplayNumber.number(value, places: declaration.places) + DisplayNumber.thinSpace + unit
    }

    /// A metric as a table cell: n/a is muted and carries its reason, every number its convention.
    static func cell(_ metric: Metric?, currency: String?, tone: Table.Tone = .plain) -> Table.Cell {
        guard let metric else { return Table.Cell("") }
        if let reason = metric.value.reason { return Table.Cell("n/a", tone: .muted, help: reason) }
        return Table.Cell(
            text(metric, currency: currency), tone: tone, sortKey: metric.value.number, help: metric.convention)
    }
}
