import Analytics
import Formatting

/// The checks of whether the numbers can be believed: what fails first, and what could not be checked below a head of its
/// own.
enum CredibilityTable {
    private typealias Column = TableColumn<CredibilityCheck>

    static let definition = TableDefinition<Analysis>(
        name: "credibility", title: "Checks", summary: "the checks of whether the numbers can be believed",
        columns: columns, rows: rows)

    private static let columns: [Column] = [
        Column("key", "Check", .word) { .text($0.key.rawValue) }.showing { .text($0.key.title) },
        Column("outcome", "", .word) { .text($0.outcome.rawValue) }.showing { .text(mark($0.outcome)) }.toned(by: tone),
        Column("value", "Value", nil) { check in
            check.value.map { .measure($0, check.key.unit.unit, places: check.key.unit.places) } ?? .none
        }.toned(by: tone).without(""),
        Column("threshold", "Should be", nil, alignment: .right) { check in
            .measure(check.key.threshold, check.key.unit.unit, places: check.key.unit.places)
        }.showing { .words(threshold($0.key)) }.toned(.muted),
        Column("relation", nil, .word) { .text($0.key.relation.rawValue) },
        Column("unit", nil, .word) { .text($0.key.unit.unit.rawValue) },
        Column("statement", "Result", .word, stretch: 1) { .text($0.statement) }.showing { .words(sentence($0)) },
        Column("cause", nil, .word) { .optional($0.cause?.rawValue) },
        Column("reason", "Why it matters", .word, stretch: 1) { .words($0.key.reason) }.toned(.muted),
    ]

    private static func rows(_ analysis: Analysis) -> TableRows<CredibilityCheck> {
        let checks = analysis.credibility.checks
        let order: [CredibilityCheck.Outcome] = [.fails, .holds, .notChecked]
        let places = order.flatMap { outcome in checks.indices.filter { checks[$0].outcome == outcome } }
        let missing = checks.count { $0.outcome == .notChecked }
        return TableRows(checks).with {
            $0.subtitle = "the same for every run"
            $0.readersRows = { limit in Array(places.prefix(limit ?? places.count)) }
            $0.group = { $0.outcome == .notChecked ? "Not checked: \(missing)" : nil }
        }
    }

    private static func mark(_ outcome: CredibilityCheck.Outcome) -> String {
        switch outcome {
        case .holds: "✓"
        case .fails: "✗"
        case .notChecked: "–"
        }
    }

    private static func tone(_ check: CredibilityCheck) -> CellTone {
        switch check.outcome {
        case .holds: .plain
        case .fails: .loss
        case .notChecked: .muted
        }
    }

    /// `≥ 3.0 y`, `> 0.00`; of what is counted down to nothing, `0`.
    private static func threshold(_ key: CredibilityCheck.Key) -> String {
        let text = key.unit.unit.text(key.threshold, places: key.unit.places)
        return switch key.relation {
        case .above: "> \(text)"
        case .atLeast: key.threshold == 1 && key.unit.unit == .fraction ? text : "≥ \(text)"
        case .atMost: key.threshold == 0 ? text : "≤ \(text)"
        }
    }

    private static func sentence(_ check: CredibilityCheck) -> String {
        let cause =
            check.cause.map { " (follows from: \($0.title.prefix(1).lowercased() + $0.title.dropFirst()))" } ?? ""
        return ReconciliationText.capitalised(check.statement) + cause
    }
}
