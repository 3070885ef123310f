import RunModel
import Series

/// The trades or positions of vectorbt (`records_readable`), of one column of values.
///
/// `PnL` is net of both fees, `Return` a fraction. Open trades carry the last bar as their exit, without its fee: they are
/// open. Before version 0.21 the columns of prices were `Avg. Entry Price` and `Avg. Exit Price`.
struct VectorbtTrades {
    let file: TableFile
    /// The labels of all columns of values.
    let labels: [VectorbtLabel]
    /// The one whose trades are wanted.
    let column: Int

    /// The round trips of the column, in the order of the file.
    func read() throws(RunError) -> RawTrades {
        let columns = Columns(file.header)
        guard columns.missing.isEmpty else {
            throw file.log.fail(.missingTradeColumns(file.name, columns.missing))
        }
        if file.count == 0 { file.log.add(.noTrades(file.name)) }
        return RawTrades(file: file.name, rows: rows(columns), hasIdentifiers: true)
    }

    /// Where the columns of the table stand.
    private struct Columns {
        let missing: [String]
        private let header: [String]

        init(_ header: [String]) {
            self.header = header.map { $0.replacingPrefix("Avg. ", with: "Avg ") }
            missing = Self.needed.filter { [header = self.header] in !header.contains($0) }
        }

        private static let needed = [
            "Column", "Size", "Entry Timestamp", "Avg Entry Price", "Entry Fees", "Exit Timestamp", "Avg Exit Price",
            "Exit Fees", "PnL", "Direction", "Status",
        ]

        subscript(name: String) -> Int? { header.firstIndex(of: name) }
    }

    /// The cells of the table, column by column.
    private struct Cells {
        let size, entryPrice, exitPrice, entryFees, exitFees, profit, returnFraction: [Double]
        let entry, exit: [WrittenTimestamp?]

        init(_ table: TradeTable, _ columns: Columns) {
            size = table.neededNumbers(columns["Size"])
            entryPrice = table.neededNumbers(columns["Avg Entry Price"])
            exitPrice = table.neededNumbers(columns["Avg Exit Price"])
            entryFees = table.numbers(columns["Entry Fees"])
            exitFees = table.numbers(columns["Exit Fees"])
            profit = table.neededNumbers(columns["PnL"])
            returnFraction = table.numbers(columns["Return"])
            entry = table.timestamps(columns["Entry Timestamp"])
            exit = table.timestamps(columns["Exit Timestamp"])
        }
    }

    private func rows(_ columns: Columns) -> [RawTrades.Row] {
        let table = TradeTable(file: file, exit: columns["Exit Timestamp"])
        let cells = Cells(table, columns)
        let owner = VectorbtOwner(table, columns["Column"], labels: labels, column: column)
        return stride(from: 1, through: file.count, by: 1).compactMap { row in
            owner[row].flatMap { trade(row, cells, columns, table, symbol: $0) }
        }
    }

    private func trade(
        _ row: Int, _ cells: Cells, _ columns: Columns, _ table: TradeTable, symbol: String
    ) -> RawTrades.Row? {
        let index = row - 1
        func number(_ values: [Double]) -> Double? { TradeTable.number(values, index) }
        guard let size = number(cells.size), size != 0, let entryPrice = number(cells.entryPrice),
            let exitPrice = number(cells.exitPrice), let profit = number(cells.profit), let entry = cells.entry[index],
            let exit = cells.exit[index]
        else { return nil }
        let isOpen = table.text(row, columns["Status"]) == "Open"
        let trade = Trade(
            id: file.table.text(row, 0), symbol: symbol,
            side: table.text(row, columns["Direction"]) == "Short" ? .short : .long, quantity: size.magnitude,
            entry: Timestamp(milliseconds: entry.wall), entryPrice: entryPrice,
            exit: Timestamp(milliseconds: exit.wall), exitPrice: exitPrice, profit: profit,
            fees: (number(cells.entryFees) ?? 0) + (number(cells.exitFees) ?? 0),
            returnFraction: number(cells.returnFraction), isOpen: isOpen)
        return RawTrades.Row(trade: trade, entry: entry, exit: isOpen ? nil : exit, line: file.line(ofRow: row))
    }
}

extension String {
    /// The text with another beginning, where it has this one.
    fileprivate func replacingPrefix(_ prefix: String, with other: String) -> String {
        hasPrefix(prefix) ? other + dropFirst(prefix.count) : self
    }
}
