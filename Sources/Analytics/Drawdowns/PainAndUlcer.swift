extension Drawdowns {
    /// √(Σdd²/n).
    func ulcerIndex(_ divisor: UlcerDivisor) throws(Unavailable) -> Double {
        let observations = Double(try observed().observations)
        switch divisor {
        case .observations: return (squares / observations).squareRoot()
        case .observationsLessOne:
            guard observations > 1 else { throw .oneReturn }
            return (squares / (observations - 1)).squareRoot()
        }
    }

    /// Σ|dd|/n.
    func painIndex() throws(Unavailable) -> Double { -sum / Double(try observed().observations) }
}

extension MetricKey {
    /// Ulcer index.
    public static let ulcerIndex = MetricKey("ulcer_index")
    /// Pain index.
    public static let painIndex = MetricKey("pain_index")
}

extension MetricDefinition {
    static let ulcerIndex = MetricDefinition(
        decidedBy: [.ulcerDivisor],
        { conventions in
            MetricDeclaration(
                key: .ulcerIndex, name: "Ulcer index", group: .risk, unit: .fraction, places: 1, better: .lower,
                summary: "Root mean square of the drawdown series: depth and length in one number.",
                formula: conventions.ulcerDivisor.phrase,
                edgeCases: "Positive; 0 where growth never fell; n = 0: n/a.", peers: "ffn gives percent points.",
                source: "Martin and McCann (1989), The Investor's Guide to Fidelity Funds.", appliesToBenchmark: true)
        },
        inputs: { _ in [] },
        compute: { context throws(Unavailable) in
            try context(Drawdowns.self).ulcerIndex(context.conventions.ulcerDivisor)
        })

    static let painIndex = MetricDefinition(
        MetricDeclaration(
            key: .painIndex, name: "Pain index", group: .risk, unit: .fraction, places: 1, better: .lower,
            summary: "Mean depth of the drawdown series.", formula: "Σ|dd|/n",
            edgeCases: "Positive; 0 where growth never fell; n = 0: n/a.",
            source: "Becker (2006), Pain index; as in PerformanceAnalytics.", appliesToBenchmark: true),
        inputs: { _ in [] },
        compute: { context throws(Unavailable) in try context(Drawdowns.self).painIndex() })
}
