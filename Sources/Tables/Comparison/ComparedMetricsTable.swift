import Analytics
import Comparison
import Formatting

/// Metrics of every run side by side, the best of each marked.
enum ComparedMetricsTable {
    private typealias Column = TableColumn<ComparedMetric>

    /// Every metric that any run has.
    static let all = definition("metrics", "All metrics", "every metric side by side, the best marked") {
        $0.metrics
    }

    /// The most read ones.
    static let key = definition(
        "key_metrics", "Side by side", "the most read metrics side by side, the best marked"
    ) { comparison in comparison.metrics.filter { keys.contains($0.declaration.key) } }

    private static let keys: Set<MetricKey> = [
        .totalReturn, .cagr, .annualVolatility, .bestMonth, .worstMonth, .monthlyWinRate, .sharpe, .sortino, .calmar,
        .maxDrawdown, .longestDrawdownDays, .timeUnderwater, .historicalCVaR95, .skewness, .tradeCount, .tradeWinRate,
        .profitFactor, .expectancy, .probabilisticSharpe, .alpha, .beta,
    ]

    /// The most read ones over each run's own time, where that is not the common one for all.
    static let own = TableDefinition<Comparison>(
        name: "own_metrics", title: "Over each run's own time",
        summary: "the most read metrics of each run over its own span", columns: columns
    ) { (comparison) throws(Unavailable) in
        guard comparison.members.contains(where: \.isLonger) else { throw .sameSpan }
        return rows(comparison, comparison.ownMetrics.filter { keys.contains($0.declaration.key) }).with {
            $0.subtitle = "different spans: not comparable, nothing marked"
            $0.footnote = note(comparison)
        }
    }

    private static func definition(
        _ name: String, _ title: String, _ summary: String,
        metrics: @escaping @Sendable (Comparison) -> [ComparedMetric]
    ) -> TableDefinition<Comparison> {
        TableDefinition(name: name, title: title, summary: summary, columns: columns) { comparison in
            rows(comparison, metrics(comparison)).with {
                $0.subtitle = "common span; best value marked"
                $0.footnote = note(comparison)
            }
        }
    }

    private static let columns: [Column] = [
        Column("key", nil, .word) { .text($0.declaration.key.rawValue) },
        Column("name", "", .word, stretch: 1) { .text($0.declaration.name) }.explained { $0.declaration.summary },
        Column("unit", nil, .word) { .text($0.declaration.unit.rawValue) },
        Column("group", nil, .word) { .text($0.declaration.group.rawValue) },
        Column("better", nil, .word) { .text($0.declaration.better.rawValue) },
    ]

    private static func rows(_ comparison: Comparison, _ metrics: [ComparedMetric]) -> TableRows<ComparedMetric> {
        let places = MetricDeclaration.Group.allCases.flatMap { group in
            metrics.indices.filter { metrics[$0].declaration.group == group && isShown(metrics[$0], comparison) }
        }
        return TableRows(metrics).with { rows in
            rows.readersRows = { limit in Array(places.prefix(limit ?? places.count)) }
            rows.readersCount = places.count
            rows.group = { $0.declaration.group.title }
            rows.moreColumns = comparison.columns(
                unit: nil,
                { column, member in
                    column.toned { $0.best.contains(member.index) ? .strong : .plain }
                        .marked { $0.best.contains(member.index) ? bestMark : "" }
                        .explained { $0.metrics[member.index].convention }
                },
                value: { row, member in
                    .metric(row.metrics[member.index].value, row.metrics[member.index].declaration)
                })
        }
    }

    /// Behind the best value, so that it is seen without colour and weight too.
    private static let bestMark = "\u{2009}●"

    /// Numbers of bars are of intraday runs alone.
    private static func isShown(_ metric: ComparedMetric, _ comparison: Comparison) -> Bool {
        !metric.declaration.isOfBars || comparison.members.contains { $0.common.run.calendar.periodsPerSession > 1 }
    }

    private static func note(_ comparison: Comparison) -> String {
        comparison.hasNumberedHeaders ? "Columns are numbered as in the table of runs." : ""
    }
}

extension Unavailable {
    static let sameSpan = Unavailable(code: "same_span", reason: "every run covers exactly the common span")
}
