extension MetricKey {
    /// Kelly fraction.
    public static let kelly = MetricKey("kelly")
}

extension MetricDefinition {
    static let kelly = MetricDefinition(
        MetricDeclaration(
            key: .kelly, name: "Kelly fraction", group: .ratios, unit: .ratio, places: 2, better: .neither,
            summary: "The multiple of the capital that would have grown fastest, if the past were to repeat itself.",
            formula: "mean(e)/s²(e)",
            edgeCases:
                "1 is the whole capital; above 1 is leverage. Of the daily view. n < 2 and returns that do not vary: n/a.",
            peers: "quantstats takes the payoff form over days, PerformanceAnalytics half of the value.",
            source: "Thorp (2006), The Kelly Criterion in Blackjack, Sports Betting and the Stock Market.",
            appliesToBenchmark: true),
        convention: {
            $0.conventions.kelly == .meanOverVariance
                ? "mean(e)/s²(e), \($0.text.riskFree)" : "p − (1−p)/payoff, of periods other than zero"
        },
        compute: { context throws(Unavailable) in
            switch context.conventions.kelly {
            case .meanOverVariance:
                let deviation = try context.excessDeviation()
                return context.excess.moments.mean / (deviation * deviation)
            case .payoff:
                try context.requireVariation()
                let outcomes = context.outcomes
                let payoff = try outcomes.payoff()
                let wins = Double(outcomes.wins) / Double(outcomes.wins + outcomes.losses)
                return wins - (1 - wins) / payoff
            }
        })
}
