import RunModel
import Series

/// What came of the orders: how much of them was filled, how soon, and at which price.
public struct OrderSection: Statistic {
    /// Orders of one type, or all of them.
    public struct Row: Equatable, Sendable {
        /// `market`, `limit`; nil for orders of no type, and for all of them.
        public let type: String?
        /// How many there are.
        public let count: Int
        /// Filled in full.
        public let filled: Int
        /// Filled in part, and neither cancelled nor expired.
        public let partlyFilled: Int
        /// Cancelled or expired, whether part of them was filled or not.
        public let cancelled: Int
        /// Refused.
        public let rejected: Int
        /// Standing at the end.
        public let open: Int
        /// Mean of filled over ordered units of orders that have ended; nil where nobody says.
        public let fillRate: Double?
        /// Median time from sending to the last fill of those that were filled in full, hours; nil where nobody says.
        public let medianHours: Double?
        /// Σ cost against the price decided on over Σ value at it, basis points; nil where nobody says.
        public let slippage: Double?

        /// Those that have ended one way or another.
        public var ended: Int { count - open }

        /// What came of some orders.
        init(_ orders: [Order], type: String? = nil) {
            func count(_ statuses: Order.Status...) -> Int { orders.count { statuses.contains($0.status) } }
            self.type = type
            self.count = orders.count
            (filled, partlyFilled) = (count(.filled), count(.partlyFilled))
            (cancelled, rejected, open) = (count(.cancelled, .expired), count(.rejected), count(.open))
            let shares = orders.filter { $0.status != .open }.compactMap(\.filledShare)
            fillRate = shares.isEmpty ? nil : StableSum.of(shares) / Double(shares.count)
            medianHours = Quantile.of(unsorted: orders.compactMap(\.hoursToFill), at: 0.5)
            let slippages = orders.compactMap(\.slippage)
            let value = StableSum.of(slippages.map(\.value))
            slippage = value > 0 ? 10_000 * StableSum.of(slippages.map(\.cost)) / value : nil
        }
    }

    /// By type, the most orders first, then by name.
    public let rows: [Row]
    /// All orders together.
    public let all: Row

    init(_ context: MetricContext) throws(Unavailable) {
        guard let orders = context.run.orders else { throw .noOrders }
        guard !orders.isEmpty else { throw .noOrder }
        all = Row(orders)
        var types = [String?: [Order]]()
        for order in orders { types[order.type, default: []].append(order) }
        rows = types.map { Row($1, type: $0) }.sorted {
            $0.count != $1.count
                ? $0.count > $1.count : ($0.type ?? "").utf8.lexicographicallyPrecedes(($1.type ?? "").utf8)
        }
    }
}

extension Analysis {
    /// What came of the orders; throws where the run records none.
    public var orders: OrderSection { get throws(Unavailable) { try context(OrderSection.self) } }
}

extension Unavailable {
    /// A run that records no orders.
    public static let noOrders = Unavailable("no_orders", "the run records no orders")
    /// A run that sent none.
    public static let noOrder = Unavailable("no_order", "no order was sent")
    /// Orders that all stand.
    static let noEndedOrder = Unavailable("no_ended_order", "no order has ended")
    /// Orders that do not say how much of them was filled.
    static let noFilledUnits = Unavailable("no_filled_units", "orders do not say how much of them was filled")
    /// Orders that do not say when they were filled.
    static let noFillTimes = Unavailable("no_fill_times", "no order that was filled in full says when")
}
