import RunModel
import Series

extension TradeSection {
    /// The section of a run's trades; throws where it records none. n·log(n) time.
    init(_ context: MetricContext) throws(Unavailable) {
        let trades = try context(TradeStatistics.self)
        (closed, open) = (trades.closed, trades.open)
        profitHistogram = Histogram(of: closed.map(\.profit))
        cumulativeProfit = Self.cumulativeProfit(closed)
        bySymbol = TradeGroup.groups(of: closed) { $0.symbol.isEmpty ? "all" : $0.symbol }
        bySide = TradeGroup.groups(of: closed, by: \.side.rawValue).sorted { $0.name < $1.name }
    }

    private static func cumulativeProfit(_ closed: [Trade]) -> TimeSeries {
        var (timestamps, values) = ([Timestamp](), [Double]())
        var sum = StableSum()
        for trade in closed.sorted(by: { $0.exit < $1.exit }) {
            sum.add(trade.profit)
            if timestamps.last == trade.exit {
                values[values.count - 1] = sum.value
            } else {
                timestamps.append(trade.exit)
                values.append(sum.value)
            }
        }
        return TimeSeries(timestamps: timestamps, values: values)
    }
}

extension Analysis {
    /// Round trips; throws where the run records none.
    public var trades: TradeSection { get throws(Unavailable) { try context(TradeSection.self) } }
}

extension TradeGroup {
    /// Trades by a label: most trades first, then by name.
    static func groups(of trades: [Trade], by label: (Trade) -> String) -> [TradeGroup] {
        var places = [String: Int]()
        var groups = [(name: String, profits: [Double])]()
        for trade in trades {
            let name = label(trade)
            if let place = places[name] {
                groups[place].profits.append(trade.profit)
            } else {
                places[name] = groups.count
                groups.append((name, [trade.profit]))
            }
        }
        return groups.map { TradeGroup(name: $0.name, profits: $0.profits) }
            .sorted { ($1.count, $0.name) < ($0.count, $1.name) }
    }

    private init(name: String, profits: [Double]) {
        let outcomes = WinLossTally(profits)
        let sum = StableSum.of(profits)
        self.init(
            name: name, count: profits.count, winRate: Double(outcomes.wins) / Double(profits.count), profit: sum,
            average: sum / Double(profits.count),
            profitFactor: outcomes.losses > 0
                ? .finite(outcomes.gained / outcomes.lost, else: .notFinite)
                : .absent(.noLosingTrade))
    }
}
