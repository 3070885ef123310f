import RunModel

/// Orders as written; their timestamps have no zone yet.
struct RawOrders {
    /// One order.
    struct Row {
        var order: Order
        var submitted: WrittenTimestamp
        /// Last fill or end.
        var ended: WrittenTimestamp?
        var line: Int
    }

    var file: String
    var rows: [Row]
}
