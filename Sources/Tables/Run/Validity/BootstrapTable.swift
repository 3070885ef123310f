import Analytics

/// Key numbers beside their quantiles over paths drawn from the run's own returns.
enum BootstrapTable {
    private typealias Column = TableColumn<ResampleSection.Row>

    static let definition = TableDefinition<Analysis>(
        name: "bootstrap", title: "Drawn anew",
        summary: "key numbers beside their quantiles over 10,000 resampled paths",
        columns: [
            Column("key", "", .word, stretch: 1) { .text($0.declaration.key.rawValue) }
                .showing { .text($0.declaration.name) }.explained { $0.declaration.summary },
            Column("observed", "As it was", nil) { .metric($0.observed, $0.declaration) }.toned(.strong),
            quantile("low", "2.5 %", 0), quantile("q_05", nil, 1), quantile("q_25", "25 %", 2),
            quantile("median", "Median", 3), quantile("q_75", "75 %", 4), quantile("q_95", nil, 5),
            quantile("high", "97.5 %", 6),
            Column("unit", nil, .word) { .text($0.declaration.unit.rawValue) },
        ]
    ) { (analysis) throws(Unavailable) in
        let section = try analysis.resamples
        return TableRows(section.rows).with {
            $0.subtitle = "\(section.paths) paths in blocks of \(section.blockLength) returns of the run itself, seeded"
        }
    }

    private static func quantile(_ key: String, _ head: String?, _ place: Int) -> Column {
        Column(key, head, nil) { row in
            switch row.quantiles {
            case .success(let values):
                .measure(values[place], row.declaration.unit, places: row.declaration.places)
            case .failure(let cause): .unavailable(cause)
            }
        }
    }
}
