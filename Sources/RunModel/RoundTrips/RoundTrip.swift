/// A trade made of fills, with the fills that opened and closed it.
public struct RoundTrip: Equatable, Sendable {
    /// The trade; an open one ends at the price it was marked with.
    public var trade: Trade
    /// Index of the first fill that opened it.
    public var entryFill: Int
    /// Index of the last fill that closed it; nil for an open one.
    public var exitFill: Int?
}

extension RoundTrip {
    /// Makes round trips of fills.
    ///
    /// Each symbol is a book of its own. A fill that goes on in the direction that is held opens; one against it closes,
    /// and what is left of it beyond zero opens the other side. Fees go with the units. What is still held at the end is
    /// open, priced with its mark, else with its symbol's last fill. Fills of one order that follow each other count as one,
    /// at their average price. Linear in the number of fills.
    ///
    /// Units below 10⁻⁹ of what a fill moved are rounding, not holdings.
    ///
    /// ```swift
    /// let trips = RoundTrip.match(fills, method: .fifo)
    /// let profit = trips.reduce(0) { $0 + $1.trade.profit }
    /// ```
    ///
    /// - Parameters:
    ///   - fills: In the order of time; quantities and prices finite, quantities not zero.
    ///   - method: Which units a closing fill sells.
    ///   - marks: Last prices of symbols that are held at the end.
    /// - Returns: Closed round trips in the order in which they were closed, then the open ones in that of their entry.
    public static func match(
        _ fills: [Fill], method: RoundTripMethod, marks: [String: Double] = [:]
    ) -> [RoundTrip] {
        var books = [String: FillBook]()
        var trips = [RoundTrip]()
        for order in FilledOrder.joined(fills) {
            books[order.symbol, default: FillBook(method: method)].take(order, into: &trips)
        }
        let open = books.keys.sorted().flatMap { symbol in books[symbol]?.open(mark: marks[symbol]) ?? [] }
        trips += open.sorted { $0.entryFill < $1.entryFill }
        for index in trips.indices { trips[index].trade.id = String(index + 1) }
        return trips
    }
}
