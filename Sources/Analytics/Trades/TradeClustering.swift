import RunModel
import Series

/// How far the result hangs on few trades, months or symbols.
public struct TradeClustering: Equatable, Sendable {
    /// Stretches of wins or of losses, where the runs test can be made.
    public let runs: Int?
    /// How many of random order.
    public let expectedRuns: Double?
    /// Two-sided p-value of random order.
    public let probability: Double?
    /// Of each count of the best trades, the net P&L without those of them that won.
    public let withoutBest: [(count: Int, profit: Double)]
    /// Net P&L of all closed trades.
    public let profit: Double
    /// Share of the summed wins that the best tenth of the trades earned.
    public let bestTenth: Double?
    /// Share of the summed wins of the best month, by exits.
    public let bestMonth: Double?
    /// Herfindahl index of wins over symbols: 1 where one symbol earned all; nil where symbols are not named.
    public let symbolHerfindahl: Double?
    /// Most closed trades that ended on one day.
    public let mostPerDay: Int

    /// Equal in every number.
    public static func == (left: TradeClustering, right: TradeClustering) -> Bool {
        left.runs == right.runs && left.expectedRuns == right.expectedRuns && left.probability == right.probability
            && left.withoutBest.map(\.profit) == right.withoutBest.map(\.profit) && left.profit == right.profit
            && left.bestTenth == right.bestTenth && left.bestMonth == right.bestMonth
            && left.symbolHerfindahl == right.symbolHerfindahl && left.mostPerDay == right.mostPerDay
    }
}

extension TradeClustering {
    init(_ context: MetricContext) throws(Unavailable) {
        let closed = try context(TradeStatistics.self).withClosed().closed
        let test = try? context(RunsTest.self)
        (runs, expectedRuns, probability) = (test?.runs, test?.expected, test?.probability)
        let descending = closed.map(\.profit).sorted(by: >)
        let total = StableSum.of(descending)
        profit = total
        withoutBest = [1, 5, 10].compactMap { count in
            (try? BestTrades.profit(of: descending, without: count)).map { (count, $0) }
        }
        let wins = closed.filter { $0.profit > 0 }
        let gained = StableSum.of(wins.map(\.profit))
        let tenth = (closed.count + 9) / 10
        bestTenth = gained > 0 ? StableSum.of(descending.prefix(tenth).filter { $0 > 0 }) / gained : nil
        bestMonth =
            gained > 0 ? (Self.sums(wins) { String($0.exit.date.iso.prefix(7)) }.max() ?? 0) / gained : nil
        let isNamed = closed.contains { !$0.symbol.isEmpty }
        symbolHerfindahl =
            gained > 0 && isNamed
            ? Self.sums(wins, by: \.symbol).reduce(0) { $0 + ($1 / gained) * ($1 / gained) } : nil
        mostPerDay = TradeGroup.groups(of: closed) { $0.exit.date.iso }.map(\.count).max() ?? 0
    }

    private static func sums(_ trades: [Trade], by label: (Trade) -> String) -> [Double] {
        TradeGroup.groups(of: trades, by: label).map(\.profit)
    }
}

extension Analysis {
    /// How far the result hangs on few trades; throws where none was closed.
    public func tradeClustering() throws(Unavailable) -> TradeClustering { try TradeClustering(context) }
}
