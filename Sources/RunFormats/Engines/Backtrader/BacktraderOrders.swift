import Containers
import RunModel
import Series

/// The list of orders that users write with an analyzer of their own (`notify_order`): what was asked, when, and what came of
/// it.
///
/// One line for each order, or one for each change of it; the last line says what became of it. What was executed so far
/// stands in its lines `Partial` and `Completed`, as for the fills.
struct BacktraderOrders {
    private let file: TableFile
    private let table: TradeTable
    private let created, executed: [WrittenTimestamp?]
    private let size, price: [Double]

    /// The orders of a list; nil where it does not say when they were sent, or what became of none.
    static func read(_ file: TableFile) -> RawOrders? {
        guard file.header.contains("created"), file.header.contains("status") else { return nil }
        return BacktraderOrders(file).raw()
    }

    private init(_ file: TableFile) {
        self.file = file
        table = TradeTable(file: file, exit: nil)
        (created, executed) = (Self.moments("created", file), Self.moments("executed", file))
        (size, price) = (Self.numbers("size", file), Self.numbers("price", file))
    }

    /// Without a word of what is wrong with a cell: that is told where fills are read.
    private static func moments(_ name: String, _ file: TableFile) -> [WrittenTimestamp?] {
        guard let column = file.header.firstIndex(of: name) else { return [] }
        let reading = file.reading(column)
        var moments = reading.column.walls.indices.map {
            Optional(WrittenTimestamp(wall: reading.column.walls[$0], offset: reading.column.offset(at: $0)))
        }
        for row in reading.badRows { moments[row - 1] = nil }
        return moments
    }

    private static func numbers(_ name: String, _ file: TableFile) -> [Double] {
        file.header.firstIndex(of: name).map { file.table.numbers(column: $0, from: 1).values } ?? []
    }

    private func raw() -> RawOrders? {
        var (ids, lines) = ([String](), [String: [Int]]())
        for row in 1..<max(1, file.count + 1) {
            guard let id = text(row, "ref") else { continue }
            if lines[id] == nil { ids.append(id) }
            lines[id, default: []].append(row)
        }
        let rows = ids.compactMap { id in order(id, lines[id] ?? []) }
        if !rows.isEmpty, rows.allSatisfy({ $0.order.status == .filled }) {
            file.log.note(
                "Every order of \(file.name) was filled; a list that is written where an order is completed leaves out the "
                    + "others.")
        }
        return rows.isEmpty ? nil : RawOrders(file: file.name, rows: rows)
    }

    private func order(_ id: String, _ rows: [Int]) -> RawOrders.Row? {
        guard let last = rows.last, let status = status(last),
            let submitted = rows.compactMap({ created[$0 - 1] }).first
        else { return nil }
        let done = rows.filter { row in [.filled, .partlyFilled].contains(self.status(row)) }
        let filled = done.reduce(0) { $0 + units($1) }
        let asked = max(rows.filter { !done.contains($0) }.map(units).max() ?? 0, filled)
        guard asked > 0, asked.isFinite else { return nil }
        let isSale = text(last, "side")?.lowercased().hasPrefix("s") ?? (size[last - 1] < 0)
        let value = done.reduce(0) { $0 + units($1) * (TradeTable.number(price, $1 - 1) ?? .nan) }
        let order = Order(
            id: id, symbol: text(last, "data") ?? text(last, "ticker") ?? text(last, "symbol") ?? "",
            submitted: Timestamp(milliseconds: submitted.wall), quantity: isSale ? -asked : asked, type: type(last),
            status: status, filled: filled, price: filled > 0 && value.isFinite ? value / filled : nil)
        return RawOrders.Row(
            order: order, submitted: submitted, ended: status == .open ? nil : executed[last - 1],
            line: file.line(ofRow: rows[0]))
    }

    private func units(_ row: Int) -> Double { TradeTable.number(size, row - 1)?.magnitude ?? 0 }

    private func text(_ row: Int, _ name: String) -> String? { table.text(row, file.header.firstIndex(of: name)) }

    /// The word, or backtrader's number of it.
    private func status(_ row: Int) -> Order.Status? {
        let numbers: [Order.Status] = [
            .open, .open, .open, .partlyFilled, .filled, .cancelled, .expired, .rejected, .rejected,
        ]
        guard let text = text(row, "status") else { return nil }
        guard let number = Int(text) else { return OrderStatusWords.status(text) }
        return numbers.indices.contains(number) ? numbers[number] : nil
    }

    /// `StopLimit` as `stop limit`.
    private func type(_ row: Int) -> String? {
        text(row, "type").map { text in
            text.reduce(into: "") { $0 += $1.isUppercase && !$0.isEmpty ? " " + $1.lowercased() : $1.lowercased() }
        }
    }
}
