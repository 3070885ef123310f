import Glibc
import Series

/// By how much √A misses the scale of a Sharpe ratio whose returns depend on each other.
private struct LoFactor: Statistic {
    /// q/√(q + 2·Σ (q−k)·ρ_k).
    let value: Double
    /// How many autocorrelations are in it.
    let lags: Int

    init(_ context: MetricContext) throws(Unavailable) {
        try context.requireReturns(4)
        guard let periods = Int(exactly: context.periodsPerYear.rounded()), periods > 0 else { throw .noTime }
        let excess = context.view.riskFree.excess(of: context.view.returns)
        guard let own = Autocorrelation(excess) else { throw .constant }
        lags = Self.lags(periods: periods, count: excess.count)
        var sum = StableSum()
        for lag in 1..<max(1, lags + 1) { sum.add(Double(periods - lag) * own.lag(lag)) }
        let variance = Double(periods) + 2 * sum.value
        guard variance > 0 else { throw .undefinedError }
        value = Double(periods) / variance.squareRoot()
    }

    /// All within a year for monthly and slower returns, as in Lo's paper; of faster ones Newey and West's number, because
    /// autocorrelations further back are noise.
    static func lags(periods: Int, count: Int) -> Int {
        let all = min(periods - 1, count - 2)
        return max(0, periods <= 12 ? all : min(all, LeastSquares.lag(for: count)))
    }
}

extension MetricKey {
    /// Sharpe ratio, Lo's correction.
    public static let sharpeLoAdjusted = MetricKey("sharpe_lo_adjusted")
}

extension MetricDefinition {
    static let sharpeLoAdjusted = MetricDefinition(
        MetricDeclaration(
            key: .sharpeLoAdjusted, name: "Sharpe, Lo's correction", group: .validity, unit: .ratio, places: 2,
            better: .higher,
            summary:
                "The yearly Sharpe ratio for returns that depend on those before them, where √A is the wrong scale.",
            formula: "mean(e)/s(e)·q/√(q + 2·Σ_{k≤m} (q−k)·ρ_k), q = A",
            edgeCases:
                "ρ_k autocorrelations of e. m is q − 1 for monthly and slower returns, else 4·(n/100)^(2/9). Below the Sharpe "
                + "ratio where returns go on, above it where they reverse. n < 4, spans under 90 days, returns that do not "
                + "vary, autocorrelations without a variance: n/a.",
            source: "Lo (2002), The Statistics of Sharpe Ratios, equation 20.", appliesToBenchmark: false),
        decidedBy: [.shortSpans] + ConventionField.ofExcess,
        inputs: { context in
            let lags = (try? context(LoFactor.self))?.lags
            return (lags.map { ["m = \($0)"] } ?? []) + context.text.yearly
        },
        compute: { context throws(Unavailable) in
            let deviation = try context(ExcessDeviation.self).value
            try context.requireYear()
            return try context(ExcessStatistics.self).moments.mean / deviation * context(LoFactor.self).value
        })
}
