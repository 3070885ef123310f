import Analytics

/// The run's own worst months, with the benchmark in them.
enum WorstMonthsTable {
    private typealias Column = TableColumn<PeriodReturn>

    static let definition = TableDefinition<Analysis>(
        name: "worst_months", title: "Worst months", summary: "the run's worst months, with the benchmark in them",
        columns: [
            Column("month", "Month", .date, stretch: 1, alignment: .left) { .date($0.start) }
                .showing { .text(String($0.start.iso.prefix(7))) }.marked { $0.isPartial ? " *" : "" },
            Column("return", "Strategy", .fraction, places: 1) { .number($0.strategy) }.toned(.bySign),
            Column("benchmark", "Benchmark", .fraction, places: 1) { .optional($0.comparableBenchmark) }
                .toned(.muted).without("–"),
        ]
    ) { analysis in
        let months = analysis.periods.months.enumerated().sorted {
            ($0.element.strategy, $0.offset) < ($1.element.strategy, $1.offset)
        }.prefix(10).map(\.element)
        return TableRows(months).with {
            $0.headers["benchmark"] = analysis.benchmarkHeader
            if analysis.run.benchmark == nil { $0.hidden = ["benchmark"] }
            if months.contains(where: \.isPartial) { $0.footnote = "* The run covers a part of it." }
            $0.emptyReason = .noReturns
        }
    }
}
