import Containers
import RunModel
import Series

/// The trades of one strategy of freqtrade.
///
/// `profit_abs` is net of fees and funding, in the stake currency, since 2025 to 8 decimals; `profit_ratio` is a fraction of
/// the margin. Fees are rates of what was bought and sold; funding that was paid counts as a fee, funding that was received
/// as one less. `amount` is in units of the base currency, leverage and all. Where the orders are there, prices are their
/// averages, because those of a position that was built up are rounded.
struct FreqtradeTrades {
    let result: FreqtradeResult

    /// The round trips in the order of the file; throws where one lacks what makes it a trade, after logging the first.
    func read() throws(RunError) -> RawTrades {
        let values = try result.trades()
        if values.isEmpty { result.log.add(.noTrades(result.file)) }
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
        if more > 0 { result.log.add(.moreBadCells(result.file, "trades", more)) }
        try result.log.checkpoint()
        return RawTrades(file: result.file, rows: rows, digits: RawTrades.Digits(profit: Self.digits(rows)))
    }

    /// Eight decimals, where no profit has more; nil where they are whole doubles.
    private static func digits(_ rows: [RawTrades.Row]) -> WrittenDigits? {
        let areRounded = rows.allSatisfy { ($0.trade.profit * 1e8).rounded() / 1e8 == $0.trade.profit }
        return areRounded && !rows.isEmpty ? WrittenDigits(decimals: 8, significant: 16) : nil
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
            let prices = try prices(value, isOpen: isOpen)
            let isShort = value["is_short"] == .bool(true)
            var trade = Trade(
                id: String(number), symbol: text(value, ["pair"]) ?? "", side: isShort ? .short : .long,
                quantity: prices.amount, entry: Timestamp(milliseconds: entry.wall), entryPrice: prices.entry,
                exit: Timestamp(milliseconds: exit?.wall ?? 0), exitPrice: prices.exit,
                profit: try needed(value, "profit_abs"), fees: fees(value, prices),
                returnFraction: value["profit_ratio"]?.finiteNumber, tag: text(value, ["enter_tag", "buy_tag"]),
                exitReason: text(value, ["exit_reason", "sell_reason"]), isOpen: isOpen)
            addExcursions(value, to: &trade)
            // A size of 0 is no trade, and one beyond all numbers has no fees.
            guard prices.amount != 0,
                [trade.fees, trade.priceMove, trade.mae ?? 0, trade.mfe ?? 0].allSatisfy(\.isFinite)
            else { throw Missing(member: "amount") }
            return RawTrades.Row(trade: trade, entry: entry, exit: exit, line: 0)
        }
    }

    /// Units, and the average prices of entry and exit.
    private struct Prices {
        let amount, entry, exit: Double
    }

    private func prices(_ value: JSONValue, isOpen: Bool) throws(Missing) -> Prices {
        if !isOpen, let fills = FreqtradeFills(value) {
            return Prices(amount: fills.amount, entry: fills.entryPrice, exit: fills.exitPrice)
        }
        let (amount, entry) = (try needed(value, "amount"), try needed(value, "open_rate"))
        let exit = isOpen ? value["close_rate"]?.finiteNumber ?? entry : try needed(value, "close_rate")
        return Prices(amount: amount.magnitude, entry: entry, exit: exit)
    }

    /// Rates of the value bought and the value sold, less the funding received.
    private func fees(_ value: JSONValue, _ prices: Prices) -> Double {
        let (open, close) = (value["fee_open"]?.finiteNumber ?? 0, value["fee_close"]?.finiteNumber ?? 0)
        return prices.amount * (prices.entry * open + prices.exit * close)
            - (value["funding_fees"]?.finiteNumber ?? 0)
    }

    /// From the lowest and highest price of the candles while the trade was open.
    private func addExcursions(_ value: JSONValue, to trade: inout Trade) {
        guard let low = value["min_rate"]?.finiteNumber, let high = value["max_rate"]?.finiteNumber else { return }
        let moves = [low, high].map { trade.sign * ($0 - trade.entryPrice) * trade.quantity }
        trade.mae = min(0, moves[0], moves[1])
        trade.mfe = max(0, moves[0], moves[1])
    }

    private func moment(_ value: JSONValue, _ side: String) throws(Missing) -> WrittenTimestamp {
        let (number, text) = (value[side + "_timestamp"], value[side + "_date"])
        guard let timestamp = FreqtradeTime.timestamp(milliseconds: number, text: text) else {
            throw Missing(member: side + "_timestamp")
        }
        return timestamp
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
