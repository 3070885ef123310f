import RunModel
import Series

/// Reads a table of orders; each row that cannot be one is an error with its line.
struct OrdersReader {
    private let file: TableFile
    private let columns: OrderColumns

    init(file: TableFile) {
        self.file = file
        columns = OrderColumns(file.header)
    }

    /// The orders in the order of the file; throws where it lacks what makes an order.
    func read() throws(RunError) -> RawOrders {
        guard columns.missing.isEmpty else { throw file.log.fail(.missingOrderColumns(file.name, columns.missing)) }
        let submitted: Int
        if let column = columns.submitted { submitted = column } else { submitted = try file.timestampColumn() }
        let table = TradeTable(file: file, exit: submitted)
        let orders = RawOrders(file: file.name, rows: rows(table, submitted))
        noteUnused(submitted)
        return orders
    }

    /// The numbers of the table, column by column.
    private struct Numbers {
        let quantity, filled, price, limit, stop, decision, multiplier: [Double]

        init(_ table: TradeTable, _ columns: OrderColumns) {
            quantity = table.neededNumbers(columns.quantity)
            (filled, price) = (table.numbers(columns.filled), table.numbers(columns.price))
            (limit, stop) = (table.numbers(columns.limitPrice), table.numbers(columns.stopPrice))
            (decision, multiplier) = (table.numbers(columns.decisionPrice), table.numbers(columns.multiplier))
        }
    }

    private func rows(_ table: TradeTable, _ submitted: Int) -> [RawOrders.Row] {
        let (numbers, times) = (Numbers(table, columns), table.timestamps(submitted, where: table.judges))
        let ends = table.timestamps(columns.ended, where: { _ in false })
        var (empty, badSides, badStatuses) = ([Int](), [Int](), [Int]())
        let rows = (0..<max(0, file.count)).compactMap { index -> RawOrders.Row? in
            let row = index + 1
            guard let time = times[index], numbers.quantity[index].isFinite else { return nil }
            guard numbers.quantity[index] != 0 else {
                empty.append(row)
                return nil
            }
            let side = table.text(row, columns.side)
            guard let quantity = FillsReader.signed(numbers.quantity[index], side: side) else {
                badSides.append(row)
                return nil
            }
            var order = order(row, quantity, time, numbers, table)
            guard let status = status(row, order, hasEnded: !ends.isEmpty && ends[index] != nil, table) else {
                badStatuses.append(row)
                return nil
            }
            order.status = status
            return RawOrders.Row(
                order: order, submitted: time, ended: ends.isEmpty ? nil : ends[index], line: file.line(ofRow: row))
        }
        tell(table, empty: empty, badSides: badSides, badStatuses: badStatuses)
        return rows
    }

    private func order(
        _ row: Int, _ quantity: Double, _ time: WrittenTimestamp, _ numbers: Numbers, _ table: TradeTable
    ) -> Order {
        func value(_ column: [Double]) -> Double? { TradeTable.number(column, row - 1) }
        var order = Order(
            id: table.text(row, columns.id), symbol: table.text(row, columns.symbol) ?? "",
            submitted: Timestamp(milliseconds: time.wall), quantity: quantity,
            type: table.text(row, columns.type)?.lowercased(), status: .open,
            filled: value(numbers.filled)?.magnitude, price: value(numbers.price),
            multiplier: value(numbers.multiplier) ?? 1)
        (order.limitPrice, order.stopPrice) = (value(numbers.limit), value(numbers.stop))
        (order.decisionPrice, order.tag) = (value(numbers.decision), table.text(row, columns.tag))
        return order
    }

    /// The status that is written, else what the filled units say; nil for a word that is none.
    private func status(_ row: Int, _ order: Order, hasEnded: Bool, _ table: TradeTable) -> Order.Status? {
        guard let text = table.text(row, columns.status) else {
            return OrderStatusWords.status(filled: order.filled ?? 0, of: order.quantity, hasEnded: hasEnded)
        }
        return OrderStatusWords.status(text)
    }

    private func tell(_ table: TradeTable, empty: [Int], badSides: [Int], badStatuses: [Int]) {
        func tell(_ rows: [Int], _ column: Int?, _ finding: (Int, Int, Int) -> Finding) {
            guard let column else { return }
            table.tell(rows.filter(table.judges), column) { line, row in finding(line, row, column) }
        }
        tell(empty, columns.quantity) { line, _, column in
            Finding.zeroQuantity(file.name, line, file.header[column])
        }
        tell(badSides, columns.side) { line, row, column in
            Finding.badSide(file.name, line, file.header[column], file.table.trimmedText(row, column))
        }
        tell(badStatuses, columns.status) { line, row, column in
            Finding.unknownOrderStatus(file.name, line, file.header[column], file.table.trimmedText(row, column))
        }
    }

    private func noteUnused(_ submitted: Int) {
        let unused = file.header.indices.filter { !columns.used.contains($0) && $0 != submitted }
        guard !unused.isEmpty else { return }
        let names = unused.map { "'\(file.header[$0])'" }.joined(separator: ", ")
        file.log.note("Columns of \(file.name) that are not used: \(names).")
    }
}
