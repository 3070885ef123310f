import RunModel
import Series

/// What a closed trade made of the prices that it saw while it was open.
///
/// In money before fees: MAE is the worst, MFE the best open result, P the result of prices. Where an engine's extremes lie
/// within the result itself, the result is the extreme.
struct TradeEfficiency: Sendable {
    /// Worst open result, zero or negative.
    let worst: Double
    /// Best open result, zero or positive.
    let best: Double
    /// P.
    let result: Double
    /// Whether the trade earned after fees.
    let isWinner: Bool

    /// Nil where the trade does not know both extremes, or the price did not move.
    init?(_ trade: Trade) {
        guard let mae = trade.mae, let mfe = trade.mfe else { return nil }
        result = trade.profit + trade.fees
        worst = min(mae, result, 0)
        best = max(mfe, result, 0)
        isWinner = trade.profit > 0
        guard best > worst else { return nil }
    }

    /// MFE/(MFE − MAE): 1 for an entry at the best price of the time, 0 at the worst.
    var entry: Double { best / (best - worst) }
    /// (P − MAE)/(MFE − MAE): 1 for an exit at the best price.
    var exit: Double { (result - worst) / (best - worst) }
    /// P/(MFE − MAE).
    var total: Double { result / (best - worst) }
    /// MFE − P: what was given back from the best open result.
    var givenBack: Double { best - result }
}

/// The efficiency of closed trades; throws where no trade knows its extremes.
struct TradeEfficiencies: Statistic {
    let all: [TradeEfficiency]

    init(_ context: MetricContext) throws(Unavailable) {
        all = try context(TradeStatistics.self).withClosed().closed.compactMap { TradeEfficiency($0) }
        guard !all.isEmpty else { throw .noExcursions }
    }
}

extension MetricKey {
    /// Entry efficiency.
    public static let entryEfficiency = MetricKey("trades.entry_efficiency")
    /// Exit efficiency.
    public static let exitEfficiency = MetricKey("trades.exit_efficiency")
    /// Average give-back.
    public static let averageGiveBack = MetricKey("trades.average_give_back")
}

extension MetricDefinition {
    static let entryEfficiency = efficiency(
        .entryEfficiency, "Entry efficiency", .fraction, .higher,
        "How near entries were to the best price of the trade.",
        "mean(MFE/(MFE − MAE))", \.entry)
    static let exitEfficiency = efficiency(
        .exitEfficiency, "Exit efficiency", .fraction, .higher, "How near exits were to the best price of the trade.",
        "mean((P − MAE)/(MFE − MAE))", \.exit)
    static let averageGiveBack = efficiency(
        .averageGiveBack, "Average give-back", .money, .lower,
        "How much of the best open result was gone at the exit: end-trade drawdown.", "mean(MFE − P)", \.givenBack)

    private static func efficiency(
        _ key: MetricKey, _ name: String, _ unit: MetricDeclaration.Unit, _ better: MetricDeclaration.Direction,
        _ summary: String, _ formula: String, _ value: any KeyPath<TradeEfficiency, Double> & Sendable
    ) -> MetricDefinition {
        MetricDefinition(
            .ofTrades(
                key, name, unit, places: unit == .money ? 2 : 1, better: better, summary: summary, formula: formula,
                edgeCases:
                    "P is the result before fees. Closed trades that know both extremes and whose price moved; none: n/a.",
                source: "Sweeney (1996), Maximum Adverse Excursion."),
            inputs: { _ in ["closed trades, money before fees"] },
            compute: { context throws(Unavailable) in
                let all = try context(TradeEfficiencies.self).all
                return StableSum.of(all.map { $0[keyPath: value] }) / Double(all.count)
            })
    }
}

/// Excursions and efficiency of all closed trades, of winners, or of losers.
public struct ExcursionGroup: Equatable, Sendable {
    /// `All`, `Winners`, `Others`.
    public let name: String
    /// Closed trades that know both extremes and whose price moved.
    public let count: Int
    /// Mean worst open result, money.
    public let averageMAE: Double
    /// Median worst open result.
    public let medianMAE: Double
    /// The worst of all.
    public let worstMAE: Double
    /// Mean best open result, money.
    public let averageMFE: Double
    /// Median best open result.
    public let medianMFE: Double
    /// Mean entry efficiency, 0…1.
    public let entry: Double
    /// Mean exit efficiency, 0…1.
    public let exit: Double
    /// Mean of the result over the range of prices, −1…1.
    public let total: Double
    /// Mean of what was given back from the best open result.
    public let givenBack: Double
}

extension Analysis {
    /// Excursions of closed trades in groups that are not empty; throws where no trade knows its extremes.
    public func excursions() throws(Unavailable) -> [ExcursionGroup] {
        let all = try context(TradeEfficiencies.self).all
        let groups: [(String, [TradeEfficiency])] = [
            ("All", all), ("Winners", all.filter(\.isWinner)), ("Others", all.filter { !$0.isWinner }),
        ]
        return groups.filter { !$0.1.isEmpty }.map { ExcursionGroup($0.0, $0.1) }
    }
}

extension ExcursionGroup {
    init(_ name: String, _ trades: [TradeEfficiency]) {
        func mean(_ value: (TradeEfficiency) -> Double) -> Double {
            StableSum.of(trades.map(value)) / Double(trades.count)
        }
        func median(_ value: (TradeEfficiency) -> Double) -> Double {
            Quantile.of(unsorted: trades.map(value), at: 0.5) ?? 0
        }
        self.init(
            name: name, count: trades.count, averageMAE: mean(\.worst), medianMAE: median(\.worst),
            worstMAE: trades.map(\.worst).min() ?? 0, averageMFE: mean(\.best), medianMFE: median(\.best),
            entry: mean(\.entry), exit: mean(\.exit), total: mean(\.total), givenBack: mean(\.givenBack))
    }
}
