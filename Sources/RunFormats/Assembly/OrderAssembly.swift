import RunModel
import Series

/// Puts a run's orders on its clock and beside their fills: each tells the other what it does not say itself.
struct OrderAssembly {
    private let raw: RawOrders
    private let log: ReadingLog
    /// The orders in the order of sending; those of one moment in that of the file.
    private(set) var rows: [RawOrders.Row]

    /// Nil where the run records no orders.
    init?(_ run: RawRun, clock: WallClock, log: ReadingLog) {
        guard let orders = run.orders else { return nil }
        (raw, self.log) = (orders, log)
        rows = orders.rows.map { row in
            var row = row
            row.order.submitted = clock.timestamp(row.submitted)
            row.order.ended = row.ended.map(clock.timestamp)
            return row
        }
        rows.sort { $0.order.submitted < $1.order.submitted }
        add(fills: run.fills, clock)
        check()
    }

    /// The orders that were sent at some moments.
    func value(_ isInRange: (Timestamp) -> Bool) -> [Order] { rows.map(\.order).filter { isInRange($0.submitted) } }

    // MARK: What fills say of orders

    private struct Filled {
        var units = 0.0
        var value = 0.0
        var last: WrittenTimestamp?
    }

    /// Units, average price and last moment of the fills that name an order, where the order does not say.
    private mutating func add(fills: RawFills?, _ clock: WallClock) {
        guard let fills else { return }
        var filled = [String: Filled]()
        for row in fills.rows {
            guard let id = row.fill.order else { continue }
            filled[id, default: Filled()].units += row.fill.quantity.magnitude
            filled[id, default: Filled()].value += row.fill.quantity.magnitude * row.fill.price
            filled[id, default: Filled()].last = row.time
        }
        for place in rows.indices {
            guard let id = rows[place].order.id, let known = filled[id], known.units > 0 else { continue }
            rows[place].order.filled = rows[place].order.filled ?? known.units
            rows[place].order.price = rows[place].order.price ?? known.value / known.units
            guard rows[place].ended == nil, let last = known.last else { continue }
            (rows[place].ended, rows[place].order.ended) = (last, clock.timestamp(last))
        }
        tellUnknown(fills)
    }

    private func tellUnknown(_ fills: RawFills) {
        let known = Set(rows.compactMap(\.order.id))
        let unknown = fills.rows.filter { $0.fill.order.map { !known.contains($0) } ?? false }
        guard !known.isEmpty, let first = unknown.first else { return }
        log.add(.fillsOfUnknownOrders(fills.file, raw.file, first.line, unknown.count))
    }

    /// What the status alone says of the units: all, none, or nobody knows.
    private mutating func settle(_ place: Int) {
        switch rows[place].order.status {
        case .filled: rows[place].order.filled = rows[place].order.quantity.magnitude
        case .partlyFilled: return
        case .cancelled, .expired, .rejected, .open: rows[place].order.filled = 0
        }
    }

    private mutating func check() {
        for place in rows.indices where rows[place].order.filled == nil { settle(place) }
        let over = rows.indices.filter { place in
            let order = rows[place].order
            return (order.filled ?? 0) > order.quantity.magnitude * (1 + 1e-9)
        }
        if let first = over.first { log.add(.orderOverfilled(raw.file, rows[first].line, over.count)) }
        let early = rows.indices.filter { place in
            rows[place].order.ended.map { $0 < rows[place].order.submitted } ?? false
        }
        if let first = early.first {
            log.add(.orderEndsEarly(raw.file, rows[first].line, rows[first].order, early.count))
        }
        for place in early { (rows[place].ended, rows[place].order.ended) = (nil, nil) }
    }

    // MARK: What orders say of fills

    /// The fills with price and moment of the decision of their orders, where they do not say; those that the orders tell where
    /// the run records none.
    func fills(_ fills: RawFills?) -> RawFills? {
        guard var fills else { return made() }
        var places = [String: Int]()
        for (place, row) in rows.enumerated() { if let id = row.order.id { places[id] = place } }
        for place in fills.rows.indices {
            guard let order = fills.rows[place].fill.order.flatMap({ places[$0] }) else { continue }
            let known = fills.rows[place].fill.decisionPrice
            fills.rows[place].fill.decisionPrice = known ?? rows[order].order.decisionPrice
            fills.rows[place].decided = fills.rows[place].decided ?? rows[order].submitted
        }
        return fills
    }

    /// A fill for each order that says when, how much and at which price.
    private func made() -> RawFills? {
        let fills = rows.compactMap { row -> RawFills.Row? in
            guard let units = row.order.filled, units > 0, let price = row.order.price, let ended = row.ended else {
                return nil
            }
            var fill = Fill(
                time: Timestamp(milliseconds: ended.wall), symbol: row.order.symbol,
                quantity: row.order.quantity > 0 ? units : -units, price: price, multiplier: row.order.multiplier,
                order: row.order.id, tag: row.order.tag)
            fill.decisionPrice = row.order.decisionPrice
            return RawFills.Row(fill: fill, time: ended, decided: row.submitted, line: row.line)
        }
        guard !fills.isEmpty else { return nil }
        log.note("\(Phrase.count(fills.count, "fill")) were made of the orders in \(raw.file), without fees.")
        return RawFills(file: raw.file, rows: fills, hasFees: false)
    }
}
