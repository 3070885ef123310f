import Analytics
import Formatting
import RunModel

/// Every check that was made, what differs first; what could not be checked stands apart, below a head of its own.
enum ReconciliationTable {
    private typealias Column = TableColumn<Reconciliation.Check>

    static let definition = TableDefinition<Analysis>(
        name: "reconciliation", title: "Reconciliation",
        summary: "how far trades, positions, cash and equity explain each other", columns: columns, rows: rows)

    private static let columns: [Column] = [
        Column("key", nil, .word) { .text($0.key.rawValue) },
        Column("outcome", nil, .word) { .text($0.outcome.rawValue) },
        Column("statement", "Result", .word, stretch: 1) { .text($0.statement) }
            .showing { .words(sentence($0)) }.toned(by: tone).explained { ReconciliationText.question($0.key) },
        Column("differing", "Differing", .count) { .optional($0.differing) }.without(""),
        Column("compared", "of", .count) { .optional($0.compared) }.without(""),
        Column("difference", "Difference", .money, places: 2) { .optional($0.difference) }
            .showing { amount($0.outcome == .notChecked ? nil : $0.difference, $0.key) }.without(""),
        Column("tolerance", "Rounding", .money, places: 2) { .optional($0.tolerance) }
            .showing { amount($0.tolerance, $0.key) }.without(""),
    ]

    private static func rows(_ analysis: Analysis) throws(Unavailable) -> TableRows<Reconciliation.Check> {
        let checks = analysis.run.reconciliation.checks
        guard !checks.isEmpty else { throw Unavailable(code: "not_reconciled", reason: "the run was not reconciled") }
        let order: [Reconciliation.Check.Outcome] = [.differs, .agrees, .notChecked]
        let missing = checks.count { $0.outcome == .notChecked }
        return TableRows(order.flatMap { outcome in checks.filter { $0.outcome == outcome } }).with {
            $0.subtitle = "how far the parts of the run explain each other"
            $0.group = { $0.outcome == .notChecked ? "Not checked: \(missing)" : nil }
        }
    }

    private static func sentence(_ check: Reconciliation.Check) -> String {
        let question = check.outcome == .notChecked ? ReconciliationText.question(check.key) + ": " : ""
        return ReconciliationText.capitalised(question + check.statement)
    }

    private static func tone(_ check: Reconciliation.Check) -> CellTone {
        switch check.outcome {
        case .differs: .loss
        case .agrees: .plain
        case .notChecked: .muted
        }
    }

    /// Returns are no money, and neither are units.
    private static func amount(_ value: Double?, _ key: Reconciliation.Check.Key) -> TableValue {
        guard let value, key != .returnsMatchEquity, key != .positionsMatchTrades else { return .none }
        return value != 0 && value.magnitude < 0.005 ? .words("< 0.01") : .number(value)
    }
}
