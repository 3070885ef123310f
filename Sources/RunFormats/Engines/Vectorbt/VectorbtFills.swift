import RunModel
import Series

/// The orders of vectorbt (`pf.orders.records_readable`), all of which were filled, of one column of values.
struct VectorbtFills {
    let file: TableFile
    /// The labels of all columns of values.
    let labels: [VectorbtLabel]
    /// The one whose orders are wanted.
    let column: Int

    /// The fills in the order of the file, which is that of their moments.
    func read() throws(RunError) -> RawFills {
        try file.require("Column", "Timestamp", "Size", "Price", "Side")
        func place(_ name: String) -> Int? { file.header.firstIndex(of: name) }
        let table = TradeTable(file: file, exit: place("Timestamp"))
        let (sizes, prices) = (table.neededNumbers(place("Size")), table.neededNumbers(place("Price")))
        let (fees, moments) = (table.numbers(place("Fees")), table.timestamps(place("Timestamp")))
        let owner = VectorbtOwner(table, place("Column"), labels: labels, column: column, tells: false)
        let rows = stride(from: 1, through: file.count, by: 1).compactMap { row -> RawFills.Row? in
            let index = row - 1
            guard let symbol = owner[row], let time = moments[index], sizes[index] != 0,
                (sizes[index] * prices[index]).isFinite
            else { return nil }
            let sign: Double = table.text(row, place("Side")) == "Sell" ? -1 : 1
            let fill = Fill(
                time: Timestamp(milliseconds: time.wall), symbol: symbol, quantity: sign * sizes[index].magnitude,
                price: prices[index], fee: TradeTable.number(fees, index) ?? 0, order: table.text(row, 0))
            return RawFills.Row(fill: fill, time: time, line: file.line(ofRow: row))
        }
        return RawFills(file: file.name, rows: rows, hasFees: !fees.isEmpty)
    }
}
