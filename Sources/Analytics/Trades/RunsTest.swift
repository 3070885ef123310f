import Glibc
import RunModel
import Series

/// Whether wins and losses come in clusters: the runs test of Wald and Wolfowitz over closed trades by exit.
struct RunsTest: Statistic {
    /// Stretches of wins or of losses.
    let runs: Int
    /// How many stretches are expected of wins and losses in random order.
    let expected: Double
    /// (runs − expected)/s.d.: below zero they cluster, above they alternate.
    let score: Double

    init(_ context: MetricContext) throws(Unavailable) {
        let profits = try context(TradeStatistics.self).withClosed().closed.map(\.profit).filter { $0 != 0 }
        let (wins, losses) = (profits.count { $0 > 0 }, profits.count { $0 < 0 })
        guard wins > 0 else { throw .noWinningTrade }
        guard losses > 0 else { throw .noLosingTrade }
        guard profits.count >= 10 else { throw .fewerThan(10, "closed trades that won or lost") }
        runs = 1 + zip(profits, profits.dropFirst()).count { ($0 > 0) != ($1 > 0) }
        let count = Double(wins + losses)
        let product = 2 * Double(wins) * Double(losses)
        expected = product / count + 1
        let variance = product * (product - count) / (count * count * (count - 1))
        guard variance > 0 else { throw .fewerThan(10, "closed trades that won or lost") }
        score = (Double(runs) - expected) / variance.squareRoot()
    }

    /// How often random order would show as few or as many, two-sided.
    var probability: Double { min(1, 2 * NormalDistribution.cumulative(-score.magnitude)) }
}

extension MetricKey {
    /// p-value of random order.
    public static let runsTestP = MetricKey("trades.runs_test_p")
    /// Fees, share of gross P&L.
    public static let feesOfGrossProfit = MetricKey("trades.fees_of_gross_pnl")
    /// Deviation of P&L.
    public static let profitDeviation = MetricKey("trades.pnl_deviation")
    /// Win rate, lower bound.
    public static let winRateLow = MetricKey("trades.win_rate_ci_low")
    /// Win rate, upper bound.
    public static let winRateHigh = MetricKey("trades.win_rate_ci_high")
    /// Shortest duration.
    public static let shortestDuration = MetricKey("trades.shortest_duration_hours")
    /// Longest duration.
    public static let longestDuration = MetricKey("trades.longest_duration_hours")
}

extension MetricDefinition {
    static let runsTestP = MetricDefinition(
        .ofTrades(
            .runsTestP, "p-value of random order", .probability, places: 3, better: .neither,
            summary: "How often wins and losses in random order would cluster, or alternate, as much as these.",
            formula: "2·Φ(−|z|), z = (runs − μ)/σ, μ = 2·w·l/n + 1, σ² = 2wl(2wl − n)/(n²(n − 1))",
            edgeCases:
                "Runs are stretches of wins or of losses, by exit; even trades are left out. Fewer than ten, only wins or only "
                + "losses: n/a.",
            source: "Wald and Wolfowitz (1940), On a Test Whether Two Samples are from the Same Population."),
        inputs: { _ in ["closed trades by exit"] },
        compute: { context throws(Unavailable) in try context(RunsTest.self).probability })

    static let feesOfGrossProfit = MetricDefinition(
        .ofTrades(
            .feesOfGrossProfit, "Fees, share of gross P&L", .fraction, places: 1, better: .lower,
            summary: "How much of what closed trades earned before costs went to fees.",
            formula: "Σ fees/Σ(p + fees)",
            edgeCases: "Above 1 where fees made a profit a loss. No closed trade, or nothing earned before fees: n/a."),
        inputs: { _ in ["closed trades"] },
        compute: { context throws(Unavailable) in
            let closed = try context(TradeStatistics.self).withClosed().closed
            let fees = StableSum.of(closed.map(\.fees))
            let gross = StableSum.of(closed.map { $0.profit + $0.fees })
            guard gross > 0 else { throw .noGrossProfit }
            return fees / gross
        })

    static let profitDeviation = MetricDefinition(
        .ofTrades(
            .profitDeviation, "Deviation of P&L", .money, places: 2, better: .lower,
            summary: "Sample standard deviation of the profits of closed trades.", formula: "s(p)",
            edgeCases: "Money of the account, net of fees. Fewer than two closed trades: n/a."),
        inputs: { _ in ["closed trades, money net of fees"] },
        compute: { context throws(Unavailable) in
            guard let deviation = try context(TradeStatistics.self).withClosed().profits.sampleDeviation else {
                throw .oneTrade
            }
            return deviation
        })

    static let winRateLow = winRateBound(.winRateLow, "Win rate, lower bound", "Lower", 0.025)
    static let winRateHigh = winRateBound(.winRateHigh, "Win rate, upper bound", "Upper", 0.975)

    private static func winRateBound(
        _ key: MetricKey, _ name: String, _ side: String, _ share: Double
    ) -> MetricDefinition {
        MetricDefinition(
            .ofTrades(
                key, name, .fraction, places: 1, better: .higher,
                summary: "\(side) end of the 95 % credible interval of the true win rate.",
                formula: "quantile \(share < 0.5 ? "2.5" : "97.5") % of Beta(w + 1, n − w + 1)",
                edgeCases: "Of a uniform prior, trades independent of each other. No closed trade: n/a.",
                peers: "pyfolio draws this posterior as the probability of a profitable decision."),
            inputs: { _ in ["closed trades, net of fees"] },
            compute: { context throws(Unavailable) in
                let trades = try context(TradeStatistics.self).withClosed()
                let (wins, count) = (trades.outcomes.wins, trades.closed.count)
                return BetaDistribution.quantile(share, Double(wins + 1), Double(count - wins + 1))
            })
    }
}

/// The beta distribution.
enum BetaDistribution {
    /// The quantile for 0 < share < 1, by halving: 60 steps give all digits that a reader sees.
    static func quantile(_ share: Double, _ a: Double, _ b: Double) -> Double {
        var (low, high) = (0.0, 1.0)
        for _ in 0..<60 {
            let middle = (low + high) / 2
            if IncompleteBeta.regularized(middle, a, b, 1 - middle) < share { low = middle } else { high = middle }
        }
        return (low + high) / 2
    }
}

extension Unavailable {
    static let noGrossProfit = Unavailable("no_gross_profit", "nothing was earned before fees")
}
