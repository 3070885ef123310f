/// Where the parts of an order stand in a table, by the names that writers use.
struct OrderColumns {
    /// Known names of each part, best first.
    private static let names: [(any WritableKeyPath<OrderColumns, Int?> & Sendable, [String])] = [
        (\.id, ["order_id", "order", "client_order_id", "order_ref", "id", "ref"]),
        (\.symbol, ["symbol", "ticker", "instrument", "instrument_id", "asset", "pair", "market"]),
        (\.side, ["side", "direction", "action", "buy_sell"]),
        (\.quantity, ["qty", "quantity", "amount", "size", "shares", "contracts", "units", "order_qty"]),
        (\.type, ["type", "order_type", "kind"]),
        (\.submitted, ["submitted_at", "submitted", "submission_time", "order_time", "created_at", "created", "time"]),
        (
            \.ended,
            ["ended_at", "filled_at", "fill_time", "last_fill_time", "closed_at", "cancelled_at", "canceled_at"]
        ),
        (\.status, ["status", "state", "order_status"]),
        (\.filled, ["filled_qty", "filled_quantity", "filled", "executed_qty", "cum_qty"]),
        (\.price, ["avg_price", "average_price", "avg_px", "fill_price", "average"]),
        (\.limitPrice, ["limit_price", "limit", "price"]),
        (\.stopPrice, ["stop_price", "trigger_price", "stop"]),
        (\.decisionPrice, ["decision_price", "arrival_price", "signal_price", "expected_price", "reference_price"]),
        (\.multiplier, ["multiplier", "contract_multiplier", "point_value"]),
        (\.tag, ["tag", "label", "reason"]),
    ]

    var id: Int?
    var symbol: Int?
    var side: Int?
    var quantity: Int?
    var type: Int?
    var submitted: Int?
    var ended: Int?
    var status: Int?
    var filled: Int?
    var price: Int?
    var limitPrice: Int?
    var stopPrice: Int?
    var decisionPrice: Int?
    var multiplier: Int?
    var tag: Int?

    /// Finds the parts in a header.
    init(_ header: [String]) {
        let header = header.map(ColumnNames.normalised)
        for (part, names) in Self.names {
            self[keyPath: part] = names.compactMap { header.firstIndex(of: $0) }.first
        }
    }

    /// The parts that no order can do without and the header does not have.
    var missing: [String] {
        [(quantity, "qty"), (status ?? filled, "status or filled_qty")].filter { $0.0 == nil }.map(\.1)
    }

    /// Which columns of the table are used.
    var used: [Int] { Self.names.compactMap { self[keyPath: $0.0] } }
}
