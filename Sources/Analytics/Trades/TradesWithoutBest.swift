import Series

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
                formula: "Σp without the \(count) highest p",
                edgeCases: "p is profit net of fees. No more closed trades than are left out: n/a.",
                appliesToBenchmark: false, hasOwnTable: true),
            inputs: { _ in ["closed trades, net of fees"] },
            compute: { context throws(Unavailable) in
                let closed = try context(TradeStatistics.self).withClosed().closed
                guard closed.count > count else { throw .fewerThan(count + 1, "closed trades") }
                return StableSum.of(Array(closed.map(\.profit).sorted(by: >).dropFirst(count)))
            })
    }
}
