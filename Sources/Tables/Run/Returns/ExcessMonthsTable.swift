import Analytics

/// The months in which the run was furthest ahead of the benchmark, and furthest behind it.
enum ExcessMonthsTable {
    private typealias Column = TableColumn<PeriodReturn>
    /// How many of each.
    private static let count = 5

    static let definition = TableDefinition<Analysis>(
        name: "excess_months", title: "Months against the benchmark",
        summary: "the whole months furthest ahead of the benchmark and furthest behind it, the best first",
        columns: [
            Column("month", "Month", .date, stretch: 1, alignment: .left) { .date($0.start) }
                .showing { .text(String($0.start.iso.prefix(7))) },
            Column("return", "Strategy", .fraction, places: 1) { .number($0.strategy) }.toned(.bySign),
            Column("benchmark", "Benchmark", .fraction, places: 1) { .optional($0.comparableBenchmark) }.toned(.muted),
            Column("excess", "Excess", .fraction, places: 1) { .optional($0.excess) }.toned(.bySign),
        ]
    ) { analysis in
        let months = analysis.periods.months.filter { !$0.isPartial && $0.excess != nil }
        let ordered = months.enumerated().sorted {
            (-($0.element.excess ?? 0), $0.offset) < (-($1.element.excess ?? 0), $1.offset)
        }.map(\.element)
        let shown = ordered.count <= 2 * count ? ordered : Array(ordered.prefix(count) + ordered.suffix(count))
        return TableRows(shown).with {
            $0.headers["benchmark"] = analysis.benchmarkHeader
            $0.emptyReason = analysis.run.benchmark == nil ? .noBenchmark : .noMonth
        }
    }
}
