import RunModel
import Series

/// The closed trades of jesse.
///
/// `PNL` is net of `fee`, both in the quote currency; `PNL_percentage` is percent of the margin, which is `size` over the
/// leverage. `qty` is positive and the side stands in `type`. Times are milliseconds since 1970, with a fraction.
struct JesseTrades {
    let file: TableFile
    let columns: Columns

    /// Where the columns stand.
    struct Columns {
        let header: [String]
        subscript(name: String) -> Int? { header.firstIndex(of: name) }
    }

    init(file: TableFile) {
        self.file = file
        columns = Columns(header: file.header)
    }

    /// The round trips of the file, in its order.
    func read() throws(RunError) -> RawTrades {
        try file.require("qty", "entry_price", "exit_price", "PNL", "opened_at", "closed_at")
        let table = TradeTable(file: file, exit: columns["closed_at"])
        let cells = Cells(table, columns)
        let all = stride(from: 1, through: file.count, by: 1).compactMap { row($0, cells, table) }
        let rows = RawTrades.inRange(all, of: file, column: "qty")
        try file.log.checkpoint()
        noteLeverage(cells)
        return RawTrades(
            file: file.name, rows: rows, hasFees: columns["fee"] != nil,
            digits: RawTrades.Digits(
                quantity: file.digits("qty"), entryPrice: file.digits("entry_price"),
                exitPrice: file.digits("exit_price"),
                fees: file.digits("fee"), profit: file.digits("PNL")))
    }

    /// The table, column by column.
    private struct Cells {
        let quantity, entryPrice, exitPrice, profit, percent, size, fee: [Double]
        let entry, exit: [WrittenTimestamp?]

        init(_ table: TradeTable, _ columns: Columns) {
            quantity = table.neededNumbers(columns["qty"])
            entryPrice = table.neededNumbers(columns["entry_price"])
            exitPrice = table.neededNumbers(columns["exit_price"])
            profit = table.neededNumbers(columns["PNL"])
            percent = table.numbers(columns["PNL_percentage"])
            size = table.numbers(columns["size"])
            fee = table.numbers(columns["fee"])
            entry = table.timestamps(columns["opened_at"])
            exit = table.timestamps(columns["closed_at"])
        }
    }

    private func row(_ row: Int, _ cells: Cells, _ table: TradeTable) -> RawTrades.Row? {
        let index = row - 1
        func number(_ values: [Double]) -> Double? { TradeTable.number(values, index) }
        guard let quantity = number(cells.quantity), let entryPrice = number(cells.entryPrice),
            let exitPrice = number(cells.exitPrice), let profit = number(cells.profit), let entry = cells.entry[index],
            let exit = cells.exit[index]
        else { return nil }
        let line = file.line(ofRow: row)
        guard quantity != 0 else {
            file.log.add(.zeroQuantity(file.name, line, "qty"))
            return nil
        }
        let trade = Trade(
            id: String(row), symbol: table.text(row, columns["symbol"]) ?? "",
            side: table.text(row, columns["type"])?.lowercased() == "short" ? .short : .long,
            quantity: quantity.magnitude, entry: Timestamp(milliseconds: entry.wall), entryPrice: entryPrice,
            exit: Timestamp(milliseconds: exit.wall), exitPrice: exitPrice, profit: profit,
            fees: number(cells.fee) ?? 0, returnFraction: number(cells.percent).map { $0 / 100 })
        return RawTrades.Row(trade: trade, entry: entry, exit: exit, line: line)
    }

    /// Percents of the margin tell the leverage: PNL / size × leverage.
    private func noteLeverage(_ cells: Cells) {
        guard !cells.percent.isEmpty, !cells.size.isEmpty else { return }
        let found = cells.percent.indices.compactMap { index -> Double? in
            let plain = cells.profit[index] / cells.size[index].magnitude * 100
            let ratio = cells.percent[index] / plain
            return ratio.isFinite ? ratio : nil
        }
        guard let first = found.first, found.allSatisfy({ ($0 / first - 1).magnitude < 0.01 }) else { return }
        guard (first - 1).magnitude >= 0.01 else { return }
        file.log.note(
            "PNL_percentage of \(file.name) is of the margin: PNL over size, times a leverage of \(Phrase.number(first.rounded()))."
        )
    }

    // MARK: What the run is

    /// Strategy, exchange and timeframes.
    func description(timeframes: [String]) -> RunDescription {
        var description = RunDescription()
        let strategies = texts("strategy_name")
        if !strategies.isEmpty { description.strategy = .given(strategies.joined(separator: ", ")) }
        description.currency = quoteCurrency
        let exchanges = texts("exchange")
        if !exchanges.isEmpty {
            description.parameters.append(ParameterText.parameter("exchange", exchanges.joined(separator: ", ")))
        }
        if !timeframes.isEmpty {
            description.parameters.append(
                ParameterText.parameter("timeframes", timeframes.joined(separator: ", ")))
        }
        return description
    }

    /// The second half of all symbols, `ACH-USDT`; nil where they differ.
    private var quoteCurrency: String? {
        let quotes = texts("symbol").map { symbol in symbol.split(separator: "-").dropFirst().last.map(String.init) }
        guard let first = quotes.first, quotes.allSatisfy({ $0 == first }) else { return nil }
        return first
    }

    /// The different texts of a column, in the order in which they come.
    private func texts(_ name: String) -> [String] {
        guard let column = columns[name] else { return [] }
        var (seen, texts) = (Set<String>(), [String]())
        for row in stride(from: 1, through: file.count, by: 1) where !file.table.isMissing(row, column) {
            let text = file.table.trimmedText(row, column)
            if seen.insert(text).inserted, texts.count < 20 { texts.append(text) }
        }
        return texts
    }
}
