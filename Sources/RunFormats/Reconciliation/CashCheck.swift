import RunModel
import Series

/// Does cash change, from one row of positions to the next, by what the trades in between paid and received?
///
/// True of accounts that pay for what they buy. Where cash moves otherwise as a rule (margin, interest, dividends), nothing
/// is said.
struct CashCheck {
    let evidence: RunEvidence

    /// What the trades of one step of cash add up to. Fees are known for whole round trips, so a step may hold any part.
    private struct Flow {
        var amount = StableSum()
        var fees = 0.0
        var rounding = RoundingSum()
        var size = 0.0
        var count = 0
    }

    /// A change of cash beside what trades explain.
    private struct Step {
        var row: Int
        var change: Double
        var flow: Double
        /// What is left of the change once trades and any part of their fees are taken off; 0 where nothing is.
        var rest: Double
        var tolerance: Double
        var hasTrades: Bool
    }

    func result() -> CheckResult {
        guard let rows = evidence.trades, !rows.isEmpty else {
            return .notChecked(.cashMatchesTrades, evidence.noTrades)
        }
        guard let positions = evidence.positions, let cash = positions.cash, positions.timestamps.count > 2 else {
            return .notChecked(.cashMatchesTrades, "the run has no record of cash")
        }
        let steps = steps(cash, flows(rows, positions.timestamps.map(evidence.key)))
        let differing = steps.filter { $0.rest != 0 }
        guard isExplained(steps, differing.count) else {
            return .notChecked(.cashMatchesTrades, "cash moves otherwise than by trades: margin, interest or dividends")
        }
        guard let first = differing.first else {
            return CheckResult(
                check: Reconciliation.Check(
                    .cashMatchesTrades, .agrees, "cash changes by what trades paid and received",
                    compared: steps.count, differing: 0, tolerance: steps.map(\.tolerance).max()))
        }
        return result(positions, steps.count, differing, first)
    }

    private func result(_ positions: PositionHistory, _ count: Int, _ differing: [Step], _ first: Step) -> CheckResult {
        let timestamp = positions.timestamps[first.row]
        let held = first.hasTrades ? nil : changedSymbol(positions, first.row)
        return CheckResult(
            check: Reconciliation.Check(
                .cashMatchesTrades, .differs,
                "cash changes otherwise than trades paid and received in \(differing.count) of "
                    + Phrase.count(count, "step"),
                compared: count, differing: differing.count, observed: first.change, expected: first.flow,
                tolerance: first.tolerance, first: timestamp, symbol: held),
            findings: [
                Finding.cashAndTrades(
                    evidence.raw.positions?.file, evidence.raw.positions.map { Int($0.lines[first.row]) },
                    differing.count, rest: first.rest, at: timestamp, symbol: held,
                    others: differing.dropFirst().prefix(2).map {
                        (positions.timestamps[$0.row], $0.rest)
                    })
            ])
    }

    /// Cash follows trades at least where most of them happened, and differs in few places.
    private func isExplained(_ steps: [Step], _ differing: Int) -> Bool {
        let trading = steps.filter(\.hasTrades)
        let agreeing = trading.count { $0.rest == 0 }
        return agreeing >= 2 && agreeing * 2 >= trading.count && differing <= max(4, steps.count / 5)
    }

    /// The symbol whose position appears or goes in a row, where it is one alone.
    private func changedSymbol(_ positions: PositionHistory, _ row: Int) -> String? {
        let changed = positions.symbols.indices.filter {
            (positions.values[$0][row] == 0) != (positions.values[$0][row - 1] == 0)
        }
        return changed.count == 1 ? positions.symbols[changed[0]] : nil
    }

    // MARK: Flows

    /// One flow for each row: of the trades after the row before, up to the row itself.
    private func flows(_ rows: [RawTrades.Row], _ keys: [Int64]) -> [Flow] {
        var flows = [Flow](repeating: Flow(), count: keys.count)
        for row in rows {
            let trade = row.trade
            let entry = Self.place(of: evidence.key(trade.entry), in: keys)
            let exit = trade.isOpen ? nil : Self.place(of: evidence.key(trade.exit), in: keys)
            if let entry { pay(-trade.sign * trade.entryPrice, trade, fees: trade.fees, to: &flows[entry]) }
            guard let exit else { continue }
            pay(trade.sign * trade.exitPrice, trade, fees: exit == entry ? 0 : trade.fees, to: &flows[exit])
        }
        return flows
    }

    private func pay(_ price: Double, _ trade: Trade, fees: Double, to flow: inout Flow) {
        let amount = price * trade.quantity * trade.multiplier
        flow.amount.add(amount)
        flow.fees += fees
        flow.rounding.add(evidence.roundingOfPrices(trade))
        flow.size += amount.magnitude
        flow.count += 1
    }

    /// The first row at or after a moment; nil behind the last.
    private static func place(of key: Int64, in keys: [Int64]) -> Int? {
        let place = keys.partitioningIndex { $0 >= key }
        return place < keys.count ? place : nil
    }

    private func steps(_ cash: [Double], _ flows: [Flow]) -> [Step] {
        let digits = evidence.raw.positions?.cashDigits
        return cash.indices.dropFirst().map { row in
            let flow = flows[row]
            let change = cash[row] - cash[row - 1]
            let tolerance =
                flow.rounding.bound + RunEvidence.half(digits, cash[row]) + RunEvidence.half(digits, cash[row - 1])
                + 1e-10 * (cash[row].magnitude + cash[row - 1].magnitude + flow.size)
            let over = change - flow.amount.value
            // Fees lower cash; rebates, which are fees below zero, raise it.
            let (low, high) = (min(-flow.fees, 0) - tolerance, max(-flow.fees, 0) + tolerance)
            let rest = over > high ? over - max(-flow.fees, 0) : over < low ? over - min(-flow.fees, 0) : 0
            return Step(
                row: row, change: change, flow: flow.amount.value, rest: rest, tolerance: tolerance,
                hasTrades: flow.count > 0)
        }
    }
}
