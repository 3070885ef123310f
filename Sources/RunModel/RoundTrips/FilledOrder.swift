import Series

/// A fill, or the fills of one order that follow each other, at their average price.
struct FilledOrder {
    let symbol: String
    let order: String?
    let tag: String?
    let multiplier: Double
    /// Indices of its first and last fill.
    let first: Int
    private(set) var last: Int
    let time: Timestamp
    private(set) var lastTime: Timestamp
    /// Signed units.
    private(set) var quantity: Double
    /// Average price.
    private(set) var price: Double
    private(set) var fee: Double

    private init(_ fill: Fill, _ index: Int) {
        (symbol, order, tag, multiplier) = (fill.symbol, fill.order, fill.tag, fill.multiplier)
        (first, last, time, lastTime) = (index, index, fill.time, fill.time)
        (quantity, price, fee) = (fill.quantity, fill.price, fill.fee)
    }

    /// The orders of some fills, in the order of their first one. Fills of one order are joined while no other order of
    /// the symbol comes between.
    static func joined(_ fills: [Fill]) -> [FilledOrder] {
        var orders = [FilledOrder]()
        var latest = [String: Int]()
        for (index, fill) in fills.enumerated() {
            if let place = latest[fill.symbol], orders[place].isContinued(by: fill) {
                orders[place].add(fill, index)
            } else {
                latest[fill.symbol] = orders.count
                orders.append(FilledOrder(fill, index))
            }
        }
        return orders
    }

    private func isContinued(by fill: Fill) -> Bool {
        order != nil && order == fill.order && (quantity > 0) == (fill.quantity > 0) && multiplier == fill.multiplier
    }

    private mutating func add(_ fill: Fill, _ index: Int) {
        let total = quantity + fill.quantity
        price += (fill.price - price) * (fill.quantity / total)
        quantity = total
        fee += fill.fee
        (last, lastTime) = (index, fill.time)
    }
}
