import Analytics

/// Daily returns by weekday.
enum WeekdayReturnsTable {
    private typealias Column = TableColumn<GroupedReturn>

    static let definition = TableDefinition<Analysis>(
        name: "weekday_returns", title: "Returns by weekday", summary: "daily returns by weekday",
        formerName: "weekdays",
        columns: [
            Column("weekday", "Weekday", .word, stretch: 1) { .text($0.label) },
            Column("observations", "Days", .count) { .integer($0.observations) },
            Column("mean", "Mean", .fraction, places: 3) { .number($0.mean) }.toned(.bySign),
            Column("win_rate", "Positive", .fraction, places: 1) { .number($0.winRate) },
        ]
    ) { analysis in TableRows(analysis.periods.weekdays).with { $0.emptyReason = .noDailyReturns } }
}
