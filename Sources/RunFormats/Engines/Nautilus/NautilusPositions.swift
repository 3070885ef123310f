import RunModel
import Series

/// The positions report of nautilus_trader as round trips.
///
/// In a netting account all round trips but the last of an instrument are snapshots of one position, so snapshots count.
/// `realized_pnl` is net of `commissions`, both print their currency; `realized_return` is a return of the price, not of the
/// account, and is not used. `ts_opened` and `ts_closed` are moments, `ts_init` and `ts_last` beside them nanoseconds.
struct NautilusPositions {
    let file: TableFile
    /// The account's currency.
    let currency: String
    /// Of the last fills, for positions that are open.
    let lastPrices: [String: Double]

    private func column(_ name: String) -> Int? { file.header.firstIndex(of: name) }

    /// The currency that the profits are in, where there is no account to say it.
    static func currency(
        _ file: TableFile?, _ chosen: String?, _ log: ReadingLog, isNeeded: Bool
    ) throws(RunError) -> String {
        guard isNeeded, let file, let column = file.header.firstIndex(of: "realized_pnl") else { return chosen ?? "" }
        var found = [String]()
        for row in stride(from: 1, through: file.count, by: 1) {
            guard let money = Money(file.table.trimmedText(row, column)), !found.contains(money.currency) else {
                continue
            }
            found.append(money.currency)
        }
        guard found.count > 1 else { return found.first ?? chosen ?? "" }
        guard let chosen, found.contains(chosen) else { throw log.fail(.severalCurrencies(file.name, found)) }
        return chosen
    }

    /// The round trips of the file, in its order.
    func read() throws(RunError) -> RawTrades {
        try file.require("peak_qty", "avg_px_open", "ts_opened", "ts_closed", "realized_pnl")
        let table = TradeTable(file: file, exit: column("ts_closed"))
        let cells = Cells(
            quantity: table.neededNumbers(column("peak_qty")), held: table.numbers(column("quantity")),
            entryPrice: table.neededNumbers(column("avg_px_open")), exitPrice: table.numbers(column("avg_px_close")),
            entry: table.timestamps(column("ts_opened")),
            exit: table.timestamps(column("ts_closed")) { _ in false })
        try file.log.checkpoint()
        var (rows, foreign) = ([RawTrades.Row](), [String]())
        for row in stride(from: 1, through: file.count, by: 1) {
            guard let trade = trade(row, cells, table, &foreign) else { continue }
            rows.append(trade)
        }
        rows = RawTrades.inRange(rows, of: file, column: "peak_qty")
        try file.log.checkpoint()
        if let first = foreign.first { file.log.add(.foreignProfits(file.name, foreign.count, first, currency)) }
        SharedMultiplier.apply(to: &rows)
        let hasFees = column("commissions") != nil || deriveFees(of: &rows)
        return RawTrades(file: file.name, rows: rows, hasFees: hasFees, digits: digits)
    }

    /// Fees as what prices give less the profit, for Parquet, where the prints of commissions are a nested column; whether all
    /// of them can be fees.
    private func deriveFees(of rows: inout [RawTrades.Row]) -> Bool {
        let fees = rows.map { $0.trade.isOpen ? 0 : $0.trade.priceMove - $0.trade.profit }
        let areFees = zip(rows, fees).allSatisfy { row, fee in
            let moved = row.trade.quantity * row.trade.entryPrice * row.trade.multiplier
            return fee >= -0.01 && fee <= moved * 0.02
        }
        guard areFees else { return false }
        for index in rows.indices { rows[index].trade.fees = max(0, fees[index]) }
        file.log.note("Fees of \(file.name) were derived: what prices give, less the profit.")
        return true
    }

    /// Profits and fees are printed with the decimals of their currency.
    private var digits: RawTrades.Digits {
        RawTrades.Digits(
            fees: file.digits(column("commissions")), profit: file.digits(column("realized_pnl")))
    }

    private struct Cells {
        let quantity, held, entryPrice, exitPrice: [Double]
        let entry, exit: [WrittenTimestamp?]
    }

    /// Nil where a cell that a trade needs is bad, which has been told, or the profit is in a currency of no use.
    private func trade(
        _ row: Int, _ cells: Cells, _ table: TradeTable, _ foreign: inout [String]
    ) -> RawTrades.Row? {
        let index = row - 1
        let instrument = NautilusInstrument(id: table.text(row, column("instrument_id")) ?? "")
        guard let entry = cells.entry[index], cells.quantity[index] > 0, !cells.entryPrice[index].isNaN,
            let profit = profit(row)
        else { return nil }
        let closedPrice = cells.exitPrice.isEmpty || cells.exitPrice[index].isNaN ? nil : cells.exitPrice[index]
        let price = closedPrice ?? cells.entryPrice[index]
        guard let rate = instrument.rate(from: profit.currency, to: currency, price: price) else {
            foreign.append(profit.currency)
            return nil
        }
        let fees = fees(row, table).reduce(0.0) { sum, fee in
            sum + fee.amount * (instrument.rate(from: fee.currency, to: currency, price: price) ?? 0)
        }
        var trade = Trade(
            id: table.text(row, column("position_id")) ?? String(row), symbol: instrument.id,
            side: table.text(row, column("entry"))?.uppercased() == "SELL" ? .short : .long,
            quantity: cells.quantity[index], entry: Timestamp(milliseconds: entry.wall),
            entryPrice: cells.entryPrice[index], exit: Timestamp(milliseconds: cells.exit[index]?.wall ?? 0),
            exitPrice: price, profit: profit.amount * rate, fees: fees, multiplier: rate)
        guard let exit = cells.exit[index] else {
            markOpen(&trade, instrument, held: cells.held.isEmpty ? .nan : cells.held[index], rate)
            return RawTrades.Row(trade: trade, entry: entry, exit: nil, line: file.line(ofRow: row))
        }
        return RawTrades.Row(trade: trade, entry: entry, exit: exit, line: file.line(ofRow: row))
    }

    /// An open position at the price of the last fill: what was realised so far, and the move of what is held.
    private func markOpen(_ trade: inout Trade, _ instrument: NautilusInstrument, held: Double, _ rate: Double) {
        trade.isOpen = true
        trade.exitPrice = lastPrices[instrument.id] ?? trade.entryPrice
        if held.isFinite, held != 0 { trade.quantity = held.magnitude }
        trade.profit += trade.priceMove
    }

    private func profit(_ row: Int) -> Money? {
        guard let column = column("realized_pnl") else { return nil }
        let text = file.table.trimmedText(row, column)
        if let money = Money(text) { return money }
        file.log.add(.notANumber(file.name, file.line(ofRow: row), "realized_pnl", text))
        return nil
    }

    private func fees(_ row: Int, _ table: TradeTable) -> [Money] {
        table.text(row, column("commissions")).flatMap(Money.list) ?? []
    }
}
