import Containers
import RunModel
import Series

extension LeanOrders {
    /// What LEAN's numbers of a status mean; 4 is not used.
    private static let statuses: [Int: RunModel.Order.Status] = [
        0: .open, 1: .open, 2: .partlyFilled, 3: .filled, 5: .cancelled, 6: .open, 7: .rejected, 8: .cancelled,
        9: .open,
    ]
    /// What its numbers of a type mean, as far as they are known.
    private static let types = [
        "market", "limit", "stop", "stop limit", "market on open", "market on close", "option exercise",
        "limit if touched", "combo market", "combo limit", "combo leg limit", "trailing stop",
    ]
    private static let exercise = "option exercise"

    /// The orders that say when they were sent; nil where there are none. The price that was decided on is the last one of
    /// the market at that moment. How much of an order was filled say the order events.
    func raw(file: String) -> RawOrders? {
        let rows = orders.compactMap { order -> RawOrders.Row? in
            guard let submitted = order.submitted, order.quantity != 0, let status = Self.status(order) else {
                return nil
            }
            var one = RunModel.Order(
                id: order.id, symbol: order.symbol, submitted: Timestamp(milliseconds: submitted.wall),
                quantity: order.quantity, type: Self.type(order.details), status: status,
                price: order.state == .none ? nil : order.price)
            one.limitPrice = order.details.amount("limitPrice").flatMap { $0 > 0 ? $0 : nil }
            one.stopPrice = order.details.amount("stopPrice").flatMap { $0 > 0 ? $0 : nil }
            let last = order.details.object("orderSubmissionData")?.amount("lastPrice")
            // An option that is exercised trades at no price of its own.
            if let last, last > 0, one.type != Self.exercise { one.decisionPrice = last }
            one.tag = order.tag
            let ended = order.filled ?? order.details.moment("canceledTime")
            return RawOrders.Row(order: one, submitted: submitted, ended: ended, line: 0)
        }
        return rows.isEmpty ? nil : RawOrders(file: file, rows: rows)
    }

    private static func status(_ order: LeanOrders.Order) -> RunModel.Order.Status? {
        if case .integer(let number)? = order.details["status"] { return statuses[number] }
        return order.details.text("status").flatMap(OrderStatusWords.status)
    }

    private static func type(_ order: LeanObject) -> String? {
        guard case .integer(let number)? = order["type"] else { return order.text("type")?.lowercased() }
        return types.indices.contains(number) ? types[number] : nil
    }
}
