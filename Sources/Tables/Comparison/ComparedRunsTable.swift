import Analytics
import Comparison
import Formatting
import RunModel

/// What is compared: who, when, how often, in which currency.
enum ComparedRunsTable {
    private typealias Column = TableColumn<Row>

    static let definition = TableDefinition<Comparison>(
        name: "runs", title: "Runs", summary: "what is compared: names, spans, frequencies, currencies",
        columns: columns
    ) { comparison in
        TableRows(comparison.members.map { Row(member: $0, unmatched: comparison.span.unmatched[$0.index]) }).with {
            if comparison.members.allSatisfy({ $0.name == $0.id }) { $0.hidden.insert("id") }
            if comparison.members.allSatisfy({ $0.whole.run.currency.value == nil }) { $0.hidden.insert("currency") }
            if comparison.span.unmatched.allSatisfy({ $0 == 0 }) { $0.hidden.insert("unmatched") }
        }
    }

    private struct Row: Sendable {
        let member: Member
        let unmatched: Int
        var run: Run { member.whole.run }
    }

    private static let columns: [Column] = [
        Column("number", "#", .count) { .integer($0.member.index + 1) },
        Column("name", "Run", .word, stretch: 1) { .text($0.member.name) }.toned(.strong),
        Column("id", "Id", .word) { .text($0.member.id) }.toned(.muted),
        Column("engine", "Engine", .word) { .text($0.run.identity.engine) },
        Column("start", "From", .date) { $0.run.equity.timestamps.first.map { .date($0.date) } ?? .none },
        Column("end", "To", .date) { $0.run.equity.timestamps.last.map { .date($0.date) } ?? .none },
        Column("observations", "Returns", .count) { .integer($0.run.returns.count) },
        Column("frequency", "Frequency", .word) { .text($0.run.calendar.cadence.rawValue) },
        Column("periods_per_year", "Per year", .ratio) { .number($0.run.calendar.periodsPerYear) },
        Column("currency", "Currency", .word) { .optional($0.run.currency.value) },
        Column("benchmark", nil, .word) { .optional($0.run.benchmark?.name) },
        Column("unmatched", "Not common", .count) { .integer($0.unmatched) }
            .explained { _ in "moments within the common span that not all runs have" },
        Column("longer", nil, .flag) { .flag($0.member.isLonger) },
    ]
}
