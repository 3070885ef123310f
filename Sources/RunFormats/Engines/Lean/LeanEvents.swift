import Containers
import RunModel
import Series

/// The order events of a result, `<id>-order-events.json`: every fill with its fee, the only place of fees by fill.
///
/// Names were written with hyphens until April 2024. Times are seconds since 1970 with a fraction, UTC.
struct LeanEvents {
    private(set) var fills = [Fill]()
    /// Fees in another currency than the account's, which are not counted: the currency, and how many fills.
    private(set) var foreignFees: (currency: String, count: Int)?

    init(_ events: [JSONValue], symbols: LeanSymbols, orders: LeanOrders, currency: String?) {
        for value in events {
            guard let event = LeanObject(value), let fill = fill(event, symbols, orders) else { continue }
            fills.append(fill)
            note(event, currency)
        }
    }

    private func fill(_ event: LeanObject, _ symbols: LeanSymbols, _ orders: LeanOrders) -> Fill? {
        guard LeanNames.fillState(event["status"]) != .none, let quantity = event.amount("fillQuantity"), quantity != 0,
            let price = event.amount("fillPrice"), let seconds = event.number("time"),
            let time = LeanTime.timestamp(seconds: seconds)
        else { return nil }
        let id = LeanOrders.id(event["orderId"])
        let order = id.flatMap { orders[$0] }
        let ticker = order?.symbol ?? event.text("symbolValue") ?? event.text("symbol").map(symbols.ticker(ofID:))
        return Fill(
            time: Timestamp(milliseconds: time.wall), symbol: ticker ?? "", quantity: quantity, price: price,
            fee: event.amount("orderFeeAmount") ?? 0, order: id, tag: order?.tag)
    }

    /// A fee in another currency cannot be added to the account's.
    private mutating func note(_ event: LeanObject, _ currency: String?) {
        guard let currency, let paid = event.text("orderFeeCurrency"), paid != currency,
            event.amount("orderFeeAmount") ?? 0 != 0
        else { return }
        fills[fills.count - 1].fee = 0
        foreignFees = (foreignFees?.currency ?? paid, (foreignFees?.count ?? 0) + 1)
    }

    /// Whether bytes begin as a list of order events does.
    static func isEvents(_ head: FileHead) -> Bool {
        head.bytes.first { $0 > 0x20 } == UInt8(ascii: "[")
            && (head.contains("\"orderEventId\"") || head.contains("\"order-event-id\""))
    }
}
