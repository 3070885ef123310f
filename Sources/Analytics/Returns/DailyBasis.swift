import Series

/// By what returns of a daily view become numbers per year: what a reader needs to compute them again for a part of it.
public struct DailyBasis: Statistic, Equatable {
    /// When each trading day ends; periods of slower runs.
    public let timestamps: TimeAxis
    /// A of the daily view: trading days per year, or periods per year of slower runs.
    public let periodsPerYear: Double
    /// The risk-free return of each day, or one number where it never changes.
    public let riskFree: [Double]
}

extension DailyBasis {
    /// The basis of a context.
    init(_ context: MetricContext) {
        let daily = context.daily
        (timestamps, periodsPerYear) = (daily.timestamps, daily.periodsPerYear)
        switch daily.riskFree {
        case .constant(let rate): riskFree = [rate]
        case .column(let column): riskFree = column
        }
    }
}

extension Analysis {
    /// By what the daily view is annualised.
    public var daily: DailyBasis { context(DailyBasis.self) }
    /// The same of the benchmark's own days; nil without one.
    public var benchmarkDaily: DailyBasis? { context.benchmark?(DailyBasis.self) }
}
