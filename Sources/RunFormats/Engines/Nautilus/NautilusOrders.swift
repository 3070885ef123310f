import RunModel
import Series

/// The report of orders: what was sent, what came of it, and at which average price.
enum NautilusOrders {
    /// The orders of a report; nil where it is none, or does not say when they were sent.
    static func read(_ file: TableFile?) throws(RunError) -> RawOrders? {
        guard let file, file.header.contains("ts_init"), file.header.contains("status") else { return nil }
        try file.require("quantity", "side", "filled_qty")
        let cells = Cells(file)
        try file.log.checkpoint()
        let rows = stride(from: 1, through: file.count, by: 1).compactMap(cells.order)
        if !rows.isEmpty, rows.allSatisfy({ $0.order.status == .filled }) {
            file.log.note(
                "Every order of \(file.name) was filled; generate_order_fills_report leaves out those that were not.")
        }
        return rows.isEmpty ? nil : RawOrders(file: file.name, rows: rows)
    }

    private struct Cells {
        private let file: TableFile
        private let table: TradeTable
        private let submitted, ended: [WrittenTimestamp?]
        private let quantity, filled, price, limit, trigger: [Double]

        init(_ file: TableFile) {
            self.file = file
            func column(_ name: String) -> Int? { file.header.firstIndex(of: name) }
            let table = TradeTable(file: file, exit: column("ts_init"))
            self.table = table
            submitted = table.timestamps(column("ts_init"))
            ended = table.timestamps(column("ts_last"), where: { _ in false })
            (quantity, filled) = (table.numbers(column("quantity")), table.numbers(column("filled_qty")))
            (price, limit) = (table.numbers(column("avg_px")), table.numbers(column("price")))
            trigger = table.numbers(column("trigger_price"))
        }

        private func text(_ row: Int, _ name: String) -> String? {
            table.text(row, file.header.firstIndex(of: name))
        }

        /// Nil for what is no order: a status that no release writes, or nothing ordered.
        func order(_ row: Int) -> RawOrders.Row? {
            guard let time = submitted[row - 1], quantity[row - 1] > 0, quantity[row - 1].isFinite,
                let side = text(row, "side"), let status = text(row, "status").flatMap(OrderStatusWords.status)
            else { return nil }
            let units = side.uppercased() == "SELL" ? -quantity[row - 1] : quantity[row - 1]
            var order = Order(
                id: text(row, "client_order_id"), symbol: text(row, "instrument_id") ?? "",
                submitted: Timestamp(milliseconds: time.wall), quantity: units,
                type: text(row, "type")?.lowercased().replacing("_", with: " "), status: status,
                filled: TradeTable.number(filled, row - 1), price: TradeTable.number(price, row - 1))
            order.limitPrice = TradeTable.number(limit, row - 1)
            order.stopPrice = TradeTable.number(trigger, row - 1)
            order.tag = text(row, "tags")
            // An order that still stands has not ended, whatever its last event was.
            return RawOrders.Row(
                order: order, submitted: time, ended: status == .open ? nil : ended[row - 1],
                line: file.line(ofRow: row))
        }
    }
}
