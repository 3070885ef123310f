import Containers
import RunModel
import Series

/// The orders of a result: what was ordered, and for filled ones the average price at the moment of the last fill.
///
/// An order has no fee, and `time` is when it was submitted, which may be days before it was filled. A list in answers of
/// the cloud's API, else an object by number.
struct LeanOrders {
    /// One order.
    struct Order {
        var id: String
        var symbol: String
        /// When the last of it was filled; nil for an order that was not.
        var filled: WrittenTimestamp?
        /// Ordered, signed.
        var quantity: Double
        var price: Double
        var state: LeanNames.FillState
        var tag: String?
        /// When it was submitted; nil where the file does not say.
        var submitted: WrittenTimestamp?
        /// What the file says of it beside that.
        var details: LeanObject
    }

    private(set) var orders = [Order]()
    private var byID = [String: Int]()

    init(_ document: LeanObject, _ symbols: inout LeanSymbols) {
        for value in document.list("orders") {
            guard let object = LeanObject(value),
                let symbol = symbols.add(object["symbol"], securityType: object["securityType"])
            else { continue }
            let id = Self.id(object["id"]) ?? String(orders.count + 1)
            byID[id] = orders.count
            orders.append(
                Order(
                    id: id, symbol: symbol, filled: object.moment("lastFillTime"),
                    quantity: object.amount("quantity") ?? 0, price: object.amount("price") ?? 0,
                    state: LeanNames.fillState(object["status"]), tag: object.text("tag"),
                    submitted: object.moment("createdTime") ?? object.moment("time"), details: object))
        }
    }

    subscript(id: String) -> Order? { byID[id].map { orders[$0] } }

    /// A number or a text as an id.
    static func id(_ value: JSONValue?) -> String? {
        if case .integer(let number)? = value { return String(number) }
        return value?.leanText
    }

    /// The fills that filled orders tell, without fees. An option that was exercised or expired is filled at 0.
    var fills: [Fill] {
        orders.compactMap { order in
            guard order.state == .filled, let time = order.filled, order.quantity != 0 else { return nil }
            return Fill(
                time: Timestamp(milliseconds: time.wall), symbol: order.symbol, quantity: order.quantity,
                price: order.price, fee: 0, order: order.id, tag: order.tag)
        }
    }

    /// Orders that were filled in part only, of which nothing says how much.
    var partlyFilled: Int { orders.count { $0.state == .partly } }
}
