extension MetricKey {
    /// Beta of rises.
    public static let betaUp = MetricKey("beta_up")
    /// Beta of falls.
    public static let betaDown = MetricKey("beta_down")
}

extension MetricDefinition {
    static let betaUp = beta(.betaUp, "Beta of rises", "rose", "b > f") { $0 > 0 }
    static let betaDown = beta(.betaDown, "Beta of falls", "fell", "b < f") { $0 < 0 }

    private static func beta(
        _ key: MetricKey, _ name: String, _ verb: String, _ condition: String,
        where belongs: @escaping @Sendable (Double) -> Bool
    ) -> MetricDefinition {
        MetricDefinition(
            MetricDeclaration(
                key: key, name: name, group: .benchmark, unit: .ratio, places: 2, better: .neither,
                summary:
                    "Slope of the regression over the periods in which the benchmark \(verb) against the risk-free rate.",
                formula: "cov(e,b−f)/var(b−f) over the periods with \(condition)",
                edgeCases: "Fewer than five common periods, fewer than two such periods, or none that varies: n/a.",
                source: "Bacon (2008): bull and bear beta.", appliesToBenchmark: false),
            decidedBy: ConventionField.ofExcess, inputs: { [$0.text.riskFree] },
            compute: { context throws(Unavailable) in
                let returns = try context(RegressedReturns.self)
                let chosen = returns.benchmark.indices.filter { belongs(returns.benchmark[$0]) }
                let (x, y) = (chosen.map { returns.benchmark[$0] }, chosen.map { returns.run[$0] })
                guard x.count > 1 else { throw key == .betaUp ? .noUpPeriod : .noDownPeriod }
                guard let fit = LinearFit(x.span, y.span) else { throw .constantBenchmark }
                return fit.slope
            })
    }
}
