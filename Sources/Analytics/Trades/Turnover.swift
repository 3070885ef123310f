import RunModel
import Series

extension MetricKey {
    /// Turnover.
    public static let turnover = MetricKey("turnover")
}

extension MetricDefinition {
    static let turnover = MetricDefinition(
        .ofTrades(
            .turnover, "Turnover", .perYear, places: 1, better: .neither,
            summary: "How often a year the account's value was bought and sold.",
            formula: "min(Σ|buys|, Σ|sells|)/mean(equity)/years",
            edgeCases:
                "From the entry and exit values of trades with their contract multipliers, an open trade's entry included. "
                + "No trades recorded, equity not in money, spans under 90 days: n/a. Traded never: 0.",
            peers:
                "pyfolio divides the traded value of a day by the gross book or the portfolio value; Lean averages daily "
                + "sales over value.",
            source: "U.S. SEC Form N-1A, Item 13: the lesser of purchases and sales over average value."),
        decidedBy: [.shortSpans], inputs: { _ in ["at trade prices, per year"] },
        compute: { context throws(Unavailable) in
            let trades = try context(TradeStatistics.self)
            if context.run.equityIsDerived, context.run.initialCapital.value == nil { throw .noMoney }
            try context.requireYear()
            let (buys, sells) = value(of: trades.closed + trades.open)
            let equity = context.run.equity.values
            return min(buys, sells) / (StableSum.of(equity) / Double(equity.count))
                / (context.history.elapsedDays / 365.25)
        })

    private static func value(of trades: [Trade]) -> (buys: Double, sells: Double) {
        var (buys, sells) = (StableSum(), StableSum())
        for trade in trades {
            let entry = (trade.quantity * trade.entryPrice * trade.multiplier).magnitude
            let exit = trade.isOpen ? 0 : (trade.quantity * trade.exitPrice * trade.multiplier).magnitude
            buys.add(trade.side == .long ? entry : exit)
            sells.add(trade.side == .long ? exit : entry)
        }
        return (buys.value, sells.value)
    }
}
