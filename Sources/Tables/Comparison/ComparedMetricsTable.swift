import Analytics
import Comparison
import Formatting

/// Metrics of every run side by side, the best of each marked.
enum ComparedMetricsTable {
    private typealias Column = TableColumn<ComparedMetricRow>

    /// Every metric that any run has.
    static let all = definition("metrics", "Every metric", "every metric side by side, the best marked") {
        $0.metrics
    }

    /// The most read ones.
    static let key = definition(
        "key_metrics", "Key metrics", "the most read metrics side by side, the best marked"
    ) { comparison in
        comparison.metrics.filter { MetricChange.mostRead.contains($0.declaration.key) || $0.declaration.group == .own }
    }

    /// The metrics of each group, for reports that have room to set them beside each other.
    static let groups = MetricDeclaration.Group.allCases.map { group in
        definition(
            "metrics_\(group.rawValue)", group.title, "metrics of the group \(group.title) side by side", subtitle: ""
        ) { $0.metrics.filter { $0.declaration.group == group } }
    }

    /// The most read ones over each run's own time, where that is not the common one for all.
    static let own = TableDefinition<Comparison>(
        name: "own_metrics", title: "Over each run's own time",
        summary: "the most read metrics of each run over its own span", columns: columns
    ) { (comparison) throws(Unavailable) in
        guard comparison.members.contains(where: \.isLonger) else { throw .sameSpan }
        return rows(comparison, comparison.ownMetrics.filter { MetricChange.mostRead.contains($0.declaration.key) })
            .with {
                $0.subtitle = "other spans, so nothing is marked"
                $0.footnote = comparison.columnsNote
            }
    }

    private static func definition(
        _ name: String, _ title: String, _ summary: String, subtitle: String = "common span; best value marked",
        metrics: @escaping @Sendable (Comparison) -> [ComparedMetric]
    ) -> TableDefinition<Comparison> {
        TableDefinition(name: name, title: title, summary: summary, columns: columns) { comparison in
            rows(comparison, metrics(comparison)).with {
                $0.subtitle = subtitle
                $0.footnote = comparison.columnsNote
            }
        }
    }

    private static let columns: [Column] = [
        Column("key", nil, .word) { .text($0.declaration.key.rawValue) },
        Column("name", "", .word, stretch: 1) { .text($0.declaration.name) }
            .showing { .text($0.label) }.explained { $0.declaration.summary },
        Column("unit", nil, .word) { .text($0.declaration.unit.rawValue) },
        Column("group", nil, .word) { .text($0.declaration.group.rawValue) },
        Column("better", nil, .word) { .text($0.declaration.better.rawValue) },
    ]

    private static func rows(_ comparison: Comparison, _ metrics: [ComparedMetric]) -> TableRows<ComparedMetricRow> {
        let hasMarks = comparison.hasRoomForMarks
        let places = MetricDeclaration.Group.allCases.flatMap { group in
            metrics.indices.filter { metrics[$0].declaration.group == group && isShown(metrics[$0], comparison) }
        }
        return TableRows(metrics.map { ComparedMetricRow(metric: $0, isCompact: !hasMarks) }).with { rows in
            rows.readersRows = { limit in Array(places.prefix(limit ?? places.count)) }
            rows.readersCount = places.count
            if Set(places.map { metrics[$0].declaration.group }).count > 1 {
                rows.group = { $0.declaration.group.title }
            }
            rows.emptyReason = Unavailable(code: "no_numbers", reason: "no run has such numbers")
            rows.moreColumns = comparison.columns(
                unit: nil,
                { column, member in
                    column.showing { $0.shown(member) }
                        .toned { $0.metric.best.contains(member.index) ? .strong : .plain }
                        .marked { hasMarks && $0.metric.best.contains(member.index) ? bestMark : "" }
                        .explained { $0.metric.metrics[member.index].convention }
                },
                value: { row, member in row.value(member) })
        }
    }

    /// Behind the best value, so that it is seen without colour and weight too.
    private static let bestMark = "\u{2009}●"

    /// Numbers of bars are of intraday runs alone, and words are too wide for many columns.
    private static func isShown(_ metric: ComparedMetric, _ comparison: Comparison) -> Bool {
        guard metric.declaration.unit != .word || comparison.hasRoomForMarks else { return false }
        return !metric.declaration.isOfBars
            || comparison.members.contains { $0.common.run.calendar.periodsPerSession > 1 }
    }
}

extension Unavailable {
    static let sameSpan = Unavailable(code: "same_span", reason: "every run covers exactly the common span")
}
