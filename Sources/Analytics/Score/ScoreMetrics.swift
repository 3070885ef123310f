extension MetricKey {
    /// Score.
    public static let score = MetricKey("score")
    /// Rating.
    public static let scoreRating = MetricKey("score_rating")
    /// Risk level.
    public static let riskLevel = MetricKey("risk_level")
}

extension MetricDefinition {
    private static let choices = [.ratioNumerator, .sharpeVariance, .shortSpans] + ConventionField.ofExcess
    private static let scoreText = "50 + clamp(15·Sharpe, ±30) + 0.3·win rate in % − 2·|max drawdown| in %"

    static let score = MetricDefinition(
        decidedBy: [.score, .winRateBase] + choices,
        { conventions in
            MetricDeclaration(
                key: .score, name: "Score", group: .score, unit: .points, places: 0, better: .higher,
                summary: "One number from 0 to 100 for sorting many runs; read its parts before believing it.",
                formula: "max(0, min(100, \(scoreText))), \(conventions.score.phrase)",
                edgeCases: "Absent where Sharpe is. Not invariant to leverage, so in no report of `standard`.",
                source: "The score of the predecessor service, profile beta1.", appliesToBenchmark: false)
        },
        inputs: { $0.text.yearly },
        compute: { context throws(Unavailable) in try PerformanceScore(context).value })

    static let scoreRating = MetricDefinition(
        MetricDeclaration(
            key: .scoreRating, name: "Rating", group: .score, unit: .word, places: 0, better: .neither,
            summary: "The score in a word.", formula: "≥ 80 Excellent, ≥ 65 Good, ≥ 50 Fair, else Poor",
            edgeCases: "Absent where the score is.", source: "The predecessor service, profile beta1.",
            appliesToBenchmark: false),
        decidedBy: [.score, .winRateBase] + choices, inputs: { _ in [] },
        word: { context throws(Unavailable) in try PerformanceScore(context).rating })

    static let riskLevel = MetricDefinition(
        MetricDeclaration(
            key: .riskLevel, name: "Risk level", group: .score, unit: .word, places: 0, better: .neither,
            summary: "How rough the ride was: the worse of volatility and drawdown decides.",
            formula: "low < 10 %, moderate < 20 %, high < 35 %, else extreme, of max(volatility, |max drawdown|)",
            edgeCases: "Absent where volatility is.", appliesToBenchmark: false),
        decidedBy: ConventionField.perYear, inputs: { [$0.text.periods] },
        word: { context throws(Unavailable) in try RiskLevel(context).rawValue })
}
