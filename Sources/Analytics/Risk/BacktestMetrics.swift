extension MetricDefinition {
    /// How value at risk stood the test of what came.
    static let valueAtRiskTests = TailNumber.levels.flatMap { level in
        [exceedances(level), exceedanceRate(level), kupiec(level), independence(level), christoffersen(level)]
    }

    private static let edges =
        "Forecasts are the historical VaR of the 252 observations before (104 weeks, 60 months, 40 quarters or years), so "
        + "the first have none: n/a where the run is no longer. 99 % needs a window of 100. "

    private static func share(_ level: Int) -> String { level == 95 ? "0.05" : "0.01" }

    private static func exceedances(_ level: Int) -> MetricDefinition {
        test(
            "var_exceedances_\(level)", "VaR \(level) % exceedances", .count, 0, .neither,
            "How many returns were below the VaR that the window before them forecast.", "#{rₜ < VaRₜ}", level
        ) { test throws(Unavailable) in Double(test.failures) }
    }

    private static func exceedanceRate(_ level: Int) -> MetricDefinition {
        test(
            "var_exceedance_rate_\(level)", "VaR \(level) % exceedance rate", .fraction, 2, .neither,
            "The share of returns below the VaR that the window before them forecast; \(100 - level) % is right.",
            "#{rₜ < VaRₜ}/#forecasts", level
        ) { test throws(Unavailable) in test.rate }
    }

    private static func kupiec(_ level: Int) -> MetricDefinition {
        test(
            "var_kupiec_p_\(level)", "Kupiec p, VaR \(level) %", .probability, 3, .higher,
            "The chance of a count of exceedances this far from \(100 - level) %, if VaR is right.",
            "P(χ²₁ ≥ 2·ln(L(x/n)/L(c))), L(p) = pˣ·(1−p)ⁿ⁻ˣ, c = \(share(level))", level,
            source: "Kupiec (1995), Techniques for Verifying the Accuracy of Risk Measurement Models."
        ) { test throws(Unavailable) in test.coverageProbability }
    }

    private static func independence(_ level: Int) -> MetricDefinition {
        test(
            "var_independence_p_\(level)", "Independence p, VaR \(level) %", .probability, 3, .higher,
            "The chance of exceedances that follow each other this often, if they are independent.",
            "P(χ²₁ ≥ 2·ln(L(x₀₁/n₀)·L(x₁₁/n₁)/L(x/n))), pairs of neighbours", level,
            more: "No exceedance: n/a. ", source: christoffersenSource
        ) { test throws(Unavailable) in
            guard test.failures > 0 else { throw .noExceedance }
            return test.independenceProbability
        }
    }

    private static func christoffersen(_ level: Int) -> MetricDefinition {
        test(
            "var_christoffersen_p_\(level)", "Christoffersen p, VaR \(level) %", .probability, 3, .higher,
            "The chance of both together: exceedances this wrong in number and this clustered.",
            "P(χ²₂ ≥ LR of Kupiec + LR of independence)", level, more: "No exceedance: n/a. ",
            source: christoffersenSource
        ) { test throws(Unavailable) in
            guard test.failures > 0 else { throw .noExceedance }
            return test.jointProbability
        }
    }

    private static let christoffersenSource = "Christoffersen (1998), Evaluating Interval Forecasts."

    private static func test(
        _ key: String, _ name: String, _ unit: MetricDeclaration.Unit, _ places: Int,
        _ better: MetricDeclaration.Direction, _ summary: String, _ formula: String, _ level: Int, more: String = "",
        source: String = "", _ value: @escaping @Sendable (CoverageTest) throws(Unavailable) -> Double
    ) -> MetricDefinition {
        MetricDefinition(
            MetricDeclaration(
                key: MetricKey(key), name: name, group: .risk, unit: unit, places: places, better: better,
                summary: summary, formula: formula, edgeCases: edges + more + "0·ln 0 = 0.", source: source,
                appliesToBenchmark: false, hasOwnTable: true),
            inputs: { $0.text.dailyReturns },
            compute: { context throws(Unavailable) in
                try value(try context(ValueAtRiskBacktest.self).test(level))
            })
    }
}

extension Unavailable {
    static let noExceedance = Unavailable("no_exceedance", "no return was below VaR")
}
