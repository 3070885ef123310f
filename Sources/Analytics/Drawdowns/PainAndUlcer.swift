extension MetricContext {
    /// √(Σdd²/n).
    func ulcerIndex() throws(Unavailable) -> Double {
        try requireReturns()
        let observations = Double(drawdowns.observations)
        switch conventions.ulcerDivisor {
        case .observations: return (drawdowns.squares / observations).squareRoot()
        case .observationsLessOne:
            guard observations > 1 else { throw .oneReturn }
            return (drawdowns.squares / (observations - 1)).squareRoot()
        }
    }

    /// What the squares are divided by, in words.
    var ulcerText: String {
        conventions.ulcerDivisor == .observations ? "over n observations" : "over n − 1 observations"
    }

    /// Σ|dd|/n.
    func painIndex() throws(Unavailable) -> Double {
        try requireReturns()
        return -drawdowns.sum / Double(drawdowns.observations)
    }
}

extension MetricKey {
    /// Ulcer index.
    public static let ulcerIndex = MetricKey("ulcer_index")
    /// Pain index.
    public static let painIndex = MetricKey("pain_index")
}

extension MetricDefinition {
    static let ulcerIndex = MetricDefinition(
        MetricDeclaration(
            key: .ulcerIndex, name: "Ulcer index", group: .risk, unit: .fraction, places: 1, better: .lower,
            summary: "Root mean square of the drawdown series: depth and length in one number.",
            formula: "√(Σdd²/n)",
            edgeCases: "Positive; 0 where growth never fell; n = 0: n/a.",
            peers: "quantstats divides by n − 1; ffn gives percent points.",
            source: "Martin and McCann (1989), The Investor's Guide to Fidelity Funds.", appliesToBenchmark: true),
        convention: { $0.ulcerText },
        compute: { context throws(Unavailable) in try context.ulcerIndex() })

    static let painIndex = MetricDefinition(
        MetricDeclaration(
            key: .painIndex, name: "Pain index", group: .risk, unit: .fraction, places: 1, better: .lower,
            summary: "Mean depth of the drawdown series.", formula: "Σ|dd|/n",
            edgeCases: "Positive; 0 where growth never fell; n = 0: n/a.",
            source: "Becker (2006), Pain index; as in PerformanceAnalytics.", appliesToBenchmark: true),
        convention: { _ in "over n observations" },
        compute: { context throws(Unavailable) in try context.painIndex() })
}
