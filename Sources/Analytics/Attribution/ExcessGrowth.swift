import Series

/// CAGR less the benchmark's, both over the time that the benchmark covers.
private struct ExcessGrowth: Statistic {
    let value: Double

    init(_ context: MetricContext) throws(Unavailable) {
        guard let benchmark = context.benchmark else { throw .noBenchmark }
        if context.run.benchmarkIsWhole {
            value = try context(AnnualGrowth.self).value - benchmark(AnnualGrowth.self).value
            return
        }
        let comparison = try context(BenchmarkComparison.self).overlapping()
        guard context.conventions.shortSpans == .annualised || comparison.days >= 0.98 * 365.25 else {
            throw .shorter(than: "1 year")
        }
        let years = comparison.days / 365.25
        value =
            try AnnualGrowth.rate(of: Self.growth(comparison.returns), over: years)
            - AnnualGrowth.rate(of: Self.growth(comparison.benchmark), over: years)
    }

    private static func growth(_ returns: [Double]) -> Double { returns.reduce(1) { $0 * (1 + $1) } }
}

extension MetricKey {
    /// CAGR over benchmark.
    public static let excessCAGR = MetricKey("excess_cagr")
}

extension MetricDefinition {
    static let excessCAGR = MetricDefinition(
        MetricDeclaration(
            key: .excessCAGR, name: "CAGR over benchmark", group: .benchmark, unit: .fractionPerYear, places: 1,
            better: .higher,
            summary: "CAGR less the benchmark's CAGR.", formula: "CAGR(r) − CAGR(b)",
            edgeCases:
                "In points a year. Where the benchmark covers a part of the run, both are of that part. n/a where "
                + "either is.",
            appliesToBenchmark: false),
        decidedBy: ConventionField.ofGrowth,
        inputs: { context in
            context.run.benchmarkIsWhole ? context.text.growth : ["over the time of the benchmark"]
        },
        compute: { context throws(Unavailable) in try context(ExcessGrowth.self).value })
}
