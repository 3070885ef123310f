import Series

extension MetricContext {
    /// CAGR less the benchmark's, both over the time that the benchmark covers.
    func excessGrowth() throws(Unavailable) -> Double {
        guard let benchmark else { throw .noBenchmark }
        if run.benchmarkIsWhole { return try annualGrowth() - benchmark.annualGrowth() }
        let days = try compared().days
        guard conventions.shortSpans == .annualised || days >= 0.98 * 365.25 else { throw .shorter(than: "1 year") }
        let years = days / 365.25
        return try annualised(growth: Self.growth(comparison.returns), years: years)
            - annualised(growth: Self.growth(comparison.benchmark), years: years)
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
        compute: { context throws(Unavailable) in try context.excessGrowth() })
}
