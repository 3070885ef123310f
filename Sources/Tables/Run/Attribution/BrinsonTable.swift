import Analytics
import Formatting

/// Allocation, selection and interaction by the benchmark's segments.
enum BrinsonTable {
    private typealias Column = TableColumn<BrinsonRow>

    static let definition = TableDefinition<Analysis>(
        name: "brinson", title: "Against the benchmark's weights",
        summary: "allocation, selection and interaction by the benchmark's segments; they sum to the difference",
        columns: [
            Column("segment", "Segment", .word, stretch: 1) { .text($0.name) },
            Column("mean_weight", "Weight", .fraction, places: 1) { .number($0.meanWeight) },
            Column("mean_benchmark_weight", "Benchmark", .fraction, places: 1) { .number($0.meanBenchmarkWeight) },
            Column("allocation", "Allocation", .fraction, places: 2) { .number($0.effects.allocation) }.toned(.bySign),
            Column("selection", "Selection", .fraction, places: 2) { .number($0.effects.selection) }.toned(.bySign),
            Column("interaction", "Interaction", .fraction, places: 2) { .number($0.effects.interaction) }
                .toned(.bySign),
            Column("total", "Total", .fraction, places: 2) { .number($0.effects.total) }.toned(.bySign),
        ]
    ) { (analysis) throws(Unavailable) in
        let section = try analysis.brinson
        return TableRows(section.rows).with {
            $0.subtitle = "Brinson and Fachler, linked after Cariño over \(section.periods) periods"
            $0.footnote =
                "The totals sum to \(DisplayNumber.percent(section.total - section.benchmarkTotal, places: 2)): "
                + "\(DisplayNumber.percent(section.total, places: 2)) less "
                + "\(DisplayNumber.percent(section.benchmarkTotal, places: 2)) of the weighted segments."
        }
    }
}
