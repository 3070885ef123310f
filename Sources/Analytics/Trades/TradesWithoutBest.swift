import Series

/// What is left of trades without the best of them.
enum BestTrades {
    /// Σ of profits, the highest first, without so many of the first that are above zero; throws where no other is left.
    ///
    /// Only what won is taken away: without losing trades a run would look the better for being robbed.
    static func profit(of descending: [Double], without count: Int) throws(Unavailable) -> Double {
        guard descending.count > count else { throw .fewerThan(count + 1, "closed trades") }
        return StableSum.of(Array(descending.dropFirst(descending.prefix(count).count { $0 > 0 })))
    }
}

extension MetricDefinition {
    /// P&L without the best trades.
    static let withoutBestTrades = [1, 5, 10].map(withoutBest)

    private static func withoutBest(_ count: Int) -> MetricDefinition {
        let trades = count == 1 ? "best trade" : "\(count) best trades"
        return MetricDefinition(
            MetricDeclaration(
                key: MetricKey("trades.pnl_without_best_\(count)"), name: "P&L without the \(trades)", group: .trades,
                unit: .money, places: 2, better: .higher,
                summary: "What the closed trades would have earned without the \(trades).",
                formula: count == 1 ? "Σp without the highest p > 0" : "Σp without the \(count) highest p > 0",
                edgeCases:
                    "p is profit net of fees. Where fewer trades won, all that won are left out. No more closed trades than "
                    + "are asked for: n/a.",
                appliesToBenchmark: false, hasOwnTable: true, methodVersion: 2),
            inputs: { _ in ["closed trades, net of fees"] },
            compute: { context throws(Unavailable) in
                let closed = try context(TradeStatistics.self).withClosed().closed
                return try BestTrades.profit(of: closed.map(\.profit).sorted(by: >), without: count)
            })
    }
}
