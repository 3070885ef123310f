import RunModel

/// rf, the risk-free rate per year; of a series of rates, what they amount to in a year. Linear time for a series.
struct AnnualRate: Statistic {
    /// A fraction per year.
    let value: Double

    init(_ context: MetricContext) {
        if case .annual(let rate) = context.run.riskFree {
            value = rate
        } else {
            value = context.history.riskFree.annual(periodsPerYear: context.history.periodsPerYear)
        }
    }
}

extension MetricContext {
    /// rf, a rate per year.
    var annualRiskFree: Double { self(AnnualRate.self).value }
}
