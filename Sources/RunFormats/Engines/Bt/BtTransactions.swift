import RunModel
import Series

/// `get_transactions()` of bt: signed units and the price paid for one, with costs of spread where there are any.
struct BtTransactions {
    let file: TableFile

    init(_ file: TableFile) { self.file = file }

    /// The fills in the order of the file, which is that of their dates.
    func fills() -> RawFills {
        let table = TradeTable(file: file, exit: 0)
        let (moments, prices, quantities) = (table.timestamps(0), table.neededNumbers(2), table.neededNumbers(3))
        let rows = (1..<max(1, file.table.rowCount)).compactMap { row -> RawFills.Row? in
            guard let time = moments[row - 1], !prices[row - 1].isNaN, !quantities[row - 1].isNaN,
                quantities[row - 1] != 0
            else { return nil }
            guard (quantities[row - 1] * prices[row - 1]).isFinite else {
                file.log.add(.outOfRange(file.name, file.line(ofRow: row), "quantity"))
                return nil
            }
            let fill = Fill(
                time: Timestamp(milliseconds: time.wall), symbol: table.text(row, 1) ?? "",
                quantity: quantities[row - 1], price: prices[row - 1], fee: 0, multiplier: 1, order: nil, tag: nil)
            return RawFills.Row(fill: fill, time: time, line: file.line(ofRow: row))
        }
        if rows.isEmpty { file.log.add(.noTrades(file.name)) }
        let digits = RawTrades.Digits(
            quantity: file.table.digits(column: 3, from: 1), entryPrice: file.table.digits(column: 2, from: 1))
        return RawFills(
            file: file.name, rows: rows.sorted { $0.time.wall < $1.time.wall }, hasFees: false, digits: digits)
    }
}
