import Analytics
import Formatting

/// How every metric was computed. Readers see metrics of one convention in one row; their values stand elsewhere.
enum ConventionsTable {
    private typealias Column = TableColumn<MetricRow>

    static let definition = TableDefinition<Analysis>(
        name: "conventions", title: "Conventions", summary: "how every metric was computed", columns: columns,
        rows: rows)

    private static let columns: [Column] = [
        Column("key", "Metric", .word) { .text($0.metric.declaration.key.rawValue) }
            .showing { .text($0.metric.declaration.name) },
        Column("value", nil, nil) { .metric($0.metric.value, $0.metric.declaration) },
        Column("unit", nil, .word) { .text($0.metric.declaration.unit.rawValue) },
        Column("convention", "Convention", .word, stretch: 1) { .text($0.metric.convention) }
            .showing { row in .text(row.metric.value.reason.map { "n/a: " + $0 } ?? row.metric.convention) }
            .toned(.muted),
    ]

    private static func rows(_ analysis: Analysis) -> TableRows<MetricRow> {
        let metrics = MetricRow.rows(analysis)
        let places = metrics.indices.filter { metrics[$0].isShown }
        return TableRows(metrics).with { rows in
            rows.subtitle = "profile \(analysis.conventions.profile)"
            rows.readersRows = { limit in Array(places.prefix(limit ?? places.count)) }
            rows.readersCount = places.count
            rows.mergesRows = true
        }
    }
}
