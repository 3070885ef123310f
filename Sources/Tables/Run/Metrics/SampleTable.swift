import Analytics

/// Key statistics before and after the date that the strategy was fitted until, and of the whole run.
enum SampleTable {
    private typealias Column = TableColumn<SampleSection.Row>

    static let definition = TableDefinition<Analysis>(
        name: "in_and_out_of_sample", title: "In and out of sample",
        summary: "key statistics in sample, out of sample and of all", columns: columns, rows: rows)

    private static let columns: [Column] = [
        Column("key", "", .word, stretch: 1) { .text($0.declaration.key.rawValue) }
            .showing { .text($0.declaration.name) }.explained { $0.declaration.summary },
        Column("in_sample", "In sample", nil) { .metric($0.inSample, $0.declaration) },
        Column("out_of_sample", "Out of sample", nil) { .metric($0.outOfSample, $0.declaration) },
        Column("all", "All", nil) { .metric($0.all, $0.declaration) },
        Column("unit", nil, .word) { .text($0.declaration.unit.rawValue) },
    ]

    private static func rows(_ analysis: Analysis) throws(Unavailable) -> TableRows<SampleSection.Row> {
        let samples = try analysis.samples
        return TableRows(samples.rows).with {
            $0.subtitle = "out of sample from \(samples.start.display); each part on its own"
        }
    }
}
