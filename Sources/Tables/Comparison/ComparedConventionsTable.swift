import Analytics
import Comparison
import Formatting

/// How every metric of a comparison was computed, the same for all its runs.
enum ComparedConventionsTable {
    private typealias Column = TableColumn<ComparedMetric>

    static let definition = TableDefinition<Comparison>(
        name: "conventions", title: "Conventions", summary: "how every metric of the comparison was computed",
        columns: columns
    ) { comparison in
        let places = comparison.metrics.indices.filter { place in
            comparison.metrics[place].metrics.contains { $0.value.number != nil }
        }
        return TableRows(comparison.metrics).with { rows in
            rows.subtitle = "profile \(comparison.conventions.profile), for every run"
            rows.readersRows = { limit in Array(places.prefix(limit ?? places.count)) }
            rows.readersCount = places.count
            rows.mergesRows = true
        }
    }

    private static let columns: [Column] = [
        Column("key", "Metric", .word) { .text($0.declaration.key.rawValue) }
            .showing { .text($0.declaration.name) },
        Column("unit", nil, .word) { .text($0.declaration.unit.rawValue) },
        Column("convention", "Convention", .word, stretch: 1) { .text(convention($0)) }.toned(.muted),
    ]

    /// That of a run that has the number: the others' may be cut short by what they lack.
    private static func convention(_ metric: ComparedMetric) -> String {
        let holder = metric.metrics.first { $0.value.number != nil } ?? metric.metrics.first
        return holder?.convention ?? metric.declaration.formula
    }
}
