import RunModel
import Series

/// Round trips of the executions of an account: each that closes something, with what it closes first in first out, and the
/// profit that the broker realised with it.
///
/// Profits are net of both commissions, in the base currency at the rate of the execution.
struct FlexTrades {
    /// What is left of an execution that opened a position.
    private struct Lot {
        var quantity: Double
        var price: Double
        var wall: Int64
        /// Paid for what is left, in the currency of the instrument.
        var fees: Double
    }

    /// An execution.
    private struct Execution {
        var wall: Int64
        var symbol: String
        var quantity: Double
        var price: Double
        var fees: Double
        var profit: Double
        var row: FlexRecord
    }

    private let statement: FlexStatement
    private let first: Int
    private var lots = [String: [Lot]]()
    private var rows = [RawTrades.Row]()
    private var olderCount = 0

    private var log: ReadingLog { statement.log }
    private var file: String { statement.file }

    /// - Parameter first: The first day of the series, where positions of before are taken to begin.
    init(_ statement: FlexStatement, first: Int) { (self.statement, self.first) = (statement, first) }

    /// Trades and executions; nil where the query has no section of them.
    func read() throws(RunError) -> (trades: RawTrades, fills: RawFills)? {
        guard statement.account.sections.contains(.trades) else {
            log.add(.noTradesSection(file))
            return nil
        }
        var reader = self
        let executions = try executions().enumerated().sorted {
            ($0.element.wall, $0.offset) < ($1.element.wall, $1.offset)
        }
        for execution in executions { reader.take(execution.element) }
        let fills = executions.map { fill($0.element) }
        reader.addOpen()
        if reader.rows.isEmpty { log.add(.noTrades(file)) }
        if reader.olderCount > 0 {
            log.note(
                "\(Phrase.count(reader.olderCount, "position")) of \(file) that are older than the statement begin with it, at "
                    + "their price by the broker's cost.")
        }
        return (
            RawTrades(file: file, rows: reader.rows, hasIdentifiers: false, digits: RawTrades.Digits(profit: digits)),
            RawFills(file: file, rows: fills)
        )
    }

    /// How exactly the broker writes profits.
    private var digits: WrittenDigits? {
        StatementNumber.digits(statement.account[.trades].compactMap { $0["fifopnlrealized"] })
    }

    /// In the base currency at the rate of the execution.
    private func fill(_ execution: Execution) -> RawFills.Row {
        let rate = execution.row.rate
        let fill = Fill(
            time: Timestamp(milliseconds: execution.wall), symbol: execution.symbol, quantity: execution.quantity,
            price: execution.price, fee: execution.fees * rate, multiplier: multiplier(execution.row) * rate,
            order: execution.row["iborderid"])
        return RawFills.Row(
            fill: fill, time: WrittenTimestamp(wall: execution.wall, offset: nil), line: execution.row.line)
    }

    // MARK: Executions

    private func executions() throws(RunError) -> [Execution] {
        var (executions, conversions) = ([Execution](), 0)
        for row in statement.details(.trades, "EXECUTION") {
            if ["CLOSED_LOT", "SYMBOL_SUMMARY", "ASSET_SUMMARY", "ORDER", "WASH_SALE"].contains(
                row["levelofdetail"]?.uppercased() ?? "")
            {
                continue
            }
            if row["assetcategory"]?.uppercased() == "CASH" {
                conversions += 1
                continue
            }
            executions.append(try execution(row))
        }
        if conversions > 0 {
            log.note(
                "\(Phrase.count(conversions, "conversion")) of currencies of \(file) are no trades; they are in the account."
            )
        }
        return executions
    }

    private func execution(_ row: FlexRecord) throws(RunError) -> Execution {
        let written =
            row["datetime"] ?? row["tradedate"].map { date in row["tradetime"].map { date + ";" + $0 } ?? date }
        var quantity = row.number("quantity")
        if row["buysell"]?.uppercased().hasPrefix("SELL") == true { quantity = -quantity.magnitude }
        let numbers = [
            quantity, row.number("tradeprice"), row.number("ibcommission"), row.number("taxes"),
            row.number("fifopnlrealized"),
        ]
        guard let wall = written.flatMap(statement.dates.wall), numbers.allSatisfy(\.isFinite), quantity != 0,
            let symbol = row["symbol"]
        else {
            throw log.fail(.unreadableRow(file, row.line, "Trades", written ?? "", row["quantity"] ?? ""))
        }
        return Execution(
            wall: wall, symbol: symbol, quantity: quantity, price: numbers[1], fees: -(numbers[2] + numbers[3]),
            profit: numbers[4], row: row)
    }

    private mutating func take(_ execution: Execution) {
        var own = lots[execution.symbol] ?? []
        var (left, taken) = (execution.quantity, [Lot]())
        while left != 0, var lot = own.first, lot.quantity * left < 0 {
            let part = min(lot.quantity.magnitude, left.magnitude)
            let share = part / lot.quantity.magnitude
            taken.append(Lot(quantity: part, price: lot.price, wall: lot.wall, fees: lot.fees * share))
            lot.quantity -= lot.quantity > 0 ? part : -part
            lot.fees -= lot.fees * share
            left += left > 0 ? -part : part
            if lot.quantity.magnitude < Self.dust { own.removeFirst() } else { own[0] = lot }
            if left.magnitude < Self.dust { left = 0 }
        }
        // What closes more than this statement has opened closes a position that is older.
        if left != 0, own.isEmpty, closesOlder(execution, isAll: taken.isEmpty) {
            taken = [older(execution)]
            left = 0
        }
        if !taken.isEmpty { close(execution, taken, share: 1 - left.magnitude / execution.quantity.magnitude) }
        if left != 0 {
            let share = left.magnitude / execution.quantity.magnitude
            own.append(Lot(quantity: left, price: execution.price, wall: execution.wall, fees: execution.fees * share))
        }
        lots[execution.symbol] = own
    }

