import RunModel
import Series

/// Round trips of MetaTrader 4: the rows that share an order. Profits are net of swap and commission, which have no column.
struct MetaTrader4Trades {
    let report: MetaTrader4Report
    let file: String
    let log: ReadingLog
    let digits: WrittenDigits?

    /// An order that was filled.
    private struct Filled {
        var isLong: Bool
        var wall: Int64
        var price: Double
        var size: Double
    }

    /// What is left of an order that was closed in part: the next row opens it under a new number.
    private struct Rest {
        var filled: Filled
        var at: Int64
    }

    func read(_ events: [MetaTrader4Report.Event]) -> RawTrades {
        var filled = [String: Filled]()
        var rest: Rest?
        var rows = [RawTrades.Row]()
        var strays = [Int]()
        for event in events {
            if event.opens {
                filled[event.order] = self.filled(event, rest, rows.last)
                rest = nil
            } else if let result = event.result {
                guard let open = filled[event.order] else {
                    strays.append(event.line)
                    continue
                }
                rows.append(row(event, open, result))
                let left = open.size - event.size
                rest = left > 1e-9 ? Rest(filled: open, at: event.wall) : nil
                rest?.filled.size = left
                filled[event.order] = nil
            }
        }
        if let line = strays.first { log.add(.openedElsewhere(file, line, strays.count)) }
        if rows.isEmpty { log.add(.noTrades(file)) }
        let hasFees = size(&rows)
        return RawTrades(
            file: file, rows: rows, hasFees: hasFees, hasIdentifiers: false, digits: RawTrades.Digits(profit: digits))
    }

    /// The rest of an order keeps its time of entry; what a swap opens anew is on the side of what it closed.
    private func filled(
        _ event: MetaTrader4Report.Event, _ rest: Rest?, _ last: RawTrades.Row?
    ) -> Filled {
        var filled = Filled(isLong: event.type == "buy", wall: event.wall, price: event.price, size: event.size)
        if event.type == "swap open" { filled.isLong = last?.trade.side != .short }
        if let rest, rest.at == event.wall, rest.filled.price == event.price, rest.filled.isLong == filled.isLong,
            (rest.filled.size - event.size).magnitude < 1e-9
        {
            filled.wall = rest.filled.wall
        }
        return filled
    }

    private func row(
        _ event: MetaTrader4Report.Event, _ open: Filled, _ result: (profit: Double, balance: Double)
    ) -> RawTrades.Row {
        let isOpen = MetaTraderReason.isEnd(event.type)
        let trade = Trade(
            id: event.order, symbol: report.symbol, side: open.isLong ? .long : .short, quantity: event.size,
            entry: Timestamp(milliseconds: open.wall), entryPrice: open.price,
            exit: Timestamp(milliseconds: event.wall), exitPrice: event.price, profit: result.profit, fees: 0,
            exitReason: event.type, isOpen: isOpen)
        return RawTrades.Row(
            trade: trade, entry: WrittenTimestamp(wall: open.wall, offset: nil),
            exit: isOpen ? nil : WrittenTimestamp(wall: event.wall, offset: nil), line: event.line)
    }

    /// Lots become units. Where many profits follow from prices, what the others differ by is swap; answers whether it is known.
    private func size(_ rows: inout [RawTrades.Row]) -> Bool {
        let half = (digits?.spacing(near: 1) ?? 0.01) / 2
        let sizes = ContractSize(
            rows.map { row in
                ContractSize.Closing(
                    move: row.trade.priceMove, exitPrice: row.trade.exitPrice, profit: row.trade.profit,
                    tolerance: half * 2.02 + 1e-9 * row.trade.profit.magnitude)
            }, share: 0.25)
        for index in rows.indices { rows[index].trade.multiplier = sizes.sizes[index] }
        if !rows.isEmpty { log.note(sizes.rule.note(report.symbol)) }
        guard sizes.rule != .each, sizes.rule != .unknown else { return false }
        for index in rows.indices {
            let fees = rows[index].trade.priceMove - rows[index].trade.profit
            rows[index].trade.fees = fees.magnitude <= half ? 0 : fees
        }
        log.note("Fees of trades are what profits differ from price moves by: swap, and commission where there is any.")
        return true
    }
}
