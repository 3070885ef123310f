import Analytics
import Formatting

/// How long it would take to sell what is held.
enum LiquidityTable {
    private typealias Column = TableColumn<Liquidity.Row>

    static let definition = TableDefinition<Analysis>(
        name: "liquidity", title: "Days to liquidate", summary: "days to sell each position at a tenth of the volume",
        shownRows: 12,
        columns: [
            Column("symbol", "Symbol", .word, stretch: 1) { .text($0.symbol) },
            Column("volume", "Volume a day", .count) { .number($0.volume) },
            Column("units", "Held at the end", .count) { .number($0.units) },
            Column("days", "Days", .days, places: 2) { .number($0.days) },
            Column("most_days", "Most days", .days, places: 2) { .number($0.mostDays) },
            Column("moment", "At", .time) { .time($0.moment) },
        ]
    ) { (analysis) throws(Unavailable) in
        TableRows(try analysis.liquidity.rows).with { $0.subtitle = "at 10\u{202F}% of the mean volume of 20 days" }
    }
}
