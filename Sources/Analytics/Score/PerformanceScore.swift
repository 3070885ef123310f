/// The performance score with its addends.
///
/// max(0, min(100, 50 + clamp(15·Sharpe, −30, 30) + 0.3·win rate in percent − 2·|max drawdown| in percent)): the score of
/// the predecessor service, kept so that numbers stay comparable. Its weights are a convention, not a finding.
struct PerformanceScore: Sendable {
    /// The addends.
    let parts: [ScoreSection.Part]
    /// 0–100.
    let value: Double

    /// The score of a context; throws what Sharpe and drawdown throw, and where the convention gives none.
    init(_ context: MetricContext) throws(Unavailable) {
        let sharpe = try context(SharpeRatio.self).value
        if context.conventions.score == .guarded { try Self.requireCertainty(context, sharpe) }
        let drawdown = context(Drawdowns.self).maximum
        let win = try Self.winRate(context)
        parts = [
            ScoreSection.Part(name: "Base", points: 50),
            ScoreSection.Part(name: "Sharpe ratio", points: min(30, max(-30, 15 * sharpe))),
            ScoreSection.Part(name: win.name, points: 30 * win.rate),
            ScoreSection.Part(name: "Max drawdown", points: 200 * drawdown),
        ]
        value = min(100, max(0, parts.reduce(0) { $0 + $1.points }))
    }

    /// A score of less than a year, or of a Sharpe ratio that may be zero, is noise with a word to it.
    private static func requireCertainty(_ context: MetricContext, _ sharpe: Double) throws(Unavailable) {
        try context.requireWholeYear()
        let reach = NormalDistribution.quantile(0.975) * (try context(SharpeError.self).value)
        guard sharpe - reach > 0 || sharpe + reach < 0 else { throw .uncertainSharpe }
    }

    /// Of periods, or by the predecessor's rule of trades where there are closed ones; the addend's name says which.
    private static func winRate(_ context: MetricContext) throws(Unavailable) -> (name: String, rate: Double) {
        if context.conventions.score == .predecessor, let trades = try? context(TradeStatistics.self),
            !trades.closed.isEmpty
        {
            return ("Win rate of trades", Double(trades.outcomes.wins) / Double(trades.closed.count))
        }
        try context.requireReturns()
        let returns = context.daily.returns
        return ("Winning periods", try context.conventions.winRate(of: returns))
    }

    /// ≥ 80 Excellent, ≥ 65 Good, ≥ 50 Fair, else Poor.
    var rating: String {
        switch value {
        case 80...: "Excellent"
        case 65...: "Good"
        case 50...: "Fair"
        default: "Poor"
        }
    }
}
