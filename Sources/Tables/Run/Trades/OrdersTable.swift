import Analytics
import Formatting
import RunModel

/// Every order in the order of sending, where the run records them.
enum OrdersTable {
    private typealias Column = TableColumn<Order>

    static let definition = TableDefinition<Analysis>(
        name: "orders", title: "Orders", summary: "every order; readers see the first", shownRows: 20,
        isSortable: true, columns: columns, rows: rows)

    private static let columns: [Column] = [
        Column("submitted", "Sent", .time) { .time($0.submitted) },
        Column("symbol", "Symbol", .word, stretch: 1) { .text($0.symbol) },
        Column("type", "Type", .word) { .optional($0.type) },
        Column("quantity", "Size", .count) { .quantity($0.quantity) },
        Column("status", "Status", .word) { .text($0.status.rawValue) }
            .showing { .text($0.status.rawValue.replacing("_", with: " ")) },
        Column("filled", "Filled", .count) { order in order.filled.map { .quantity($0) } ?? .none },
        Column("price", "Mean price", .ratio) { order in order.price.map { .price($0) } ?? .none },
        Column("ended", "Ended", .time) { order in order.ended.map { .time($0) } ?? .none },
        Column("limit_price", nil, .ratio) { .optional($0.limitPrice) },
        Column("stop_price", nil, .ratio) { .optional($0.stopPrice) },
        Column("decision_price", nil, .ratio) { .optional($0.decisionPrice) },
        Column("multiplier", nil, .ratio) { .number($0.multiplier) },
        Column("order", nil, .word) { .optional($0.id) },
        Column("tag", nil, .word) { .optional($0.tag) },
    ]

    private static func rows(_ analysis: Analysis) throws(Unavailable) -> TableRows<Order> {
        guard let orders = analysis.run.orders else { throw .noOrders }
        return TableRows(orders).with { $0.emptyReason = .noOrder }
    }
}
