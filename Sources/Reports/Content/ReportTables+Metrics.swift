import Analytics
import DocumentModel

extension ReportTables {
    /// The keys of page one, by named group; what the run does not have is left out, what is n/a is shown as n/a.
    /// Their number is what one page holds beside the other figures.
    private static let keyStatisticsKeys: [MetricKey] = [
        .bestMonth, .worstMonth, .monthlyWinRate, .historicalCVaR95, .skewness, .longestDrawdownDays,
        .sortino, .alpha, .alphaPValue, .beta, .informationRatio, .expectancy, .probabilisticSharpe,
        .deflatedSharpe,
    ]

    func keyStatistics() -> Table {
        let needsBenchmark: [MetricKey] = [.informationRatio, .treynor]
        return grouped(named: "key-statistics", title: "Key statistics") { declaration in
            Self.keyStatisticsKeys.contains(declaration.key)
                && (analysis.run.benchmark != nil || !needsBenchmark.contains(declaration.key))
        }
    }

    func allMetrics() -> Table { grouped(named: "all-metrics", title: "All metrics") { _ in true } }

    /// Metrics in their named groups; the heads of groups are left out where there is only one.
    func grouped(named name: String, title: String, where isChosen: (MetricDeclaration) -> Bool) -> Table {
        var rows: [Table.Row] = []
        var groupCount = 0
        for group in MetricDeclaration.Group.allCases {
            let metrics = analysis.metrics.metrics { $0.group == group && isChosen($0) && isShown($0) }
            guard !metrics.isEmpty else { continue }
            rows.append(Table.Row([Table.Cell(group.title)], role: .group))
            rows += metrics.map(row)
            groupCount += 1
        }
        if groupCount == 1 { rows.removeFirst() }
        return withoutEmptyBenchmark(
            Table(
                name: name, title: title, columns: metricColumns, rows: rows,
                footnote: benchmarkNote(benchmarkIsPartial)))
    }

    /// Groups like the validity metrics have no number for a benchmark: then its column is left out.
    private func withoutEmptyBenchmark(_ table: Table) -> Table {
        let hasBenchmark = table.rows.contains { $0.cells.count > 2 && !$0.cells[2].text.isEmpty }
        guard table.columns.count > 2, !hasBenchmark else { return table }
        var table = table
        table.footnote = ""
        table.columns.removeLast()
        for index in table.rows.indices { table.rows[index].cells = Array(table.rows[index].cells.prefix(2)) }
        return table
    }

    /// Without a benchmark or trades their whole group would read n/a: the group is left out instead.
    private func applies(_ group: MetricDeclaration.Group) -> Bool {
        switch group {
        case .benchmark: analysis.run.benchmark != nil
        case .trades: analysis.run.trades != nil
        case .positions: (try? analysis.positions) != nil
        default: true
        }
    }

    /// Numbers of bars are of intraday runs alone.
    private func isShown(_ declaration: MetricDeclaration) -> Bool {
        applies(declaration.group) && (!declaration.isOfBars || analysis.run.calendar.periodsPerSession > 1)
    }

    private var metricColumns: [Table.Column] {
        let columns = [Table.Column("", stretch: 1), Table.Column(Analysis.strategyName, .decimal)]
        guard let name = markedBenchmarkName, analysis.benchmarkMetrics != nil else { return columns }
        return columns + [Table.Column(name, .decimal)]
    }

    private func row(_ metric: Metric) -> Table.Row {
        let currency = metric.declaration.unit == .money ? analysis.run.currency.value : nil
        let name = metric.declaration.name + (currency.map { ", " + $0 } ?? "")
        var cells = [
            Table.Cell(name, help: metric.declaration.summary), MetricText.cell(metric, currency: nil),
        ]
        if analysis.run.benchmark != nil, analysis.benchmarkMetrics != nil {
            let other = analysis.benchmarkMetrics?[metric.declaration.key]
            cells.append(MetricText.cell(other, currency: nil, tone: .muted))
        }
        return Table.Row(cells)
    }

    func conventions() -> Table {
        let columns = [
            Table.Column("Metric"), Table.Column("Value", .decimal), Table.Column("Convention", stretch: 1),
        ]
        let rows = analysis.metrics.metrics(where: isShown).map { metric in
            Table.Row([
                Table.Cell(metric.declaration.name, help: metric.declaration.key.rawValue),
                MetricText.cell(metric, currency: nil),
                Table.Cell(metric.value.reason.map { "n/a: \($0)" } ?? metric.convention, tone: .muted),
            ])
        }
        return Table(
            name: "conventions", title: "Conventions", subtitle: "profile \(analysis.conventions.profile)",
            columns: columns, rows: rows)
    }
}
