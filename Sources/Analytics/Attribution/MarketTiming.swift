extension MetricKey {
    /// Timing, Treynor–Mazuy.
    public static let treynorMazuyGamma = MetricKey("treynor_mazuy_gamma")
    /// Timing, Henriksson–Merton.
    public static let henrikssonMertonGamma = MetricKey("henriksson_merton_gamma")
}

extension MetricDefinition {
    static let treynorMazuyGamma = timing(
        .treynorMazuyGamma, "Timing, Treynor–Mazuy", "γ of e = a + beta·c + γ·c², c = b − f",
        source: "Treynor and Mazuy (1966), Can Mutual Funds Outguess the Market?"
    ) { benchmark throws(Unavailable) in benchmark.map { $0 * $0 } }

    static let henrikssonMertonGamma = timing(
        .henrikssonMertonGamma, "Timing, Henriksson–Merton", "γ of e = a + beta·c + γ·max(−c,0), c = b − f",
        source: "Henriksson and Merton (1981), On Market Timing and Investment Performance."
    ) { benchmark throws(Unavailable) in
        guard benchmark.contains(where: { $0 < 0 }) else { throw .noDownPeriod }
        return benchmark.map { max(-$0, 0) }
    }

    private static func timing(
        _ key: MetricKey, _ name: String, _ formula: String, source: String,
        _ column: @escaping @Sendable ([Double]) throws(Unavailable) -> [Double]
    ) -> MetricDefinition {
        MetricDefinition(
            MetricDeclaration(
                key: key, name: name, group: .benchmark, unit: .ratio, places: 2, better: .higher,
                summary: "Whether the run held more of the benchmark when it rose: above zero is good timing.",
                formula: formula,
                edgeCases:
                    "Least squares on excess returns. Its errors stand in the table of factors. Fewer than five common periods, "
                    + "no residual, a benchmark of two values only: n/a.",
                source: source, appliesToBenchmark: false),
            decidedBy: ConventionField.ofExcess, inputs: { [$0.text.riskFree] },
            compute: { context throws(Unavailable) in
                let returns = try context(RegressedReturns.self)
                return try returns.fit(on: [returns.benchmark, column(returns.benchmark)]).coefficients[2]
            })
    }
}
