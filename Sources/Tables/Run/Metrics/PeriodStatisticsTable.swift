import Analytics

/// Best, worst and mean months and years.
enum PeriodStatisticsTable {
    static let definition = TableDefinition<Analysis>(
        name: "period_statistics", title: "Months and years", summary: "best, worst and mean of months and years",
        formerName: "monthly-statistics", columns: MetricsTable.columns, rows: rows)

    private static let keys: [MetricKey] = [
        .bestMonth, .worstMonth, .averageMonth, .averageUpMonth, .averageDownMonth, .monthlyWinRate, .bestYear,
        .worstYear, .annualWinRate, .consistencyScore,
    ]

    private static func rows(_ analysis: Analysis) -> TableRows<MetricRow> {
        MetricsTable.rows(analysis, MetricRow.rows(analysis, keys)).with { rows in
            rows.headers["key"] = ""
            rows.group = nil
            rows.readersRows = nil
        }
    }
}
