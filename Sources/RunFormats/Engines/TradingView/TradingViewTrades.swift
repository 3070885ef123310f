import RunModel
import Series

/// Trades of a list that has two rows for each: the exit, and the entry.
///
/// Profits are net; what older lists leave out of them is commission, which is found from prices. Excursions are money.
struct TradingViewTrades {
    let file: TableFile
    let columns: TradingViewColumns
    let symbol: String

    /// A row of the list.
    private struct Row {
        var row: Int
        var time: WrittenTimestamp
        var price: Double
    }

    /// The rows of one trade.
    private struct Pair {
        var number: String
        var entry: Row
        /// Nil where a trade is open and the list has no row for it.
        var exit: Row?
    }

    /// The trades in the order of the list.
    func read() throws(RunError) -> RawTrades {
        let table = TradeTable(file: file, exit: columns.time)
        let cells = Cells(table, columns)
        let sides = try TradingViewSides(
            file: file, columns: columns, times: cells.time, prices: cells.price, profits: cells.profit)
        try file.log.checkpoint()
        if file.count == 0 { file.log.add(.noTrades(file.name)) }
        let pairs = pairs(cells, sides).filter { quantity($0, cells) != 0 }
        var rows = pairs.map { trade($0, cells, sides) }
        let worths = columns.value == nil ? nil : pairs.map { cells.value[$0.entry.row - 1] }
        let hasFees = size(&rows, worths)
        return RawTrades(
            file: file.name, rows: rows, hasFees: hasFees, hasIdentifiers: true,
            digits: RawTrades.Digits(
                quantity: columns.quantity.map(digits), entryPrice: digits(columns.price),
                exitPrice: digits(columns.price),
                fees: columns.commission.map(digits), profit: digits(columns.profit)))
    }

    private func digits(_ column: Int) -> WrittenDigits { file.table.digits(column: column, from: 1) }

    /// The columns of the list.
    struct Cells {
        let time: [WrittenTimestamp?]
        let price, quantity, value, profit, percent, commission, favourable, adverse: [Double]

        init(_ table: TradeTable, _ columns: TradingViewColumns) {
            // An open trade of an old list has a row without time and price.
            time = table.timestamps(columns.time) { !table.isMissing($0, columns.price) }
            price = table.numbers(columns.price)
            quantity = table.numbers(columns.quantity)
            value = table.numbers(columns.value)
            profit = table.numbers(columns.profit)
            percent = table.numbers(columns.profitPercent)
            commission = table.numbers(columns.commission)
            favourable = table.numbers(columns.favourable)
            adverse = table.numbers(columns.adverse)
        }
    }

    /// Rows by number, each exit with its entry.
    private func pairs(_ cells: Cells, _ sides: TradingViewSides) -> [Pair] {
        var pairs = [Pair]()
        var entries = [String: Row]()
        var exits = [String: [Row]]()
        var order = [String]()
        for row in stride(from: 1, through: file.count, by: 1) {
            guard let time = cells.time[row - 1], !cells.price[row - 1].isNaN else { continue }
            let (number, item) = (
                file.table.trimmedText(row, columns.number), Row(row: row, time: time, price: cells.price[row - 1])
            )
            if entries[number] == nil, exits[number] == nil { order.append(number) }
            if sides.isEntry(row) { entries[number] = item } else { exits[number, default: []].append(item) }
        }
        for number in order {
            guard let entry = entries[number] else {
                let line = exits[number]?.first.map { file.line(ofRow: $0.row) } ?? 0
                file.log.add(.openedElsewhere(file.name, line, 1))
                continue
            }
            let own = exits[number] ?? []
            if own.isEmpty { pairs.append(Pair(number: number, entry: entry, exit: nil)) }
            pairs += own.map { Pair(number: number, entry: entry, exit: $0) }
        }
        return pairs
    }

    private func number(_ values: [Double], _ row: Int) -> Double? {
        values.isEmpty || values[row - 1].isNaN ? nil : values[row - 1]
    }

    private func quantity(_ pair: Pair, _ cells: Cells) -> Double {
        number(cells.quantity, (pair.exit ?? pair.entry).row) ?? number(cells.quantity, pair.entry.row) ?? 1
    }

