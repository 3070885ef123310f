import RunModel
import Series

/// Puts a run's fills on its clock, and makes the round trips of them that the engine does not list.
struct FillAssembly {
    private let raw: RawRun
    private let fills: RawFills
    private let clock: WallClock
    private let method: RoundTripMethod
    private let log: ReadingLog
    /// The fills in the order of time; those of one moment in that of the file.
    let rows: [RawFills.Row]

    /// Nil where the run records no fills.
    init?(_ raw: RawRun, clock: WallClock, options: RunOptions, log: ReadingLog) {
        guard let fills = raw.fills else { return nil }
        (self.raw, self.fills, self.clock, self.log) = (raw, fills, clock, log)
        method = options.roundTrips ?? .fifo
        rows = Self.sorted(fills.rows, clock)
    }

    private static func sorted(_ rows: [RawFills.Row], _ clock: WallClock) -> [RawFills.Row] {
        let placed = rows.map { row in
            var row = row
            row.fill.time = clock.timestamp(row.time)
            row.fill.decided = row.decided.map(clock.timestamp)
            return row
        }
        let isSorted = placed.indices.dropFirst().allSatisfy { placed[$0 - 1].fill.time <= placed[$0].fill.time }
        // Swift's sort is stable.
        return isSorted ? placed : placed.sorted { $0.fill.time < $1.fill.time }
    }

    /// The engine's round trips, with those of the fills where it lists none or no open ones.
    func trades() -> RawTrades? {
        guard var trades = raw.trades else { return made() }
        guard trades.lacksOpen else { return trades }
        let open = matched().filter { $0.trade.isOpen }
        for (place, var row) in open.enumerated() {
            row.trade.id = String(trades.rows.count + place + 1)
            trades.rows.append(row)
        }
        if !open.isEmpty {
            log.note("Open positions of \(fills.file) that stand among the trades: \(open.count).")
        }
        return trades
    }

    private func made() -> RawTrades {
        let rows = matched()
        log.note(
            "\(Phrase.count(self.rows.count, "fill")) of \(fills.file) were matched to "
                + "\(Phrase.count(rows.count, "round trip")), \(method.words).")
        var digits = fills.digits
        digits.exitPrice = digits.entryPrice
        var trades = RawTrades(
            file: fills.file, rows: rows, hasProfits: false, hasFees: fills.hasFees, digits: digits)
        let prices = marks
        trades.pricesOpen = rows.allSatisfy { !$0.trade.isOpen || prices[$0.trade.symbol] != nil }
        return trades
    }

    private func matched() -> [RawTrades.Row] {
        RoundTrip.match(rows.map(\.fill), method: method, marks: marks).map { trip in
            let exit = trip.exitFill.map { rows[$0] }
            let entry = rows[trip.entryFill]
            return RawTrades.Row(
                trade: trip.trade, entry: entry.time, exit: exit?.time, line: (exit ?? entry).line)
        }
    }

    /// The last price of each symbol that is held at the end, from the value of its position.
    private var marks: [String: Double] {
        guard let positions = raw.positions, let last = positions.lines.indices.last else { return [:] }
        let held = RoundTripBalance(rows.map(\.fill))
        var marks = [String: Double]()
        for (column, symbol) in positions.symbols.enumerated() {
            let price = positions.values[column][last] / (held.points[symbol] ?? 0)
            if price.isFinite, price > 0 { marks[symbol] = price }
        }
        return marks
    }
}

/// What fills leave of each symbol.
private struct RoundTripBalance {
    /// Signed units times multiplier.
    private(set) var points = [String: Double]()

    init(_ fills: [Fill]) {
        for fill in fills { points[fill.symbol, default: 0] += fill.quantity * fill.multiplier }
    }
}
