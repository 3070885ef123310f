import RunModel
import Series

/// Sums and counts over closed round trips that trade metrics share.
struct TradeStatistics: Statistic {
    /// Closed trades by exit.
    let closed: [Trade]
    /// Trades still open at the end.
    let open: [Trade]
    /// Net profits of closed trades.
    let profits: Moments
    /// Winners, losers, their sums and streaks; a zero is what the convention says.
    let outcomes: WinLossTally
    /// Hours from entry to exit, ascending.
    let hours: [Double]

    /// The statistics of a run's trades; throws where it records none. n·log(n) time.
    init(_ context: MetricContext) throws(Unavailable) {
        guard let trades = context.run.trades else { throw .noTradeRecord }
        closed = trades.filter { !$0.isOpen }
        open = trades.filter(\.isOpen)
        let values = closed.map(\.profit)
        profits = Moments(values)
        outcomes = WinLossTally(values, zeroIsLoss: context.conventions.evenTrades == .losses)
        hours = closed.map { Double($0.heldMilliseconds) / 3_600_000 }.sorted()
    }
}

extension TradeStatistics {
    /// The trades of a run that closed one.
    func withClosed() throws(Unavailable) -> TradeStatistics {
        guard !closed.isEmpty else { throw .noClosedTrade }
        return self
    }
}

extension MetricDeclaration {
    /// A declaration in the group of trades, which have no counterpart in a benchmark.
    static func ofTrades(
        _ key: MetricKey, _ name: String, _ unit: Unit, places: Int, better: Direction, summary: String,
        formula: String,
        edgeCases: String, peers: String = "", source: String = ""
    ) -> MetricDeclaration {
        MetricDeclaration(
            key: key, name: name, group: .trades, unit: unit, places: places, better: better, summary: summary,
            formula: formula,
            edgeCases: edgeCases, peers: peers, source: source, appliesToBenchmark: false)
    }
}