    private func trade(_ pair: Pair, _ cells: Cells, _ sides: TradingViewSides) -> RawTrades.Row {
        let exit = pair.exit ?? pair.entry
        let signal = columns.signal.map { file.table.trimmedText(exit.row, $0) }
        // The list closes an open trade at the last price, with this word for a signal.
        let isOpen = pair.exit == nil || signal?.lowercased() == "open"
        let trade = Trade(
            id: pair.number, symbol: symbol, side: sides.isLong(pair.entry.row) ? .long : .short,
            quantity: quantity(pair, cells).magnitude, entry: Timestamp(milliseconds: pair.entry.time.wall),
            entryPrice: pair.entry.price,
            exit: Timestamp(milliseconds: exit.time.wall), exitPrice: exit.price,
            profit: number(cells.profit, exit.row) ?? 0, fees: number(cells.commission, exit.row) ?? 0,
            returnFraction: number(cells.percent, exit.row).map { $0 / 100 }, mae: number(cells.adverse, exit.row),
            mfe: number(cells.favourable, exit.row),
            tag: columns.signal.map { file.table.trimmedText(pair.entry.row, $0) }.flatMap { $0.isEmpty ? nil : $0 },
            exitReason: isOpen ? nil : signal.flatMap { $0.isEmpty ? nil : $0 }, isOpen: isOpen)
        return RawTrades.Row(
            trade: trade, entry: pair.entry.time, exit: isOpen ? nil : exit.time, line: file.line(ofRow: exit.row))
    }

    // MARK: Units and fees

    /// The worth of a unit, and fees where they have no column; answers whether fees are known.
    private func size(_ rows: inout [RawTrades.Row], _ worths: [Double]?) -> Bool {
        let half = digits(columns.profit).spacing(near: 1) / 2
        let sizes = units(rows, worths)
        for index in rows.indices { rows[index].trade.multiplier = sizes[index] }
        convert(&rows, half)
        if columns.commission != nil { return true }
        guard columns.currency == columns.priceCurrency || columns.priceCurrency == nil else { return false }
        let fees = rows.map { $0.trade.priceMove - $0.trade.profit }
        // Profits are written in cents; prices as they are.
        let slack = rows.map { half * 1.01 + 1e-9 * $0.trade.priceMove.magnitude }
        let areFees = rows.indices.allSatisfy { index in
            let worth = rows[index].trade.entryPrice * rows[index].trade.quantity * rows[index].trade.multiplier
            return fees[index] >= -slack[index] && fees[index] <= worth.magnitude * 0.03 + slack[index]
        }
        guard areFees, !rows.isEmpty else { return false }
        for index in rows.indices where fees[index] > slack[index] { rows[index].trade.fees = fees[index] }
        file.log.note(
            "Commissions of \(file.name) are what profits are less than price moves: the list has no column of them.")
        return true
    }

    /// Where profits are in another currency than prices, the rate of each trade is part of its units.
    private func convert(_ rows: inout [RawTrades.Row], _ half: Double) {
        guard let own = columns.currency, let other = columns.priceCurrency, own != other else { return }
        let rates = ContractSize(
            rows.map { row in
                ContractSize.Closing(
                    move: row.trade.priceMove, exitPrice: row.trade.exitPrice,
                    profit: row.trade.profit + row.trade.fees, tolerance: half * 1.01)
            }
        ).sizes
        // Commission without a column would look like a rate: rates of one currency are near each other.
        guard !rates.isEmpty else { return }
        let median = rates.sorted()[rates.count / 2]
        guard rates.count(where: { ($0 / median - 1).magnitude < 0.03 }) * 10 >= rates.count * 9 else { return }
        for index in rows.indices { rows[index].trade.multiplier *= rates[index] }
        file.log.note(
            "Profits of \(file.name) are in \(own) and prices in \(other): rates were taken from each trade's profit.")
    }

    /// From the size in money where the list has it, else from profits; 1 where neither says otherwise.
    private func units(_ rows: [RawTrades.Row], _ worths: [Double]?) -> [Double] {
        let ratios =
            worths.map { worths in
                zip(rows, worths).map { $1 / ($0.trade.entryPrice * $0.trade.quantity) }
            } ?? rows.compactMap { $0.trade.priceMove == 0 ? nil : $0.trade.profit / $0.trade.priceMove }
        guard let size = Self.round(ratios) else { return rows.map { _ in 1 } }
        if size != 1 {
            file.log.note("One unit of size is worth \(Phrase.number(size)) times its price, as the list shows.")
        }
        return rows.map { _ in size }
    }

    /// The whole number that nearly all ratios are near; nil where there is none.
    private static func round(_ ratios: [Double]) -> Double? {
        let sorted = ratios.filter { $0.isFinite && $0 > 0 }.sorted()
        guard !sorted.isEmpty else { return nil }
        let size = max(1, sorted[sorted.count / 2].rounded())
        return sorted.count { ($0 / size - 1).magnitude < 0.02 } * 10 >= sorted.count * 8 ? size : nil
    }
}
