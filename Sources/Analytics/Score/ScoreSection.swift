/// 0–100 with its parts, rating word and risk level (REQUIREMENTS A13).
public struct ScoreSection: Statistic, Equatable {
    /// One addend of the score.
    public struct Part: Equatable, Sendable {
        /// `Sharpe ratio`.
        public let name: String
        /// Points, positive or negative.
        public let points: Double
    }

    /// The score, or why there is none.
    public let value: MetricValue
    /// The addends in order; empty where there is no score.
    public let parts: [Part]
    /// `Excellent`, `Good`, `Fair`, `Poor`; nil where there is no score.
    public let rating: String?
    /// `low`, `moderate`, `high`, `extreme`; nil where volatility and drawdown are n/a.
    public let riskLevel: String?
}

extension ScoreSection {
    /// The section of a context.
    init(_ context: MetricContext) {
        riskLevel = try? RiskLevel(context).rawValue
        do {
            let score = try PerformanceScore(context)
            (value, parts, rating) = (.finite(score.value, else: .notFinite), score.parts, score.rating)
        } catch {
            (value, parts, rating) = (.absent(error), [], nil)
        }
    }
}

extension Analysis {
    /// 0–100 with its parts.
    public var score: ScoreSection { context(ScoreSection.self) }
}
