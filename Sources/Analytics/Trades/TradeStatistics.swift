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
    /// Winners, losers, their sums and streaks; a zero is "even".
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
        outcomes = WinLossTally(values)
        hours = closed.map { Double($0.heldMilliseconds) / 3_600_000 }.sorted()
    }
}

extension MetricContext {
    /// The trades of a run that records them.
    func recordedTrades() throws(Unavailable) -> TradeStatistics { try self(TradeStatistics.self) }

    /// The trades of a run that closed one.
    func closedTrades() throws(Unavailable) -> TradeStatistics {
        let trades = try recordedTrades()
        guard !trades.closed.isEmpty else { throw .noClosedTrade }
        return trades
    }
}

extension MetricDeclaration {
    /// A declaration in the group of trades, which have no counterpart in a benchmark.
    static func ofTrades(
        _ key: MetricKey, _ name: String, _ unit: Unit, places: Int, summary: String, formula: String,
        edgeCases: String, peers: String = "", source: String = ""
    ) -> MetricDeclaration {
        MetricDeclaration(
            key: key, name: name, group: .trades, unit: unit, places: places, summary: summary, formula: formula,
            edgeCases: edgeCases, peers: peers, source: source, appliesToBenchmark: false)
    }
}
