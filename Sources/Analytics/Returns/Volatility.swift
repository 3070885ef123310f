/// s(r) of the daily view, which needs two returns; exactly 0 where they differ by no more than rounding.
struct PeriodDeviation: Statistic {
    let value: Double

    init(_ context: MetricContext) throws(Unavailable) {
        try context.requireReturns(2)
        value = (context.moments.sampleVariance ?? 0).squareRoot()
    }
}

extension MetricKey {
    /// Volatility.
    public static let annualVolatility = MetricKey("annual_volatility")
}

extension MetricDefinition {
    static let annualVolatility = MetricDefinition(
        MetricDeclaration(
            key: .annualVolatility, name: "Volatility", group: .risk, unit: .fractionPerYear, places: 1, better: .lower,
            summary: "Standard deviation of the daily returns (or of a slower series' own), scaled to a year.",
            formula: "s(r)·√A",
            edgeCases:
                "Sample deviation (n − 1), of the daily view. n < 2 and spans under 90 days: n/a. Returns that differ by no "
                + "more than rounding: 0.",
            peers: "quantstats_lumi scales every series by √365; backtesting.py uses a lognormal form.",
            appliesToBenchmark: true),
        decidedBy: ConventionField.perYear, inputs: { [$0.text.periods] + $0.text.view },
        compute: { context throws(Unavailable) in
            let deviation = try context(PeriodDeviation.self).value
            try context.requireYear()
            return deviation * context.periodsPerYear.squareRoot()
        })
}
