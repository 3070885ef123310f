/// What a file of nautilus_trader holds, by the columns of its report.
enum NautilusFile: Hashable, CaseIterable {
    case account, positions, fills, orders, result, returns

    /// What names of files say of their content.
    static let words = [
        "order_fills", "fills", "orders", "positions", "account", "result", "returns", "report", "reports", "stats",
    ]

    /// Columns that stand beside each other in one report only.
    private static let marks: [(NautilusFile, [String])] = [
        (.account, ["total", "locked", "free", "currency", "account_type", "margins"]),
        (.positions, ["position_id", "instrument_id", "avg_px_open", "realized_pnl", "ts_opened"]),
        (.fills, ["client_order_id", "instrument_id", "order_side", "last_qty", "last_px", "ts_event"]),
        (.orders, ["client_order_id", "instrument_id", "side", "filled_qty", "avg_px", "ts_last"]),
    ]

    /// Nil where the file is none of nautilus_trader.
    init?(_ name: String, _ folder: FolderGlance) {
        let head = folder.head(of: name)
        if let mark = Self.marks.first(where: { $0.1.allSatisfy(head.header.contains) }) {
            self = mark.0
        } else if head.isObject, head.contains("\"stats_pnls\"") {
            self = .result
        } else {
            return nil
        }
    }

    /// What it is called in messages.
    var words: String {
        switch self {
        case .account: "the account report"
        case .positions: "the positions report"
        case .fills: "the report of fills"
        case .orders: "the report of orders"
        case .result: "the statistics"
        case .returns: "the returns of positions"
        }
    }
}
