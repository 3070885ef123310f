import Analytics
import Formatting
import RunModel

/// Every execution in the order of time, where the run records them.
enum FillsTable {
    private typealias Column = TableColumn<Fill>

    static let definition = TableDefinition<Analysis>(
        name: "fills", title: "Fills", summary: "every execution; readers see the first", shownRows: 20,
        isSortable: true, columns: columns, rows: rows)

    private static let columns: [Column] = [
        Column("time", "Time", .time) { .time($0.time) },
        Column("symbol", "Symbol", .word, stretch: 1) { .text($0.symbol) },
        Column("quantity", "Size", .count) { .quantity($0.quantity) },
        Column("price", "Price", .ratio) { .price($0.price) },
        Column("fee", "Fee", .money, places: 2) { .number($0.fee) },
        Column("multiplier", nil, .ratio) { .number($0.multiplier) },
        Column("order", nil, .word) { .optional($0.order) },
        Column("tag", nil, .word) { .optional($0.tag) },
    ]

    private static func rows(_ analysis: Analysis) throws(Unavailable) -> TableRows<Fill> {
        guard let fills = analysis.run.fills else {
            throw Unavailable(code: "no_fills", reason: "the run records no fills")
        }
        return TableRows(fills).with { $0.emptyReason = .noTrade }
    }
}
