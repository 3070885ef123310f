import Analytics

/// The symbols with the largest weights.
enum HoldingsTable {
    private typealias Column = TableColumn<PositionSection.Holding>

    static let definition = TableDefinition<Analysis>(
        name: "top_holdings", title: "Largest holdings", summary: "the symbols with the largest weights", shownRows: 10,
        isSortable: true, columns: columns, rows: rows)

    private static let columns: [Column] = [
        Column("symbol", "Symbol", .word, stretch: 1) { .text($0.symbol) },
        Column("mean_weight", "Mean", .fraction, places: 1) { .number($0.meanWeight) }.toned(.bySign),
        Column("max_weight", "Most", .fraction, places: 1) { .number($0.maxWeight) }.toned(.bySign),
        Column("held", "Held", .fraction) { .number($0.held) },
        Column("last_weight", "Last", .fraction, places: 1) { .number($0.lastWeight) }.toned(.bySign),
    ]

    private static func rows(_ analysis: Analysis) throws(Unavailable) -> TableRows<PositionSection.Holding> {
        let positions = try analysis.positions
        return TableRows(positions.top).with {
            $0.subtitle =
                analysis.run.positions?.areClasses == true
                ? "classes of assets, since the run has no values of symbols; held: share of the time"
                : "weights in the account by mean size; held: share of the time"
            $0.emptyReason = .nothingHeld
        }
    }
}
