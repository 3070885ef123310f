import Analytics
import Formatting
import RunModel

/// Every round trip by exit, then those that are open; readers see the ones with the largest profit or loss.
enum TradesTable {
    private typealias Column = TableColumn<Trade>

    static let definition = TableDefinition<Analysis>(
        name: "trades", title: "Largest trades",
        summary: "every trade; readers see those of the largest profit or loss",
        shownRows: 20, isSortable: true, formerName: "trade-log", columns: columns, rows: rows)

    private static let columns: [Column] = [
        Column("id", nil, .word) { .text($0.id) },
        Column("symbol", "Symbol", .word, stretch: 1) { .text($0.symbol) }
            .showing { .text($0.symbol.isEmpty ? "#" + $0.id : $0.symbol) },
        Column("side", "Side", .word) { .text($0.side.rawValue) },
        Column("quantity", "Size", .count) { .quantity($0.quantity) },
        Column("entry", "Entry", .date) { .time($0.entry) },
        Column("entry_price", "Price", .ratio) { .price($0.entryPrice) },
        Column("exit", "Exit", .date) { .time($0.exit) }
            .showing { $0.isOpen ? .none : .time($0.exit) }.without("open"),
        Column("exit_price", "Price", .ratio) { .price($0.exitPrice) },
        Column("pnl", "P&L", .money) { .number($0.profit) }.toned(.bySign),
        Column("fees", nil, .money) { .number($0.fees) },
        Column("return", nil, .fraction) { .optional($0.returnFraction) },
        Column("tag", nil, .word) { .optional($0.tag) },
        Column("open", nil, .flag) { .flag($0.isOpen) },
    ]

    private static func rows(_ analysis: Analysis) throws(Unavailable) -> TableRows<Trade> {
        let trades = try analysis.trades
        let (closed, open) = (trades.closed, trades.open)
        let count = closed.count + open.count
        let trade: @Sendable (Int) -> Trade = { $0 < closed.count ? closed[$0] : open[$0 - closed.count] }
        return TableRows(count: count, row: trade).with {
            $0.subtitle = "by absolute net P&L"
            $0.emptyReason = .noTrade
            $0.readersRows = { limit in Largest.places(limit, of: count) { trade($0).profit.magnitude } }
        }
    }
}
