import Analytics
import Comparison
import Formatting

/// The correlation matrix of the returns between common moments.
enum CorrelationsTable {
    static let definition = TableDefinition<Comparison>(
        name: "correlations", title: "Correlation of returns",
        summary: "correlation matrix of the returns between common moments",
        columns: [
            TableColumn<Member>("id", nil, .word) { .text($0.id) },
            TableColumn<Member>("name", "", .word, stretch: 1) { .text($0.name) },
        ]
    ) { comparison in
        TableRows(comparison.members).with { rows in
            rows.subtitle = "\(comparison.span.count) returns"
            rows.footnote = comparison.columnsNote
            rows.moreColumns = comparison.columns(unit: .ratio, places: 2) { row, column in
                switch comparison.correlations[row.index, column.index] {
                case .success(let value): .number(value)
                case .failure(let cause): .unavailable(cause)
                }
            }
        }
    }
}

/// Calendar years side by side.
enum ComparedYearsTable {
    static let definition = TableDefinition<Comparison>(
        name: "annual_returns", title: "Calendar years", summary: "returns of calendar years side by side",
        columns: [
            TableColumn<ComparedYear>("year", "Year", .word, stretch: 1) { .text(String($0.start.year)) }
                .marked { $0.isPartial ? " *" : "" },
            TableColumn<ComparedYear>("partial", nil, .flag) { .flag($0.isPartial) },
        ]
    ) { comparison in
        TableRows(comparison.years).with { rows in
            rows.emptyReason = .noReturns
            rows.footnote =
                (comparison.years.contains(where: \.isPartial) ? "* Not covered whole. " : "") + comparison.columnsNote
            rows.moreColumns = comparison.columns(unit: .fraction, places: 1, { column, _ in column.toned(.bySign) }) {
                row, member in .optional(row.returns[member.index]?.strategy)
            }
        }
    }
}
