import RunModel
import Series

/// The `_trades` table of backtesting.py.
///
/// `Size` is signed. `PnL` is net of `Commission`, a column since 0.6; before, the commission was folded into the entry
/// price. `ReturnPct` is a fraction despite its name. There is no column for the symbol.
struct BacktestingPyTrades {
    let file: TableFile

    static func isTrades(_ header: [String]) -> Bool {
        ["Size", "EntryBar", "ExitBar", "EntryPrice", "ExitPrice", "PnL", "EntryTime", "ExitTime"]
            .allSatisfy(header.contains)
    }

    /// The round trips of the file, in its order.
    func read() throws(RunError) -> RawTrades {
        if !file.header.contains("Commission") {
            file.log.note("\(file.name) has no commissions: before backtesting.py 0.6 they are part of entry prices.")
        }
        if file.count == 0 { file.log.add(Words.noTrades(file.name)) }
        var rows = [RawTrades.Row]()
        for row in stride(from: 1, through: file.count, by: 1) {
            if let trade = trade(row) { rows.append(trade) }
        }
        return RawTrades(
            file: file.name, rows: rows, hasFees: file.header.contains("Commission"), digits: digits)
    }

    private var digits: RawTrades.Digits {
        func of(_ name: String) -> WrittenDigits? { column(name).map { file.table.digits(column: $0, from: 1) } }
        return RawTrades.Digits(
            quantity: of("Size"), entryPrice: of("EntryPrice"), exitPrice: of("ExitPrice"), fees: of("Commission"),
            profit: of("PnL"))
    }

    private func trade(_ row: Int) -> RawTrades.Row? {
        guard let size = number(row, "Size"), let entryPrice = number(row, "EntryPrice"),
            let exitPrice = number(row, "ExitPrice"), let profit = number(row, "PnL"),
            let entry = stamp(row, "EntryTime"), let exit = stamp(row, "ExitTime")
        else { return nil }
        guard size != 0 else {
            file.log.add(Words.zeroQuantity(file.name, file.line(ofRow: row), "Size"))
            return nil
        }
        let trade = Trade(
            id: String(row), symbol: "", side: size < 0 ? .short : .long, quantity: size.magnitude,
            entry: Timestamp(milliseconds: entry.wall), entryPrice: entryPrice,
            exit: Timestamp(milliseconds: exit.wall), exitPrice: exitPrice, profit: profit,
            fees: optionalNumber(row, "Commission") ?? 0, returnFraction: optionalNumber(row, "ReturnPct"),
            tag: text(row, "Tag"))
        return RawTrades.Row(trade: trade, entry: entry, exit: exit, line: file.line(ofRow: row))
    }

    private func column(_ name: String) -> Int? { file.header.firstIndex(of: name) }

    private func number(_ row: Int, _ name: String) -> Double? {
        guard let column = column(name) else { return nil }
        if let value = file.table.number(row, column) { return value }
        file.log.add(Words.notANumber(file.name, file.line(ofRow: row), name, file.table.text(row, column)))
        return nil
    }

    private func optionalNumber(_ row: Int, _ name: String) -> Double? {
        guard let column = column(name), !file.table.isMissing(row, column) else { return nil }
        return number(row, name)
    }

    private func stamp(_ row: Int, _ name: String) -> WrittenStamp? {
        guard let column = column(name) else { return nil }
        if let stamp = file.table.stamp(row, column) { return stamp }
        file.log.add(Words.badStamp(file.name, file.line(ofRow: row), name, file.table.text(row, column)))
        return nil
    }

    private func text(_ row: Int, _ name: String) -> String? {
        guard let column = column(name), !file.table.isMissing(row, column) else { return nil }
        return file.table.text(row, column)
    }
}
