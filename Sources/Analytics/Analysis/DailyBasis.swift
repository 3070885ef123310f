/// By what returns of the daily view become numbers per year: what a reader needs to compute them again for a part of it.
public struct DailyBasis: Equatable, Sendable {
    /// A of the daily view: trading days per year, or periods per year of slower runs.
    public let periodsPerYear: Double
    /// The risk-free return of each day of the daily view, or one number where it never changes.
    public let riskFree: [Double]
    /// Whether short spans are annualised all the same.
    public let annualisesShort: Bool

    /// A basis with all its parts.
    public init(periodsPerYear: Double, riskFree: [Double], annualisesShort: Bool) {
        self.periodsPerYear = periodsPerYear
        self.riskFree = riskFree
        self.annualisesShort = annualisesShort
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
        self.init(
            periodsPerYear: context.daily.periodsPerYear, riskFree: rates,
            annualisesShort: context.conventions.annualiseShort)
    }
}
