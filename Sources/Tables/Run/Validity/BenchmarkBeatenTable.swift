import Analytics

/// How often the run earned more than its benchmark.
enum BenchmarkBeatenTable {
    private typealias Column = TableColumn<BenchmarkBeaten.Row>

    static let definition = TableDefinition<Analysis>(
        name: "benchmark_beaten", title: "How often the benchmark was beaten",
        summary: "the share of windows of 6, 12 and 24 months in which the run earned more than its benchmark",
        columns: [
            Column("months", "Months", .count, alignment: .left) { .integer($0.months) },
            Column("windows", "Windows", .count) { .integer($0.windows) },
            Column("beaten", "Beaten in", .count) { .integer($0.beaten) },
            Column("share", "Share", .fraction, places: 0) { row in
                row.share.map { .number($0) } ?? .unavailable(.fewerThan(row.months, "whole months"))
            },
            Column("mean_lead", "Mean lead", .fraction, places: 1) { $0.windows == 0 ? .none : .number($0.meanLead) }
                .toned(.bySign).without("–"),
            Column("worst_lead", "Worst", .fraction, places: 1) { $0.windows == 0 ? .none : .number($0.worstLead) }
                .toned(.bySign).without("–"),
        ]
    ) { (analysis) throws(Unavailable) in
        TableRows(try analysis.benchmarkBeaten.rows).with {
            $0.subtitle = "windows of whole months from every month on; they overlap"
        }
    }
}