    private static let dust = 1e-9

    /// The broker marks what closes with C, what opens with O, and what turns a position around with both.
    private func closesOlder(_ execution: Execution, isAll: Bool) -> Bool {
        guard let mark = execution.row["opencloseindicator"]?.uppercased() else {
            return isAll && execution.profit != 0
        }
        return mark.hasPrefix("C") && !mark.contains("O")
    }

    /// The position that an execution closes, by its cost; a position of before begins with the series.
    private mutating func older(_ execution: Execution) -> Lot {
        olderCount += 1
        let (quantity, multiplier) = (execution.quantity.magnitude, multiplier(execution.row))
        let sign: Double = execution.quantity < 0 ? 1 : -1
        let move = (execution.profit + execution.fees) / (quantity * multiplier) * sign
        let opened = execution.row["opendatetime"].flatMap(statement.dates.wall)
        let begin = Int64(first) * Timestamp.day
        return Lot(quantity: quantity, price: execution.price - move, wall: max(opened ?? begin, begin), fees: 0)
    }

    private func multiplier(_ row: FlexRecord) -> Double {
        let multiplier = row.number("multiplier")
        return multiplier > 0 ? multiplier : 1
    }

    private mutating func close(_ execution: Execution, _ lots: [Lot], share: Double) {
        let quantity = lots.reduce(0) { $0 + $1.quantity }
        let entryFees = lots.reduce(0) { $0 + $1.fees }
        let rate = execution.row.rate
        let begin = lots.map(\.wall).min() ?? execution.wall
        let trade = Trade(
            id: execution.row["tradeid"] ?? String(rows.count + 1), symbol: execution.symbol,
            side: execution.quantity < 0 ? .long : .short, quantity: quantity, entry: Timestamp(milliseconds: begin),
            entryPrice: lots.reduce(0) { $0 + $1.price * $1.quantity } / quantity,
            exit: Timestamp(milliseconds: execution.wall), exitPrice: execution.price, profit: execution.profit * rate,
            fees: (entryFees + execution.fees * share) * rate, multiplier: multiplier(execution.row) * rate)
        rows.append(
            RawTrades.Row(
                trade: trade, entry: WrittenTimestamp(wall: begin, offset: nil),
                exit: WrittenTimestamp(wall: execution.wall, offset: nil), line: execution.row.line))
    }

    // MARK: Open positions

    /// Positions that the statement lists as held at its end, with their price then; else what is left of executions.
    private mutating func addOpen() {
        let positions = statement.details(.positions, "SUMMARY")
        let dates = positions.compactMap { $0["reportdate"].flatMap(statement.dates.day) }
        let last = dates.max()
        for row in positions where row["reportdate"].flatMap(statement.dates.day) == last {
            if let open = open(row) { rows.append(open) }
        }
        guard !statement.account.sections.contains(.positions) else { return }
        for symbol in lots.keys.sorted() {
            for lot in lots[symbol] ?? [] { rows.append(unpriced(symbol, lot)) }
        }
    }

    private func open(_ row: FlexRecord) -> RawTrades.Row? {
        let (quantity, mark) = (row.number("quantity"), row.number("markprice"))
        guard let symbol = row["symbol"], quantity.isFinite, quantity != 0, mark.isFinite,
            row["assetcategory"]?.uppercased() != "CASH"
        else { return nil }
        let begin = Int64(first) * Timestamp.day
        let entry = max(
            lots[symbol]?.map(\.wall).min() ?? row["opendatetime"].flatMap(statement.dates.wall) ?? begin, begin)
        let multiplier = multiplier(row) * row.rate
        let cost = row["costbasisprice"].flatMap(StatementNumber.value) ?? mark
        let profit = row["fifopnlunrealized"].flatMap(StatementNumber.value).map { $0 * row.rate }
        let trade = Trade(
            id: "open " + symbol, symbol: symbol, side: quantity < 0 ? .short : .long, quantity: quantity.magnitude,
            entry: Timestamp(milliseconds: entry), entryPrice: cost, exit: Timestamp(milliseconds: entry),
            exitPrice: mark,
            profit: profit ?? (mark - cost) * quantity * multiplier, fees: 0, isOpen: true, multiplier: multiplier)
        return RawTrades.Row(trade: trade, entry: WrittenTimestamp(wall: entry, offset: nil), exit: nil, line: row.line)
    }

    private func unpriced(_ symbol: String, _ lot: Lot) -> RawTrades.Row {
        let trade = Trade(
            id: "open " + symbol, symbol: symbol, side: lot.quantity < 0 ? .short : .long,
            quantity: lot.quantity.magnitude,
            entry: Timestamp(milliseconds: lot.wall), entryPrice: lot.price, exit: Timestamp(milliseconds: lot.wall),
            exitPrice: lot.price, profit: -lot.fees, fees: lot.fees, isOpen: true)
        return RawTrades.Row(trade: trade, entry: WrittenTimestamp(wall: lot.wall, offset: nil), exit: nil, line: 0)
    }
}
