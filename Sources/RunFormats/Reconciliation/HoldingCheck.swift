import RunModel
import Series

/// Are the symbols held that the trades hold, on the same side, and in the same number where positions count units?
///
/// Rows beside an entry or exit count only where they agree: engines record positions before or after trading.
struct HoldingCheck {
    let evidence: RunEvidence

    /// What was compared so far.
    private struct Tally {
        var compared = 0
        var differing = 0
        var first: Contradiction?
    }

    /// A symbol at a moment whose position is not that of the trades.
    struct Contradiction {
        var row: Int
        var symbol: String
        /// What the trades hold, in units.
        var traded: Double
        /// What the positions say, in units where they count them, else in money.
        var held: Double
        var countsUnits: Bool
    }

    func result() -> CheckResult {
        guard let rows = evidence.trades, !rows.isEmpty else {
            return .notChecked(.positionsMatchTrades, evidence.noTrades)
        }
        guard let positions = evidence.positions else {
            return .notChecked(.positionsMatchTrades, "the run has no positions")
        }
        let symbols = symbols(rows, positions)
        guard let symbols else {
            return .notChecked(.positionsMatchTrades, "trades and positions have no symbol in common")
        }
        let events = events(rows, positions)
        let keys = positions.timestamps.map(evidence.key)
        var tally = Tally()
        for symbol in symbols { compare(symbol, events[symbol] ?? [], keys, positions, &tally) }
        guard let first = tally.first else {
            return CheckResult(
                check: Reconciliation.Check(
                    .positionsMatchTrades, .agrees, "positions are those of the trades on all rows",
                    compared: tally.compared, differing: 0))
        }
        let timestamp = positions.timestamps[first.row]
        return CheckResult(
            check: Reconciliation.Check(
                .positionsMatchTrades, .differs,
                "positions are not those of the trades \(tally.differing) of \(tally.compared) times",
                compared: tally.compared, differing: tally.differing, observed: first.countsUnits ? first.held : nil,
                expected: first.traded, first: timestamp, symbol: first.symbol),
            findings: [
                Finding.positionsAndTrades(
                    evidence.raw.positions?.file, evidence.raw.positions.map { Int($0.lines[first.row]) }, first,
                    tally.differing, at: timestamp)
            ])
    }

    /// The symbols of both; a run that trades one thing without naming it has one column. Nil where they do not meet.
    private func symbols(_ rows: [RawTrades.Row], _ positions: PositionHistory) -> [String]? {
        var traded = Set<String>()
        for row in rows { traded.insert(row.trade.symbol) }
        if traded.contains("") { return traded.count == 1 && positions.symbols.count == 1 ? positions.symbols : nil }
        guard positions.symbols.contains(where: traded.contains) else { return nil }
        return positions.symbols
            + traded.subtracting(positions.symbols).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    private func compare(
        _ symbol: String, _ events: [Event], _ keys: [Int64], _ positions: PositionHistory, _ tally: inout Tally
    ) {
        let column = positions.symbols.firstIndex(of: symbol)
        var (next, traded, size) = (0, StableSum(), 0.0)
        for row in keys.indices {
            let before = next
            while next < events.count, events[next].key <= keys[row] {
                traded.add(events[next].quantity)
                size = max(size, traded.value.magnitude)
                next += 1
            }
            let following = row + 1 < keys.count ? keys[row + 1] : keys[row]
            let isBesideEvent = next > before || next < events.count && events[next].key <= following
            let units = traded.value.magnitude <= 1e-9 * size ? 0 : traded.value
            let contradiction = contradiction(row, symbol, column, units, positions)
            if contradiction != nil, isBesideEvent { continue }
            tally.compared += 1
            guard let contradiction else { continue }
            tally.differing += 1
            if tally.first.map({ row < $0.row }) ?? true { tally.first = contradiction }
        }
    }

    /// An entry or exit: signed units that come or go.
    private typealias Event = (key: Int64, quantity: Double)

    /// Entries and exits by symbol, in order; trades without a name are of the one column.
    private func events(_ rows: [RawTrades.Row], _ positions: PositionHistory) -> [String: [Event]] {
        var events = [String: [Event]]()
        for row in rows {
            let (trade, symbol) = (row.trade, row.trade.symbol.isEmpty ? positions.symbols[0] : row.trade.symbol)
            events[symbol, default: []].append((evidence.key(trade.entry), trade.signedQuantity))
            if !trade.isOpen { events[symbol, default: []].append((evidence.key(trade.exit), -trade.signedQuantity)) }
        }
        return events.mapValues { $0.sorted { $0.key < $1.key } }
    }

    private func contradiction(
        _ row: Int, _ symbol: String, _ column: Int?, _ traded: Double, _ positions: PositionHistory
    ) -> Contradiction? {
        let value = column.map { positions.values[$0][row] } ?? 0
        guard let quantities = positions.quantities else {
            let isSame = (value == 0) == (traded == 0) && (value == 0 || (value < 0) == (traded < 0))
            return isSame
                ? nil : Contradiction(row: row, symbol: symbol, traded: traded, held: value, countsUnits: false)
        }
        let held = column.map { quantities[$0][row] } ?? 0
        guard (held - traded).magnitude > 1e-6 * max(1, traded.magnitude) else { return nil }
        return Contradiction(row: row, symbol: symbol, traded: traded, held: held, countsUnits: true)
    }
}
