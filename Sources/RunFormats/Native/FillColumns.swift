/// Where the parts of a fill stand in a table, by the names that writers use.
struct FillColumns {
    /// Known names of each part, best first.
    private static let names: [(any WritableKeyPath<FillColumns, Int?> & Sendable, [String])] = [
        (\.symbol, ["symbol", "ticker", "instrument", "asset", "pair", "market"]),
        (\.side, ["side", "direction", "action", "buy_sell"]),
        (\.quantity, ["qty", "quantity", "amount", "size", "shares", "contracts", "units", "volume", "filled_qty"]),
        (\.price, ["price", "fill_price", "avg_price", "execution_price"]),
        (\.fee, ["fee", "fees", "commission", "commissions", "costs", "cost"]),
        (\.multiplier, ["multiplier", "contract_multiplier", "point_value"]),
        (\.order, ["order_id", "order", "client_order_id", "order_ref"]),
        (\.tag, ["tag", "label", "reason"]),
        (\.decisionPrice, ["decision_price", "arrival_price", "signal_price", "expected_price", "reference_price"]),
        (\.decided, ["decision_time", "signal_time", "order_time", "submitted_at", "created_at"]),
    ]

    var symbol: Int?
    var side: Int?
    var quantity: Int?
    var price: Int?
    var fee: Int?
    var multiplier: Int?
    var order: Int?
    var tag: Int?
    var decisionPrice: Int?
    var decided: Int?

    /// Finds the parts in a header.
    init(_ header: [String]) {
        let header = header.map(ColumnNames.normalised)
        for (part, names) in Self.names {
            self[keyPath: part] = names.compactMap { header.firstIndex(of: $0) }.first
        }
    }

    /// The parts that no fill can do without and the header does not have.
    var missing: [String] { [(quantity, "qty"), (price, "price")].filter { $0.0 == nil }.map(\.1) }

    /// Which columns of the table are used.
    var used: [Int] { Self.names.compactMap { self[keyPath: $0.0] } }
}
