extension MetricKey {
    /// Kelly fraction.
    public static let kelly = MetricKey("kelly")
}

extension MetricDefinition {
    static let kelly = MetricDefinition(
        decidedBy: [.kelly] + ConventionField.ofExcess,
        { conventions in
            MetricDeclaration(
                key: .kelly, name: conventions.kelly == .half ? "Half Kelly fraction" : "Kelly fraction",
                group: .ratios,
                unit: .ratio, places: 2, better: .neither,
                summary: conventions.kelly == .half
                    ? "Half the multiple of the capital that would have grown fastest, if the past were to repeat itself."
                    : "The multiple of the capital that would have grown fastest, if the past were to repeat itself.",
                formula: conventions.kelly.phrase,
                edgeCases:
                    "1 is the whole capital; above 1 is leverage. Of the daily view. n < 2 and returns that do not "
                    + "vary: n/a.",
                source: "Thorp (2006), The Kelly Criterion in Blackjack, Sports Betting and the Stock Market.",
                appliesToBenchmark: true)
        },
        inputs: { $0.conventions.kelly == .payoff ? [$0.text.dailyReturns] : [$0.text.riskFree] },
        compute: { context throws(Unavailable) in
            switch context.conventions.kelly {
            case .meanOverVariance, .half:
                let deviation = try context(ExcessDeviation.self).value
                let whole = context(ExcessStatistics.self).moments.mean / (deviation * deviation)
                return context.conventions.kelly == .half ? whole / 2 : whole
            case .payoff:
                try context.requireVariation()
                let outcomes = context(ReturnTally.self).tally
                let payoff = try outcomes.payoff()
                let wins = Double(outcomes.wins) / Double(outcomes.wins + outcomes.losses)
                return wins - (1 - wins) / payoff
            }
        })
}
