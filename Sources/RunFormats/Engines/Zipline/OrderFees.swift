import Containers
import RunModel
import Series

/// The commissions of orders, which zipline writes nowhere else, and the fills that they are of.
///
/// An order is written on the day on which it is placed and on each day on which it fills, with all that it has cost so far.
/// What a day adds is shared by the order's fills of that day, in proportion to their size.
struct OrderFees {
    /// What an order has cost by the end of a day.
    private struct State {
        var day: Int64
        var commission: Double
    }

    private var states = [String: [State]]()
    /// The orders in the order in which they were first written.
    private var orders = [String]()

    /// Whether any order says what it cost.
    var isEmpty: Bool { states.isEmpty }

    /// Adds the state of an order at a moment; what has no number of its own or no cost is left out.
    mutating func add(_ order: PythonValue, at moment: WrittenTimestamp?) {
        guard let id = order["id"]?.text, let commission = order["commission"]?.finiteNumber,
            let moment = order["dt"]?.moment ?? moment
        else { return }
        if states[id] == nil { orders.append(id) }
        states[id, default: []].append(State(day: Self.day(moment), commission: commission))
    }

    /// The fills with their fees, and the commissions that belong to none of them.
    func applied(to rows: [RawFills.Row]) -> (rows: [RawFills.Row], unmatched: Double) {
        var rows = rows
        var places = [String: [Int]]()
        for index in rows.indices { if let order = rows[index].fill.order { places[order, default: []].append(index) } }
        var unmatched = 0.0
        for order in orders {
            let fills = places[order] ?? []
            for (day, amount) in steps(order) {
                let ofDay = fills.filter { Self.day(rows[$0].time) == day }
                let shared = ofDay.isEmpty ? Array(fills.prefix(1)) : ofDay
                if shared.isEmpty { unmatched += amount }
                let size = shared.reduce(0) { $0 + rows[$1].fill.quantity.magnitude }
                for index in shared { rows[index].fill.fee += amount * rows[index].fill.quantity.magnitude / size }
            }
        }
        return (rows, unmatched)
    }

    /// What each day adds to the cost of an order.
    private func steps(_ order: String) -> [(day: Int64, amount: Double)] {
        var before = 0.0
        var steps = [(Int64, Double)]()
        for state in (states[order] ?? []).sorted(by: { ($0.day, $0.commission) < ($1.day, $1.commission) })
        where state.commission != before {
            steps.append((state.day, state.commission - before))
            before = state.commission
        }
        return steps
    }

    private static func day(_ moment: WrittenTimestamp) -> Int64 {
        Int64(Timestamp(milliseconds: moment.instant ?? moment.wall).date.day)
    }
}

extension OrderFees {
    /// Whether a file begins as a list of zipline's orders.
    static func isOrders(_ head: FileHead) -> Bool {
        guard head.bytes.first(where: { $0 > 0x20 }) == UInt8(ascii: "[") else { return false }
        let text = String(decoding: head.bytes.prefix(2000), as: UTF8.self)
        return ["\"id\"", "\"filled\"", "\"commission\"", "\"sid\""].allSatisfy(text.contains)
    }

    /// What the orders of a JSON file cost; throws where it is no JSON.
    init(_ bytes: [UInt8], file: String, log: ReadingLog) throws(RunError) {
        for order in try Self.orders(bytes, file: file, log: log) { add(order, at: nil) }
    }

    /// The orders of a JSON file, as users save those of all days; throws where it is no JSON.
    static func orders(_ bytes: [UInt8], file: String, log: ReadingLog) throws(RunError) -> [PythonValue] {
        let value: JSONValue
        do throws(JSONError) {
            value = try JSONReader.parse(bytes)
        } catch {
            throw log.fail(.badJSON(file, error))
        }
        guard case .array(let orders) = value else { return [] }
        return orders.map { PythonValue($0) }
    }
}
