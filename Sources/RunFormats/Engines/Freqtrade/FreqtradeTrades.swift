import RunModel
import Series

/// The trades of one strategy of freqtrade.
///
/// `profit_abs` is net of fees and funding, in the stake currency; `profit_ratio` is a fraction of the margin. Fees are rates
/// of what was bought and sold. `amount` is in units of the base currency, leverage and all.
struct FreqtradeTrades {
    let result: FreqtradeResult

    /// The round trips in the order of the file; throws where one lacks what makes it a trade, after logging the first.
    func read() throws(RunError) -> RawTrades {
        let values = try result.trades()
        if values.isEmpty { result.log.add(Words.noTrades(result.file)) }
        var rows = [RawTrades.Row]()
        var faults = 0
        for (index, value) in values.enumerated() {
            switch row(value, number: index + 1) {
            case .success(let row): rows.append(row)
            case .failure(let missing):
                faults += 1
                guard faults <= NumberColumn.maximumBadCells else { continue }
                result.log.add(.missingTradeMember(result.file, result.name, index + 1, missing.member))
            }
        }
        let more = faults - NumberColumn.maximumBadCells
        if more > 0 { result.log.add(Words.moreBadCells(result.file, "trades", more)) }
        try result.log.checkpoint()
        return RawTrades(file: result.file, rows: rows)
    }

    /// A member that a trade needs and has not.
    private struct Missing: Error {
        let member: String
    }

    private func row(_ value: JSONValue, number: Int) -> Result<RawTrades.Row, Missing> {
        Result { () throws(Missing) in
            let entry = try moment(value, "open")
            let isOpen = value["is_open"] == .bool(true)
            let exit = isOpen ? nil : try moment(value, "close")
            let (amount, entryPrice) = (try needed(value, "amount"), try needed(value, "open_rate"))
            let exitPrice = isOpen ? value["close_rate"]?.finiteNumber ?? entryPrice : try needed(value, "close_rate")
            let isShort = value["is_short"] == .bool(true)
            var trade = Trade(
                id: String(number), symbol: text(value, ["pair"]) ?? "", side: isShort ? .short : .long,
                quantity: amount.magnitude, entry: Timestamp(milliseconds: entry.wall), entryPrice: entryPrice,
                exit: Timestamp(milliseconds: exit?.wall ?? 0), exitPrice: exitPrice,
                profit: try needed(value, "profit_abs"), fees: fees(value, amount, entryPrice, exitPrice),
                returnFraction: value["profit_ratio"]?.finiteNumber, tag: text(value, ["enter_tag", "buy_tag"]),
                exitReason: text(value, ["exit_reason", "sell_reason"]), isOpen: isOpen)
            addExcursions(value, to: &trade)
            return RawTrades.Row(trade: trade, entry: entry, exit: exit, line: 0)
        }
    }

    /// Rates of the value bought and the value sold.
    private func fees(_ value: JSONValue, _ amount: Double, _ entryPrice: Double, _ exitPrice: Double) -> Double {
        let (open, close) = (value["fee_open"]?.finiteNumber ?? 0, value["fee_close"]?.finiteNumber ?? 0)
        return amount.magnitude * (entryPrice * open + exitPrice * close)
    }

    /// From the lowest and highest price of the candles while the trade was open.
    private func addExcursions(_ value: JSONValue, to trade: inout Trade) {
        guard let low = value["min_rate"]?.finiteNumber, let high = value["max_rate"]?.finiteNumber else { return }
        let moves = [low, high].map { trade.sign * ($0 - trade.entryPrice) * trade.quantity }
        trade.mae = min(0, moves[0], moves[1])
        trade.mfe = max(0, moves[0], moves[1])
    }

    private func moment(_ value: JSONValue, _ side: String) throws(Missing) -> WrittenStamp {
        let (number, text) = (value[side + "_timestamp"], value[side + "_date"])
        guard let stamp = FreqtradeTime.stamp(milliseconds: number, text: text) else {
            throw Missing(member: side + "_timestamp")
        }
        return stamp
    }

    private func needed(_ value: JSONValue, _ member: String) throws(Missing) -> Double {
        guard let number = value[member]?.finiteNumber else { throw Missing(member: member) }
        return number
    }

    /// The first of some members that is a text with something in it.
    private func text(_ value: JSONValue, _ members: [String]) -> String? {
        for member in members {
            guard case .string(let text)? = value[member], let shown = text.trimmed, !shown.isEmpty else { continue }
            return shown
        }
        return nil
    }
}

extension String {
    /// Without blanks around it.
    fileprivate var trimmed: String? {
        guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace })
        else { return nil }
        return String(self[first...last])
    }
}
