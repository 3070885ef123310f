import Analytics
import Formatting

/// Metrics in their named groups: all of them, those of one group, and the most read ones.
enum MetricsTable {
    typealias Column = TableColumn<MetricRow>

    /// Every metric.
    static let all = definition(
        "metrics", "All metrics", "every metric in named groups", formerName: "all-metrics"
    ) { _, _ in true }

    /// The metrics of each group but the score, which has a table of its parts.
    static let groups = MetricDeclaration.Group.allCases.filter { $0 != .score }.map { group in
        definition(
            "metrics_\(group.rawValue)", title(of: group), "every metric of the group \(group.title)",
            needing: { (analysis) throws(Unavailable) in try check(group, analysis) }
        ) { declaration, _ in declaration.group == group }
    }

    /// What stands on page one; their number is what one page holds beside the other figures.
    static let key = definition(
        "key_statistics", "Key statistics", "the most read metrics in named groups",
        columns: columns.map { column in
            // The benchmark's convention is the run's; what other profiles give is said of the run alone.
            column.description.key == "value" ? column.explained { $0.explanation } : column
        }
    ) { declaration, analysis in
        keyStatistics.contains(declaration.key)
            && (analysis.run.benchmark != nil || declaration.key != .informationRatio)
    }

    private static let keyStatistics: Set<MetricKey> = [
        .bestMonth, .worstMonth, .bestYear, .historicalCVaR95, .skewness, .longestDrawdownDays, .sortino, .alpha, .beta,
        .informationRatio, .exposure,
    ]

    /// Every metric, or those of some keys, in the order of the catalogue.
    static func chosen(_ keys: [MetricKey]?) -> TableDefinition<Analysis> {
        guard let keys else { return all }
        return definition(all.name, all.title, all.summary) { declaration, _ in keys.contains(declaration.key) }
    }

    /// The columns of every table of metrics: readers see names where programs have keys, strategy and benchmark.
    static let columns: [Column] = [
        Column("key", "", .word, stretch: 1) { .text($0.declaration.key.rawValue) }
            .showing { .text($0.label) }.explained { $0.declaration.summary },
        Column("value", "Strategy", nil) { .metric($0.metric.value, $0.metric.declaration) }
            .marked { $0.metric.doubt == nil ? "" : MetricWords.doubtMark }.explained { $0.metric.convention },
        Column("benchmark", "Benchmark", nil) { row in
            row.benchmark.map { .metric($0.value, $0.declaration) } ?? .none
        }.toned(.muted).without("").explained { $0.benchmark?.convention ?? "" },
        Column("unit", nil, .word) { .text($0.metric.declaration.unit.rawValue) },
        Column("group", nil, .word) { .text($0.declaration.group.rawValue) },
        Column("convention", nil, .word) { .text($0.metric.convention) },
        Column("reason", nil, .word) { .optional($0.metric.value.reason) },
        Column("reason_code", nil, .word) { .optional($0.metric.value.unavailable?.code) },
        Column("status", nil, .word) { .text($0.metric.status.key) },
        Column("status_reason", nil, .word) { .optional($0.metric.status.reason) },
    ]

    private static func definition(
        _ name: String, _ title: String, _ summary: String, formerName: String? = nil,
        columns: [Column] = MetricsTable.columns,
        needing check: @escaping @Sendable (Analysis) throws(Unavailable) -> Void = { _ in },
        where isChosen: @escaping @Sendable (MetricDeclaration, Analysis) -> Bool
    ) -> TableDefinition<Analysis> {
        TableDefinition(name: name, title: title, summary: summary, formerName: formerName, columns: columns) {
            (analysis) throws(Unavailable) in
            try check(analysis)
            return rows(analysis, MetricRow.rows(analysis) { isChosen($0, analysis) })
        }
    }

    /// Rows with the names of their groups, where there is more than one, and the benchmark's column where it has numbers.
    static func rows(_ analysis: Analysis, _ metrics: [MetricRow]) -> TableRows<MetricRow> {
        let shown = metrics.filter(\.isShown)
        let hasGroups = Set(shown.map(\.declaration.group)).count > 1
        let hasBenchmark = shown.contains { $0.hasBenchmark }
        // Groups stand in their own order, which is not that of the keys.
        let places = MetricDeclaration.Group.allCases.flatMap { group in
            metrics.indices.filter { metrics[$0].isShown && metrics[$0].declaration.group == group }
        }
        return TableRows(metrics).with { rows in
            rows.readersRows = { limit in Array(places.prefix(limit ?? places.count)) }
            rows.readersCount = places.count
            if hasGroups { rows.group = { $0.declaration.group.title } }
            rows.headers["benchmark"] = analysis.markedBenchmarkHeader
            if !hasBenchmark { rows.hidden = ["benchmark"] }
            let notes = [
                analysis.benchmarkNote(hasBenchmark && !analysis.run.benchmarkIsWhole), doubts(shown, analysis),
            ]
            rows.footnote = notes.filter { !$0.isEmpty }.joined(separator: " ")
        }
    }

    /// The rules by which shown numbers are of low confidence, each once; empty for none.
    private static func doubts(_ shown: [MetricRow], _ analysis: Analysis) -> String {
        var rules: [String] = []
        for row in shown {
            if let rule = analysis.doubt(of: row.declaration), !rules.contains(rule) { rules.append(rule) }
        }
        return MetricWords.doubts(rules)
    }

    private static func check(_ group: MetricDeclaration.Group, _ analysis: Analysis) throws(Unavailable) {
        switch group {
        case .benchmark where analysis.run.benchmark == nil: throw .noBenchmark
        case .trades where analysis.run.trades == nil: throw .noTradeRecord
        case .positions: _ = try analysis.positions
        case .own where analysis.conventions.ownMetrics.isEmpty: throw .noOwnMetrics
        default: return
        }
    }

    private static func title(of group: MetricDeclaration.Group) -> String {
        switch group {
        case .returns: "Return metrics"
        case .risk: "Risk metrics"
        case .ratios: "Ratios"
        case .benchmark: "Benchmark metrics"
        case .trades: "Trade metrics"
        case .positions: "Exposure"
        case .validity: "Validity metrics"
        case .score: "Score"
        case .own: "Own metrics"
        }
    }
}
