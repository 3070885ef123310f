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
        try file.require("Size", "EntryPrice", "ExitPrice", "PnL", "EntryTime", "ExitTime")
        if !file.header.contains("Commission") {
            file.log.note("\(file.name) has no commissions: before backtesting.py 0.6 they are part of entry prices.")
        }
        if file.count == 0 { file.log.add(.noTrades(file.name)) }
        return RawTrades(
            file: file.name, rows: rows(), hasFees: file.header.contains("Commission"), digits: digits)
    }

    private var digits: RawTrades.Digits {
        RawTrades.Digits(
            quantity: file.digits("Size"), entryPrice: file.digits("EntryPrice"), exitPrice: file.digits("ExitPrice"),
            fees: file.digits("Commission"),
            profit: file.digits("PnL"))
    }

    private func rows() -> [RawTrades.Row] {
        func column(_ name: String) -> Int? { file.header.firstIndex(of: name) }
        let table = TradeTable(file: file, exit: column("ExitTime"))
        let cells = Cells(
            size: table.neededNumbers(column("Size")), entryPrice: table.neededNumbers(column("EntryPrice")),
            exitPrice: table.neededNumbers(column("ExitPrice")), profit: table.neededNumbers(column("PnL")),
            commission: table.numbers(column("Commission")), returnFraction: table.numbers(column("ReturnPct")),
            entry: table.timestamps(column("EntryTime")), exit: table.timestamps(column("ExitTime")))
        let tag = column("Tag")
        if let size = column("Size") {
            let zeros = cells.size.indices.filter { cells.size[$0] == 0 && table.judges($0 + 1) }.map { $0 + 1 }
            table.tell(zeros, size) { line, _ in Finding.zeroQuantity(file.name, line, "Size") }
        }
        return stride(from: 1, through: file.count, by: 1).compactMap { row in
            trade(row, cells, tag: table.text(row, tag))
        }
    }

    /// The columns of the table.
    private struct Cells {
        var size: [Double]
        var entryPrice: [Double]
        var exitPrice: [Double]
        var profit: [Double]
        var commission: [Double]
        var returnFraction: [Double]
        var entry: [WrittenTimestamp?]
        var exit: [WrittenTimestamp?]
    }

    private func trade(_ row: Int, _ cells: Cells, tag: String?) -> RawTrades.Row? {
        let index = row - 1
        func number(_ values: [Double]) -> Double? { TradeTable.number(values, index) }
        guard let size = number(cells.size), size != 0, let entryPrice = number(cells.entryPrice),
            let exitPrice = number(cells.exitPrice), let profit = number(cells.profit),
            let entry = cells.entry[index], let exit = cells.exit[index]
        else { return nil }
        let trade = Trade(
            id: String(row), symbol: "", side: size < 0 ? .short : .long, quantity: size.magnitude,
            entry: Timestamp(milliseconds: entry.wall), entryPrice: entryPrice,
            exit: Timestamp(milliseconds: exit.wall), exitPrice: exitPrice, profit: profit,
            fees: number(cells.commission) ?? 0, returnFraction: number(cells.returnFraction), tag: tag)
        return RawTrades.Row(trade: trade, entry: entry, exit: exit, line: file.line(ofRow: row))
    }
}
