import RunModel
import Series

/// Makes round trips of the columns of a native table.
struct TradeRows {
    private let table: TradeTable
    private let columns: TradeColumns
    private var file: TableFile { table.file }

    init(file: TableFile, columns: TradeColumns) {
        table = TradeTable(file: file, exit: columns.exitTime)
        self.columns = columns
    }

    /// The numbers and timestamps of the table, column by column.
    private struct Cells {
        var isOpen: [Bool]
        var entry: [WrittenTimestamp?]
        var exit: [WrittenTimestamp?]
        var quantity: [Double]
        var entryPrice: [Double]
        var exitPrice: [Double]
        var fees: [Double]
        var netProfit: [Double]
        var grossProfit: [Double]
        var multiplier: [Double]
        var returnFraction: [Double]
        var mae: [Double]
        var mfe: [Double]
    }

    /// Rows that cannot be round trips, by what is wrong.
    private struct Faults {
        var zeroQuantity = [Int]()
        var badSide = [Int]()
        var outOfRange = [Int]()
        var sideAgainstSize = [Int]()
    }

    func rows() -> [RawTrades.Row] {
        let cells = cells()
        var faults = Faults()
        var rows = [RawTrades.Row]()
        rows.reserveCapacity(file.count)
        for row in stride(from: 1, through: file.count, by: 1) {
            if let trade = trade(row, cells, &faults) { rows.append(trade) }
        }
        tell(faults)
        return rows
    }

    private func cells() -> Cells {
        let isOpen = (0..<max(0, file.count)).map { self.isOpen($0 + 1) }
        return Cells(
            isOpen: isOpen, entry: table.timestamps(columns.entryTime),
            exit: table.timestamps(columns.exitTime) { !isOpen[$0 - 1] },
            quantity: table.neededNumbers(columns.quantity), entryPrice: table.neededNumbers(columns.entryPrice),
            exitPrice: table.neededNumbers(columns.exitPrice) { !isOpen[$0 - 1] }, fees: table.numbers(columns.fees),
            netProfit: table.numbers(columns.netProfit), grossProfit: table.numbers(columns.grossProfit),
            multiplier: table.numbers(columns.multiplier), returnFraction: table.numbers(columns.returnFraction),
            mae: table.numbers(columns.mae), mfe: table.numbers(columns.mfe))
    }

    private func trade(_ row: Int, _ cells: Cells, _ faults: inout Faults) -> RawTrades.Row? {
        let index = row - 1
        func number(_ values: [Double]) -> Double? { TradeTable.number(values, index) }
        guard let entry = cells.entry[index], let quantity = number(cells.quantity),
            let entryPrice = number(cells.entryPrice), let side = side(row, quantity, &faults)
        else { return nil }
        let (isOpen, exit) = (cells.isOpen[index], cells.exit[index])
        guard isOpen || exit != nil, let exitPrice = number(cells.exitPrice) ?? (isOpen ? entryPrice : nil) else {
            return nil
        }
        let fees = number(cells.fees) ?? 0
        let move = (exitPrice - entryPrice) * quantity.magnitude * (side == .long ? 1 : -1)
        let multiplier = number(cells.multiplier) ?? 1
        let gross = number(cells.grossProfit) ?? move * multiplier
        let trade = Trade(
            id: table.text(row, columns.id) ?? String(row), symbol: table.text(row, columns.symbol) ?? "", side: side,
            quantity: quantity.magnitude, entry: Timestamp(milliseconds: entry.wall), entryPrice: entryPrice,
            exit: Timestamp(milliseconds: exit?.wall ?? 0), exitPrice: exitPrice,
            profit: number(cells.netProfit) ?? gross - fees, fees: fees,
            returnFraction: number(cells.returnFraction), mae: number(cells.mae), mfe: number(cells.mfe),
            tag: table.text(row, columns.tag), exitReason: table.text(row, columns.exitReason), isOpen: isOpen,
            multiplier: multiplier)
        guard trade.profit.isFinite else {
            faults.outOfRange.append(row)
            return nil
        }
        return RawTrades.Row(trade: trade, entry: entry, exit: exit, line: file.line(ofRow: row))
    }

    /// The side that the table names, else the sign of the size.
    private func side(_ row: Int, _ quantity: Double, _ faults: inout Faults) -> Trade.Side? {
        guard quantity != 0 else {
            faults.zeroQuantity.append(row)
            return nil
        }
        guard let text = table.text(row, columns.side) else { return quantity < 0 ? .short : .long }
        switch text.lowercased() {
        case "long", "buy", "b", "l", "1", "+1":
            if quantity < 0 { faults.sideAgainstSize.append(row) }
            return .long
        case "short", "sell", "s", "-1": return .short
        default:
            faults.badSide.append(row)
            return nil
        }
    }

    private func isOpen(_ row: Int) -> Bool {
        if let text = table.text(row, columns.isOpen)?.lowercased() {
            return ["true", "1", "yes", "open"].contains(text)
        }
        if let text = table.text(row, columns.status)?.lowercased() { return text == "open" }
        return table.isMissing(row, columns.exitTime)
    }

    private func tell(_ faults: Faults) {
        if let column = columns.quantity {
            let name = file.header[column]
            table.tell(faults.zeroQuantity.filter(table.judges), column) { line, _ in
                Finding.zeroQuantity(file.name, line, name)
            }
            table.tell(faults.outOfRange, column) { line, _ in Finding.outOfRange(file.name, line, name) }
            if let row = faults.sideAgainstSize.first {
                file.log.add(
                    .sideAgainstSize(file.name, file.line(ofRow: row), name, faults.sideAgainstSize.count))
            }
        }
        if let column = columns.side {
            table.tell(faults.badSide.filter(table.judges), column) { line, row in
                Finding.badSide(file.name, line, file.header[column], file.table.trimmedText(row, column))
            }
        }
    }
}
