import RunModel
import Series

/// Reads a table of executions; each row that cannot be one is an error with its line.
struct FillsReader {
    private let file: TableFile
    private let columns: FillColumns

    init(file: TableFile) {
        self.file = file
        columns = FillColumns(file.header)
    }

    /// The fills in the order of the file; throws where it lacks what makes a fill.
    func read() throws(RunError) -> RawFills {
        guard columns.missing.isEmpty else { throw file.log.fail(.missingFillColumns(file.name, columns.missing)) }
        let time = try file.timestampColumn()
        let table = TradeTable(file: file, exit: time)
        let rows = rows(table, table.timestamps(time))
        noteUnused(time)
        return RawFills(
            file: file.name, rows: rows, hasFees: columns.fee != nil,
            digits: RawTrades.Digits(
                quantity: file.digits(columns.quantity), entryPrice: file.digits(columns.price),
                fees: file.digits(columns.fee)))
    }

    private func rows(_ table: TradeTable, _ times: [WrittenTimestamp?]) -> [RawFills.Row] {
        let (quantities, prices) = (table.neededNumbers(columns.quantity), table.neededNumbers(columns.price))
        let (fees, multipliers) = (table.numbers(columns.fee), table.numbers(columns.multiplier))
        let decisions = table.numbers(columns.decisionPrice)
        let decided = table.timestamps(columns.decided, where: { _ in false })
        var (empty, badSides) = ([Int](), [Int]())
        let rows = (0..<max(0, file.count)).compactMap { index -> RawFills.Row? in
            guard let time = times[index], quantities[index].isFinite, prices[index].isFinite else { return nil }
            guard quantities[index] != 0 else {
                empty.append(index + 1)
                return nil
            }
            guard let quantity = Self.signed(quantities[index], side: table.text(index + 1, columns.side)) else {
                badSides.append(index + 1)
                return nil
            }
            func value(_ column: [Double]) -> Double? { TradeTable.number(column, index) }
            var fill = Fill(
                time: Timestamp(milliseconds: time.wall), symbol: table.text(index + 1, columns.symbol) ?? "",
                quantity: quantity, price: prices[index], fee: value(fees) ?? 0,
                multiplier: value(multipliers) ?? 1, order: table.text(index + 1, columns.order),
                tag: table.text(index + 1, columns.tag))
            fill.decisionPrice = value(decisions)
            return RawFills.Row(
                fill: fill, time: time, decided: decided.isEmpty ? nil : decided[index],
                line: file.line(ofRow: index + 1))
        }
        tell(table, empty: empty, badSides: badSides)
        return rows
    }

    /// Units with the sign of the side, where the table names one; nil for a word that is none.
    static func signed(_ quantity: Double, side: String?) -> Double? {
        switch side?.lowercased() {
        case nil: quantity
        case "buy", "b", "bought", "bot", "long", "1", "+1": quantity.magnitude
        case "sell", "s", "sold", "sld", "short", "-1": -quantity.magnitude
        default: nil
        }
    }

    private func tell(_ table: TradeTable, empty: [Int], badSides: [Int]) {
        if let column = columns.quantity {
            table.tell(empty.filter(table.judges), column) { line, _ in
                Finding.zeroQuantity(file.name, line, file.header[column])
            }
        }
        if let column = columns.side {
            table.tell(badSides.filter(table.judges), column) { line, row in
                Finding.badSide(file.name, line, file.header[column], file.table.trimmedText(row, column))
            }
        }
    }

    private func noteUnused(_ time: Int) {
        if columns.fee == nil, file.count > 0 { file.log.note("\(file.name) has no fees: they count as 0.") }
        let unused = file.header.indices.filter { !columns.used.contains($0) && $0 != time }
        guard !unused.isEmpty else { return }
        let names = unused.map { "'\(file.header[$0])'" }.joined(separator: ", ")
        file.log.note("Columns of \(file.name) that are not used: \(names).")
    }
}
