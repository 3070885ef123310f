/// 0–100 with its parts, rating word and risk level (REQUIREMENTS A13).
public struct ScoreSection: Equatable, Sendable {
    /// One addend of the score.
    public struct Part: Equatable, Sendable {
        /// `Sharpe ratio`.
        public let name: String
        /// Points, positive or negative.
        public let points: Double

        /// An addend.
        public init(name: String, points: Double) {
            self.name = name
            self.points = points
        }
    }

    /// The score, or why there is none.
    public let value: MetricValue
    /// The addends in order; empty where there is no score.
    public let parts: [Part]
    /// `Excellent`, `Good`, `Fair`, `Poor`; nil where there is no score.
    public let rating: String?
    /// `low`, `moderate`, `high`, `extreme`; nil where volatility and drawdown are n/a.
    public let riskLevel: String?

    /// A score with all its parts.
    public init(value: MetricValue, parts: [Part], rating: String?, riskLevel: String?) {
        self.value = value
        self.parts = parts
        self.rating = rating
        self.riskLevel = riskLevel
    }
}

/// Something that a reader should mind before believing the numbers.
public struct Caution: Equatable, Sendable {
    /// Stable name: `short_history`.
    public let code: String
    /// One sentence with the facts.
    public let text: String

    /// A caution.
    public init(code: String, text: String) {
        self.code = code
        self.text = text
    }
}
