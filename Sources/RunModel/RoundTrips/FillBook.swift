import Series

/// What is held of one symbol, as the lots that it was bought or sold short in.
struct FillBook {
    private let method: RoundTripMethod
    private var lots = LotQueue()
    /// The round trip that is under way, for ``RoundTripMethod/flatToFlat``.
    private var whole: WholeTrip?
    private var lastPrice = 0.0

    init(method: RoundTripMethod) { self.method = method }

    /// Books an order: what it closes becomes round trips, the rest a lot.
    mutating func take(_ order: FilledOrder, into trips: inout [RoundTrip]) {
        var rest = order.quantity
        let rounding = order.quantity.magnitude * 1e-9
        lastPrice = order.price
        while let lot = lots.next(method), (lot.quantity > 0) != (rest > 0), rest.magnitude > rounding {
            let units = min(lot.quantity.magnitude, rest.magnitude)
            close(units, of: lot, with: order, into: &trips)
            rest += lot.quantity > 0 ? units : -units
            // What is left of either below rounding is nothing.
            if lot.quantity.magnitude - units <= max(rounding, lot.original.magnitude * 1e-9) {
                lots.removeNext(method)
            } else {
                lots.reduceNext(method, by: units)
            }
            finishWhole(with: order, into: &trips)
        }
        guard rest.magnitude > rounding else { return }
        let lot = Lot(order, quantity: rest)
        lots.append(lot)
        if method == .flatToFlat { whole = whole ?? WholeTrip(lot); whole?.enter(lot) }
    }

    private mutating func close(
        _ units: Double, of lot: Lot, with order: FilledOrder, into trips: inout [RoundTrip]
    ) {
        let exitFee = order.fee * (units / order.quantity.magnitude)
        if method == .flatToFlat {
            whole?.leave(units, at: order.price, fee: exitFee)
        } else {
            trips.append(lot.closed(units, by: order, exitFee: exitFee))
        }
    }

    private mutating func finishWhole(with order: FilledOrder, into trips: inout [RoundTrip]) {
        guard lots.isEmpty, let trip = whole else { return }
        trips.append(trip.closed(by: order))
        whole = nil
    }

    /// What is held, as open round trips at a price.
    func open(mark: Double?) -> [RoundTrip] {
        let price = mark ?? lastPrice
        if let whole { return [whole.open(at: price)] }
        return lots.all.map { $0.open(at: price) }
    }
}

/// Lots in the order in which they were opened; taken from either end in constant time.
private struct LotQueue {
    private var lots = [Lot]()
    private var head = 0
    var isEmpty: Bool { head == lots.count }
    var all: ArraySlice<Lot> { lots[head...] }

    /// The lot that is closed next.
    func next(_ method: RoundTripMethod) -> Lot? { isEmpty ? nil : lots[place(method)] }

    mutating func append(_ lot: Lot) { lots.append(lot) }

    mutating func reduceNext(_ method: RoundTripMethod, by units: Double) {
        let place = place(method)
        lots[place].quantity -= lots[place].quantity > 0 ? units : -units
    }

    mutating func removeNext(_ method: RoundTripMethod) {
        if method == .lifo { lots.removeLast() } else { head += 1 }
        if isEmpty {
            lots.removeAll(keepingCapacity: true)
            head = 0
        }
    }

    private func place(_ method: RoundTripMethod) -> Int { method == .lifo ? lots.count - 1 : head }
}
