import Series

/// By what returns of a daily view become numbers per year: what a reader needs to compute them again for a part of it.
public struct DailyBasis: Equatable, Sendable {
    /// When each trading day ends; periods of slower runs.
    public let stamps: [Timestamp]
    /// A of the daily view: trading days per year, or periods per year of slower runs.
    public let periodsPerYear: Double
    /// The risk-free return of each day, or one number where it never changes.
    public let riskFree: [Double]

    /// A basis with all its parts.
    public init(stamps: [Timestamp], periodsPerYear: Double, riskFree: [Double]) {
        self.stamps = stamps
        self.periodsPerYear = periodsPerYear
        self.riskFree = riskFree
    }
}

extension DailyBasis {
    /// The basis of a context.
    init(_ context: MetricContext) {
        let rates: [Double]
        switch context.daily.riskFree {
        case .constant(let rate): rates = [rate]
        case .column(let column): rates = column
        }
        self.init(stamps: context.daily.stamps, periodsPerYear: context.daily.periodsPerYear, riskFree: rates)
    }
}
