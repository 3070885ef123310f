import Series

/// Units of one symbol that one order opened and that are still held.
struct Lot {
    let order: FilledOrder
    /// Signed units when it was opened.
    let original: Double
    /// Signed units still held.
    var quantity: Double

    init(_ order: FilledOrder, quantity: Double) {
        self.order = order
        (original, self.quantity) = (quantity, quantity)
    }

    /// Fees of some of its units.
    private func fee(_ units: Double) -> Double { order.fee * (units / order.quantity.magnitude) }

    /// The round trip of some of its units that an order closes.
    func closed(_ units: Double, by exit: FilledOrder, exitFee: Double) -> RoundTrip {
        var trip = trip(units, exit: exit.lastTime, exitPrice: exit.price, fees: fee(units) + exitFee)
        trip.trade.exitReason = exit.tag
        trip.exitFill = exit.last
        return trip
    }

    /// What is still held, at a price.
    func open(at price: Double) -> RoundTrip {
        let units = quantity.magnitude
        var trip = trip(units, exit: order.lastTime, exitPrice: price, fees: fee(units))
        trip.trade.isOpen = true
        return trip
    }

    private func trip(_ units: Double, exit: Timestamp, exitPrice: Double, fees: Double) -> RoundTrip {
        var trade = Trade(
            id: "", symbol: order.symbol, side: original > 0 ? .long : .short, quantity: units, entry: order.time,
            entryPrice: order.price, exit: exit, exitPrice: exitPrice, profit: 0, fees: fees, tag: order.tag,
            multiplier: order.multiplier)
        trade.profit = trade.priceMove - fees
        return RoundTrip(trade: trade, entryFill: order.first)
    }
}

/// A round trip from flat to flat while it is under way.
struct WholeTrip {
    private let first: FilledOrder
    private let side: Trade.Side
    private var entered = Average()
    private var left = Average()
    private var fees = 0.0

    init(_ lot: Lot) {
        first = lot.order
        side = lot.original > 0 ? .long : .short
    }

    mutating func enter(_ lot: Lot) {
        entered.add(lot.quantity.magnitude, lot.order.price)
        fees += lot.order.fee * (lot.quantity / lot.order.quantity).magnitude
    }

    mutating func leave(_ units: Double, at price: Double, fee: Double) {
        left.add(units, price)
        fees += fee
    }

    func closed(by exit: FilledOrder) -> RoundTrip {
        var trip = trip(exit: exit.lastTime, exitPrice: left.value)
        trip.trade.exitReason = exit.tag
        trip.exitFill = exit.last
        return trip
    }

    /// What was sold at its prices, and what is held at the mark.
    func open(at price: Double) -> RoundTrip {
        var exits = left
        exits.add(max(0, entered.units - left.units), price)
        var trip = trip(exit: first.lastTime, exitPrice: exits.value)
        trip.trade.isOpen = true
        return trip
    }

    private func trip(exit: Timestamp, exitPrice: Double) -> RoundTrip {
        var trade = Trade(
            id: "", symbol: first.symbol, side: side, quantity: entered.units, entry: first.time,
            entryPrice: entered.value, exit: exit, exitPrice: exitPrice, profit: 0, fees: fees, tag: first.tag,
            multiplier: first.multiplier)
        trade.profit = trade.priceMove - fees
        return RoundTrip(trade: trade, entryFill: first.first)
    }

    /// The average price of units.
    private struct Average {
        private(set) var units = 0.0
        private(set) var value = 0.0

        mutating func add(_ more: Double, _ price: Double) {
            guard more > 0 else { return }
            units += more
            value += (price - value) * (more / units)
        }
    }
}
