import Containers
import RunModel
import Series

/// What zipline's orders say beside their cost: what was asked, when, and what came of it.
///
/// An order is written on the day on which it is placed and on each day on which it changes; the last state counts. At which
/// price it was filled say the transactions; at which it was decided on, nothing.
struct ZiplineOrders {
    private let file: String
    /// The last state of each order, and where it was first written.
    private var states = [String: (value: PythonValue, moment: WrittenTimestamp, line: Int)]()
    /// In the order in which they were first written.
    private var ids = [String]()

    /// No orders yet of a file.
    init(file: String) { self.file = file }

    /// Adds the state of an order at a moment; what has no number of its own or was never asked for is left out.
    mutating func add(_ order: PythonValue, at moment: WrittenTimestamp?, line: Int = 0) {
        guard let id = order["id"]?.text, let moment = order["dt"]?.moment ?? moment,
            order["amount"]?.finiteNumber.map({ $0 != 0 }) ?? false
        else { return }
        guard let known = states[id] else {
            ids.append(id)
            states[id] = (order, moment, line)
            return
        }
        if Self.instant(known.moment) <= Self.instant(moment) { states[id] = (order, moment, known.line) }
    }

    private static func instant(_ moment: WrittenTimestamp) -> Int64 { moment.instant ?? moment.wall }

    /// The orders of all assets but contracts; nil where none says what became of it.
    func raw() -> RawOrders? {
        let assets = ids.map { id in states[id]?.value["sid"].flatMap(AssetName.init) }
        let names = AssetNames(assets.compactMap { $0?.text })
        let rows = zip(ids, assets).compactMap { id, asset -> RawOrders.Row? in
            guard let asset, !asset.isFuture, let state = states[id] else { return nil }
            return Self.row(id, state, symbol: names[asset.text])
        }
        return rows.isEmpty ? nil : RawOrders(file: file, rows: rows)
    }

    private static func row(
        _ id: String, _ state: (value: PythonValue, moment: WrittenTimestamp, line: Int), symbol: String
    ) -> RawOrders.Row? {
        guard let quantity = state.value["amount"]?.finiteNumber, let submitted = state.value["created"]?.moment else {
            return nil
        }
        let filled = state.value["filled"]?.finiteNumber?.magnitude
        guard let status = status(state.value["status"], filled: filled) else { return nil }
        var order = Order(
            id: id, symbol: symbol, submitted: Timestamp(milliseconds: submitted.wall), quantity: quantity,
            type: type(state.value), status: status, filled: filled)
        order.limitPrice = state.value["limit"]?.finiteNumber
        order.stopPrice = state.value["stop"]?.finiteNumber
        return RawOrders.Row(
            order: order, submitted: submitted, ended: status == .open ? nil : state.moment, line: state.line)
    }

    /// `<ORDER_STATUS.FILLED: 1>`, or its number; zipline leaves an order of which part was filled open.
    private static func status(_ value: PythonValue?, filled: Double?) -> Order.Status? {
        let statuses: [Order.Status] = [.open, .filled, .cancelled, .rejected, .open]
        let names = ["OPEN", "FILLED", "CANCELLED", "REJECTED", "HELD"]
        let place: Int?
        switch value {
        case .integer(let number)?: place = number
        case .object(let text)?, .string(let text)?: place = names.firstIndex { text.uppercased().contains($0) }
        default: place = nil
        }
        guard let place, statuses.indices.contains(place) else { return nil }
        return statuses[place] == .open && (filled ?? 0) > 0 ? .partlyFilled : statuses[place]
    }

    /// What kind of order a limit and a stop make it.
    private static func type(_ order: PythonValue) -> String {
        switch (order["stop"]?.finiteNumber != nil, order["limit"]?.finiteNumber != nil) {
        case (true, true): "stop limit"
        case (true, false): "stop"
        case (false, true): "limit"
        case (false, false): "market"
        }
    }
}
