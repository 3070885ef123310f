import Containers

/// The filled orders of a trade of freqtrade, where they were all filled and as much was sold as bought.
struct FreqtradeFills {
    /// Units bought in all entries.
    let amount: Double
    /// Their average price.
    let entryPrice: Double
    /// The average price of the exits.
    let exitPrice: Double

    /// Nil where the trade has no orders, or they do not make a round trip.
    init?(_ trade: JSONValue) {
        guard case .array(let orders)? = trade["orders"], orders.count > 1 else { return nil }
        var (entries, exits) = (Side(), Side())
        for order in orders {
            guard let amount = order["amount"]?.finiteNumber, let price = order["safe_price"]?.finiteNumber,
                amount > 0, price > 0
            else { return nil }
            if order["ft_is_entry"] == .bool(true) { entries.add(amount, price) } else { exits.add(amount, price) }
        }
        guard entries.amount > 0, (exits.amount / entries.amount - 1).magnitude < 1e-9 else { return nil }
        (amount, entryPrice, exitPrice) = (entries.amount, entries.price, exits.price)
    }

    /// What was bought, or sold.
    private struct Side {
        private(set) var amount = 0.0
        private var value = 0.0
        var price: Double { value / amount }

        mutating func add(_ amount: Double, _ price: Double) {
            self.amount += amount
            value += amount * price
        }
    }
}
