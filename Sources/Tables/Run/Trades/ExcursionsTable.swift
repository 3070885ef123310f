import Analytics

/// How far trades went against and for the strategy while they were open, and what entries and exits made of it.
enum ExcursionsTable {
    private typealias Column = TableColumn<ExcursionGroup>

    static let definition = TableDefinition<Analysis>(
        name: "trade_excursions", title: "Excursions and efficiency",
        summary: "adverse and favourable excursions, entry and exit efficiency of winners and others",
        columns: [
            Column("group", "Trades", .word, stretch: 1) { .text($0.name) },
            Column("count", "Number", .count) { .integer($0.count) },
            Column("average_mae", "Mean MAE", .money) { .number($0.averageMAE) }.toned(.bySign),
            Column("median_mae", nil, .money) { .number($0.medianMAE) },
            Column("worst_mae", "Worst MAE", .money) { .number($0.worstMAE) }.toned(.bySign),
            Column("average_mfe", "Mean MFE", .money) { .number($0.averageMFE) },
            Column("median_mfe", nil, .money) { .number($0.medianMFE) },
            Column("average_give_back", "Given back", .money) { .number($0.givenBack) },
            Column("entry_efficiency", "Entry", .fraction) { .number($0.entry) },
            Column("exit_efficiency", "Exit", .fraction) { .number($0.exit) },
            Column("total_efficiency", "Total", .fraction) { .number($0.total) }.toned(.bySign),
        ]
    ) { (analysis) throws(Unavailable) in
        TableRows(try analysis.excursions()).with {
            $0.subtitle = "money before fees; efficiency: 100 % is the best price while open"
        }
    }
}
