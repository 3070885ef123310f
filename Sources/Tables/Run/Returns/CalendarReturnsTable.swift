import Analytics
import Formatting
import Series

/// Returns of calendar months and years beside the benchmark's.
enum CalendarReturnsTable {
    private typealias Column = TableColumn<PeriodReturn>

    static let months = TableDefinition<Analysis>(
        name: "monthly_returns", title: "Calendar months", summary: "returns of calendar months",
        columns: columns("month", "Month") { String($0.start.iso.prefix(7)) }
    ) { analysis in rows(analysis, analysis.periods.months, "month") }

    static let years = TableDefinition<Analysis>(
        name: "annual_returns", title: "Calendar years", summary: "returns of calendar years",
        columns: columns("year", "Year") { String($0.start.year) }
    ) { analysis in rows(analysis, analysis.periods.years, "year") }

    private static func columns(
        _ key: String, _ header: String, label: @escaping @Sendable (PeriodReturn) -> String
    ) -> [Column] {
        [
            Column(key, header, .word, stretch: 1) { .text(label($0)) }.marked { $0.isPartial ? " *" : "" },
            Column("strategy", "Return", .fraction, places: 1) { .number($0.strategy) }.toned(.bySign),
            // A year that the benchmark covers less of than the run is shown with a mark and not compared.
            Column("benchmark", "Benchmark", .fraction, places: 1) { .optional($0.benchmark) }
                .toned(.bySign).without("n/a").marked { $0.benchmarkIsPartial ? Analysis.benchmarkMark : "" },
            Column("difference", "Difference", .fraction, places: 1) { row in
                .optional(row.excess)
            }.toned(.bySign).without("n/a"),
            Column("observations", nil, .count) { .integer($0.observations) },
            Column("partial", nil, .flag) { .flag($0.isPartial) },
            Column("benchmark_partial", nil, .flag) {
                $0.benchmark == nil ? .none : .flag($0.benchmarkIsPartial)
            },
        ]
    }

    private static func rows(
        _ analysis: Analysis, _ periods: [PeriodReturn], _ name: String
    ) -> TableRows<PeriodReturn> {
        TableRows(periods).with { rows in
            rows.emptyReason = .noReturns
            rows.headers["benchmark"] = analysis.benchmarkHeader
            if analysis.run.benchmark == nil { rows.hidden = ["benchmark", "difference"] }
            let partial = periods.contains(where: \.isPartial) ? "* The run covers a part of the \(name)." : ""
            let notes = [partial, analysis.benchmarkNote(periods.contains(where: \.benchmarkIsPartial))]
            rows.footnote = notes.filter { !$0.isEmpty }.joined(separator: " ")
        }
    }
}
