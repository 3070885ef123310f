import Analytics

/// Returns by month of the year, and by hour.
enum SeasonalReturnsTable {
    private typealias Column = TableColumn<GroupedReturn>

    static let monthsOfYear = TableDefinition<Analysis>(
        name: "month_of_year_returns", title: "Returns by month of the year",
        summary: "mean return and share of positive ones of each month of the year, of whole months",
        columns: columns("month", "Month", "Years", places: 1)
    ) { analysis in
        TableRows(analysis.periods.monthsOfYear).with {
            $0.subtitle = "of whole months"
            $0.emptyReason = .noMonth
        }
    }

    static let hours = TableDefinition<Analysis>(
        name: "hourly_returns", title: "Returns by hour", summary: "mean return of a bar by the hour at which it ends",
        columns: columns("hour", "Hour", "Bars", places: 4)
    ) { (analysis) throws(Unavailable) in
        guard !analysis.periods.hours.isEmpty else { throw .notWithinDay }
        return TableRows(analysis.periods.hours).with { $0.subtitle = "of a bar, by the hour at which it ends" }
    }

    private static func columns(_ key: String, _ header: String, _ count: String, places: Int) -> [Column] {
        [
            Column(key, header, .word, stretch: 1) { .text($0.label) },
            Column("observations", count, .count) { .integer($0.observations) },
            Column("mean", "Mean", .fraction, places: places) { .number($0.mean) }.toned(.bySign),
            Column("win_rate", "Positive", .fraction, places: 1) { .number($0.winRate) },
        ]
    }
}
