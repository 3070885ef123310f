import Analytics
import Formatting

/// Closed trades by symbol and by side.
enum TradeGroupsTable {
    typealias Column = TableColumn<TradeGroup>

    static let bySymbol = TableDefinition<Analysis>(
        name: "trades_by_symbol", title: "P&L by symbol", summary: "trade statistics per symbol", shownRows: 25,
        isSortable: true, columns: columns("Symbol")
    ) { (analysis) throws(Unavailable) in rows(try analysis.trades.bySymbol) }

    static let bySide = TableDefinition<Analysis>(
        name: "trades_by_side", title: "Long and short", summary: "trade statistics of long and short trades",
        isSortable: true, columns: columns("Side")
    ) { (analysis) throws(Unavailable) in rows(try analysis.trades.bySide) }

    static func rows(_ groups: [TradeGroup]) -> TableRows<TradeGroup> {
        TableRows(groups).with {
            $0.subtitle = "net of costs"
            $0.emptyReason = .noClosedTrade
        }
    }

    static func columns(_ header: String) -> [Column] {
        [
            Column("name", header, .word, stretch: 1) { .text($0.name) }.without("(unnamed)"),
            Column("count", "Trades", .count) { .integer($0.count) },
            Column("win_rate", "Won", .fraction, places: 1) { .number($0.winRate) },
            Column("pnl", "P&L", .money) { .number($0.profit) }.toned(.bySign),
            Column("average", "Mean", .money) { .number($0.average) }.toned(.bySign),
            Column("profit_factor", "Profit factor", .ratio, places: 2) { .number($0.profitFactor) },
        ]
    }
}
