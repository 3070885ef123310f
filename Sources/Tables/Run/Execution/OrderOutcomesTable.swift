import Analytics
import Formatting

/// What came of the orders, by their type.
enum OrderOutcomesTable {
    private typealias Column = TableColumn<OrderSection.Row>

    static let definition = TableDefinition<Analysis>(
        name: "order_outcomes", title: "What came of the orders",
        summary: "how many orders were filled, cancelled and refused, how soon and at which price, by type",
        columns: [
            Column("type", "Type", .word, stretch: 1) { .optional($0.type) }.showing { .text($0.type ?? "not said") },
            Column("orders", "Orders", .count) { .integer($0.count) },
            Column("filled", "Filled", .count) { .integer($0.filled) },
            Column("partly_filled", "In part", .count) { .integer($0.partlyFilled) },
            Column("cancelled", "Cancelled", .count) { .integer($0.cancelled) },
            Column("rejected", "Refused", .count) { .integer($0.rejected) },
            Column("open", "Open", .count) { .integer($0.open) },
            Column("fill_rate", "Fill rate", .fraction, places: 1) { .optional($0.fillRate) },
            Column("median_fill_hours", "Hours to fill", .hours, places: 1) { .optional($0.medianHours) },
            Column("slippage_bps", "Slippage, bps", .ratio, places: 1) { .optional($0.slippage) },
        ]
    ) { (analysis) throws(Unavailable) in
        let section = try analysis.orders
        return TableRows(section.rows).with { rows in
            var unsaid: Set<String> = []
            if section.all.medianHours == nil { unsaid.insert("median_fill_hours") }
            if section.all.slippage == nil { unsaid.insert("slippage_bps") }
            rows.hidden = unsaid
            rows.footnote = note(section)
        }
    }

    private static func note(_ section: OrderSection) -> String {
        var text = "Fill rate: mean share of an order that was filled, of orders that have ended."
        if section.all.medianHours != nil { text += " Hours to fill: median of orders that were filled in full." }
        if section.all.slippage != nil {
            text += " Slippage: against the price decided on, by value; positive is worse."
        }
        return text
    }
}
