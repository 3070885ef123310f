/// Where the parts of a round trip stand in a table, by the names that writers use.
struct TradeColumns {
    /// Known names of each part, best first.
    private static let names: [(any WritableKeyPath<TradeColumns, Int?> & Sendable, [String])] = [
        (\.id, ["id", "trade_id", "trade", "number", "ref", "trade_number", "#", "trade_#"]),
        (\.symbol, ["symbol", "ticker", "instrument", "asset", "pair", "market"]),
        (\.side, ["side", "direction"]),
        (\.quantity, ["qty", "quantity", "size", "shares", "contracts", "units", "amount", "volume"]),
        (\.entryTime, ["entry_time", "entry_date", "open_time", "open_date", "opened_at", "entry_timestamp"]),
        (\.entryPrice, ["entry_price", "open_price", "avg_entry_price", "open_rate"]),
        (\.exitTime, ["exit_time", "exit_date", "close_time", "close_date", "closed_at", "exit_timestamp"]),
        (\.exitPrice, ["exit_price", "close_price", "avg_exit_price", "close_rate"]),
        (\.fees, ["fees", "fee", "commission", "commissions", "costs", "cost"]),
        (\.netProfit, ["pnl", "profit", "net_pnl", "net_profit", "profit_loss", "p&l", "net_p&l"]),
        (\.grossProfit, ["gross_pnl", "gross_profit", "gross_p&l"]),
        (\.returnFraction, ["return", "return_fraction"]),
        (\.multiplier, ["multiplier", "contract_multiplier", "point_value"]),
        (\.mae, ["mae"]), (\.mfe, ["mfe"]), (\.tag, ["tag", "label", "enter_tag", "entry_tag"]),
        (\.exitReason, ["exit_reason"]), (\.isOpen, ["open", "is_open"]), (\.status, ["status"]),
    ]

    var id: Int?
    var symbol: Int?
    var side: Int?
    var quantity: Int?
    var entryTime: Int?
    var entryPrice: Int?
    var exitTime: Int?
    var exitPrice: Int?
    var fees: Int?
    var netProfit: Int?
    var grossProfit: Int?
    var returnFraction: Int?
    var multiplier: Int?
    var mae: Int?
    var mfe: Int?
    var tag: Int?
    var exitReason: Int?
    var isOpen: Int?
    var status: Int?

    /// Finds the parts in a header.
    init(_ header: [String]) {
        let header = header.map(ColumnNames.normalised)
        for (part, names) in Self.names {
            self[keyPath: part] = names.compactMap { header.firstIndex(of: $0) }.first
        }
    }

    /// The parts that no round trip can do without and the header does not have.
    var missing: [String] {
        let needed: [(Int?, String)] = [
            (quantity, "qty"), (entryTime, "entry_time"), (entryPrice, "entry_price"), (exitTime, "exit_time"),
            (exitPrice, "exit_price"),
        ]
        return needed.filter { $0.0 == nil }.map(\.1)
    }

    /// Which columns of the table are used.
    var used: [Int] { Self.names.compactMap { self[keyPath: $0.0] } }
}
