import Containers
import RunModel
import Series

/// What backtrader executed, as orders or as transactions of a bar.
enum BacktraderFills {
    /// A transaction: signed units, price, symbol.
    struct Transaction {
        var amount: Double
        var price: Double
        var symbol: String
    }

    /// Executed orders, with their commission.
    ///
    /// The column `value` of a sale is what the units had cost, not what they brought, and is not used.
    static func orders(_ file: TableFile) throws(RunError) -> RawFills {
        try file.require("executed", "size", "price")
        func column(_ names: String...) -> Int? { names.lazy.compactMap { file.header.firstIndex(of: $0) }.first }
        let table = TradeTable(file: file, exit: column("executed"))
        func isDone(_ row: Int) -> Bool {
            guard let status = table.text(row, column("status"))?.lowercased() else { return true }
            return ["completed", "partial", "4", "3"].contains(status)
        }
        let size = table.neededNumbers(column("size"), where: isDone)
        let price = table.neededNumbers(column("price"), where: isDone)
        let commission = table.numbers(column("comm", "commission"))
        let executed = table.timestamps(column("executed"), where: isDone)
        try file.log.checkpoint()
        let rows = stride(from: 1, through: file.count, by: 1).compactMap { row -> RawFills.Row? in
            let index = row - 1
            guard isDone(row), let moment = executed[index], size[index].isFinite, size[index] != 0,
                (size[index] * price[index]).isFinite
            else { return nil }
            let isSale = table.text(row, column("side"))?.lowercased().hasPrefix("s") ?? (size[index] < 0)
            let fee = commission.isEmpty || commission[index].isNaN ? 0 : commission[index]
            let fill = Fill(
                time: Timestamp(milliseconds: moment.wall),
                symbol: table.text(row, column("data", "ticker", "symbol")) ?? "",
                quantity: (isSale ? -1 : 1) * size[index].magnitude, price: price[index], fee: fee,
                order: table.text(row, column("ref")))
            return RawFills.Row(fill: fill, time: moment, line: file.line(ofRow: row))
        }
        return RawFills(file: file.name, rows: rows, hasFees: !commission.isEmpty, digits: digits(file, "size", "comm"))
    }

    /// The transactions of the PyFolio analyzer: all executions of a bar and a feed as one, without commission.
    static func transactions(_ file: TableFile) throws(RunError) -> RawFills {
        try file.require("amount", "price", "symbol")
        func column(_ name: String) -> Int? { file.header.firstIndex(of: name) }
        let table = TradeTable(file: file, exit: 0)
        let amount = table.neededNumbers(column("amount"))
        let price = table.neededNumbers(column("price"))
        let moments = table.timestamps(0)
        try file.log.checkpoint()
        let rows = stride(from: 1, through: file.count, by: 1).compactMap { row -> RawFills.Row? in
            guard let moment = moments[row - 1], amount[row - 1] != 0, (amount[row - 1] * price[row - 1]).isFinite
            else { return nil }
            let transaction = Transaction(
                amount: amount[row - 1], price: price[row - 1], symbol: table.text(row, column("symbol")) ?? "")
            return self.row(transaction, at: moment, line: file.line(ofRow: row))
        }
        return RawFills(file: file.name, rows: rows, hasFees: false, digits: digits(file, "amount", "commission"))
    }

    private static func digits(_ file: TableFile, _ quantity: String, _ fees: String) -> RawTrades.Digits {
        RawTrades.Digits(quantity: file.digits(quantity), entryPrice: file.digits("price"), fees: file.digits(fees))
    }

    static func row(_ transaction: Transaction, at moment: WrittenTimestamp, line: Int = 0) -> RawFills.Row {
        let fill = Fill(
            time: Timestamp(milliseconds: moment.wall), symbol: transaction.symbol, quantity: transaction.amount,
            price: transaction.price)
        return RawFills.Row(fill: fill, time: moment, line: line)
    }

    // MARK: Transactions of an analyzer

    /// Those of one moment: lists of amount, price, number and name of the feed, and value; in the dump as Python prints them.
    static func transactions(_ value: JSONValue) -> [Transaction] {
        switch value {
        case .array(let rows): rows.compactMap(transaction)
        case .string(let text): printed(text)
        default: []
        }
    }

    private static func transaction(_ row: JSONValue) -> Transaction? {
        guard case .array(let cells) = row, cells.count >= 4, let amount = cells[0].finiteNumber,
            let price = cells[1].finiteNumber, amount != 0, (amount * price).isFinite
        else { return nil }
        return Transaction(amount: amount, price: price, symbol: JSONTable.cell(cells[3]))
    }

    /// `[159, 564.78, 0, 'GOOG', -89800.0]`, several of them with commas between.
    private static func printed(_ text: String) -> [Transaction] {
        text.split(separator: "]").compactMap { part in
            let cells = part.drop { "[, ".contains($0) }.split(separator: ",").map {
                $0.filter { !" '\"".contains($0) }
            }
            guard cells.count >= 5, let amount = Double(cells[0]), let price = Double(cells[1]), amount != 0,
                (amount * price).isFinite
            else { return nil }
            // A symbol may hold commas, the value behind it holds none.
            return Transaction(
                amount: amount, price: price, symbol: cells[3..<(cells.count - 1)].joined(separator: ","))
        }
    }
}
