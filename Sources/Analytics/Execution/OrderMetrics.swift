extension MetricKey {
    /// Orders that were sent.
    public static let orderCount = MetricKey("orders.count")
    /// Mean share of an order that was filled.
    public static let orderFillRate = MetricKey("orders.fill_rate")
    /// Share of orders that were cancelled or expired.
    public static let ordersCancelled = MetricKey("orders.cancelled_share")
    /// Share of orders that were refused.
    public static let ordersRejected = MetricKey("orders.rejected_share")
    /// Median time from sending to the last fill.
    public static let orderFillHours = MetricKey("orders.median_fill_hours")
}

extension MetricDefinition {
    /// What came of the orders.
    static let ofOrders: [MetricDefinition] = [
        .orderCount, .orderFillRate, .ordersCancelled, .ordersRejected, .orderFillHours,
    ]

    static let orderCount = measured(
        .orderCount, "Orders", .trades, .count, places: 0, .neither,
        summary: "How many orders were sent.", formula: "count(orders)",
        edgeCases: "Those that were never filled count too. No orders recorded: n/a."
    ) { context throws(Unavailable) in Double(try context(OrderSection.self).all.count) }

    static let orderFillRate = measured(
        .orderFillRate, "Fill rate of orders", .trades, .fraction, places: 1, .higher,
        summary: "How much of an order was filled, on average.", formula: "mean(filled units/ordered units)",
        edgeCases:
            "Every order counts alike, whatever its size; those that still stand do not count, nor those that do not say how "
            + "much was filled. Never above 1. No orders recorded, or none that has ended: n/a."
    ) { context throws(Unavailable) in
        let all = try ended(context)
        guard let rate = all.fillRate else { throw .noFilledUnits }
        return rate
    }

    static let ordersCancelled = measured(
        .ordersCancelled, "Cancelled orders", .trades, .fraction, places: 1, .neither,
        summary: "The share of orders that were cancelled or ran out of time before they were filled in full.",
        formula: "count(cancelled or expired)/count(orders that have ended)",
        edgeCases: "Orders that were filled in part count too. No orders recorded, or none that has ended: n/a."
    ) { context throws(Unavailable) in
        let all = try ended(context)
        return Double(all.cancelled) / Double(all.ended)
    }

    static let ordersRejected = measured(
        .ordersRejected, "Refused orders", .trades, .fraction, places: 1, .lower,
        summary: "The share of orders that the market or the account refused.",
        formula: "count(rejected)/count(orders that have ended)",
        edgeCases: "No orders recorded, or none that has ended: n/a."
    ) { context throws(Unavailable) in
        let all = try ended(context)
        return Double(all.rejected) / Double(all.ended)
    }

    static let orderFillHours = measured(
        .orderFillHours, "Median time to fill of orders", .trades, .hours, places: 1, .lower,
        summary: "How long an order stood before the last of it was filled; half of them were quicker.",
        formula: "median(time of the last fill − time of sending)",
        edgeCases:
            "Of orders that were filled in full, on the clock, nights and weekends included. None that says when: n/a."
    ) { context throws(Unavailable) in
        guard let hours = try context(OrderSection.self).all.medianHours else { throw .noFillTimes }
        return hours
    }

    private static func ended(_ context: MetricContext) throws(Unavailable) -> OrderSection.Row {
        let all = try context(OrderSection.self).all
        guard all.ended > 0 else { throw .noEndedOrder }
        return all
    }
}
