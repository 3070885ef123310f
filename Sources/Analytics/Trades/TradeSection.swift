import RunModel
import Series

/// Round trips, counted and grouped.
public struct TradeSection: Statistic {
    /// Closed trades by exit.
    public let closed: [Trade]
    /// Trades still open at the end.
    public let open: [Trade]
    /// Net profits of closed trades, binned.
    public let profitHistogram: Histogram
    /// Running sum of net profit after each closed trade, stamped at its exit; several exits at one moment are summed.
    public let cumulativeProfit: TimeSeries
    /// Statistics per symbol, most trades first, then by name.
    public let bySymbol: [TradeGroup]
    /// Statistics of long and of short trades; only sides that occur.
    public let bySide: [TradeGroup]
}

extension TradeSection {
    /// Closed trades that earned; the metric `trades.winners`.
    public var winners: Int { closed.count { $0.profit > 0 } }
    /// Mean net profit of closed trades, the metric `trades.expectancy`; nil without one.
    public var meanProfit: Double? {
        closed.isEmpty ? nil : StableSum.of(closed.map(\.profit)) / Double(closed.count)
    }
    /// The highest net profit of a closed trade, a loss where all lost; nil without one.
    public var bestProfit: Double? { closed.lazy.map(\.profit).max() }
    /// The lowest net profit of a closed trade; nil without one.
    public var worstProfit: Double? { closed.lazy.map(\.profit).min() }
}

/// Closed trades that share a symbol or a side.
public struct TradeGroup: Equatable, Sendable {
    /// `AAPL`, `long`.
    public let name: String
    /// How many closed trades.
    public let count: Int
    /// Winners over all.
    public let winRate: Double
    /// Sum of net profits, money.
    public let profit: Double
    /// Mean net profit, money.
    public let average: Double
    /// Sum of wins over sum of losses; n/a without a losing trade.
    public let profitFactor: MetricValue
}
