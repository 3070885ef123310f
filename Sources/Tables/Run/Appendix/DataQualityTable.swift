import Analytics
import RunModel

/// Findings of the validation, and what was derived, aligned, dropped or filled.
enum DataQualityTable {
    private typealias Column = TableColumn<Row>

    static let definition = TableDefinition<Analysis>(
        name: "data_quality", title: "Data quality", summary: "findings of the validation, and what was derived",
        columns: columns, rows: rows)

    private enum Row: Sendable {
        case finding(Finding)
        case derived(String)

        var finding: Finding? { if case .finding(let finding) = self { finding } else { nil } }
    }

    private static let columns: [Column] = [
        Column("kind", "Kind", .word) { .text($0.finding?.severity.rawValue ?? "derived") }
            .toned { ($0.finding?.severity ?? .note) == .note ? .muted : .strong },
        Column("code", nil, .word) { .optional($0.finding?.code) },
        Column("file", nil, .word) { .optional($0.finding?.file) },
        Column("row", nil, .count) { .optional($0.finding?.row) },
        Column("column", nil, .word) { .optional($0.finding?.column) },
        Column("message", "What", .word, stretch: 1) { row in
            switch row {
            case .finding(let finding): .text(finding.message)
            case .derived(let note): .text(note)
            }
        },
    ]

    private static func rows(_ analysis: Analysis) -> TableRows<Row> {
        let run = analysis.run
        return TableRows(run.findings.map(Row.finding) + run.provenance.notes.map(Row.derived)).with {
            $0.emptySentence = "No finding; nothing was derived, aligned, dropped or filled."
        }
    }
}
