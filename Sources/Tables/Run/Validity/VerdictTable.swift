import Analytics
import Formatting
import RunModel

/// What was required of the run, and whether it meets it.
enum VerdictTable {
    private typealias Column = TableColumn<Verdict.Gate>

    static let definition = TableDefinition<Analysis>(
        name: "verdict", title: "Verdict",
        summary: "what --require, limits and gates ask, with the values that decided",
        columns: [
            Column("require", "Required", .word) { .text($0.condition) },
            Column("values", "Came to", .word, stretch: 1) { .words($0.values) },
            Column("met", "Verdict", .word) { .text($0.isMet ? "met" : "not met") }
                .toned { $0.isMet ? .plain : .loss },
        ]
    ) { (analysis) throws(Unavailable) in
        guard let verdict = analysis.verdict else { throw .noVerdict }
        return TableRows(verdict.gates).with {
            $0.subtitle = verdict.isAccepted ? "accepted" : "refused"
            $0.footnote = verdict.comparison ?? ""
        }
    }
}
