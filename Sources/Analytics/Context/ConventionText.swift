import RunModel

/// What a run puts into formulas, in words; written once per context.
struct ConventionText: Sendable {
    /// `A = 252`.
    let periods: String
    /// `rf 2 % a year`, or the series' name.
    let riskFree: String
    /// What one return of the daily view is: `daily returns`.
    let dailyReturns: String
    /// The same for numbers that are of sessions only because the run observes within the day; nothing otherwise.
    let view: [String]

    /// The words of a context.
    init(_ context: MetricContext) {
        periods = "A = " + Notation.number(context.periodsPerYear)
        riskFree = context.run.riskFree.description
        let years = context.conventions.growthYears
        growth = ["years = " + years.phrase] + (years == .observations ? [periods] : [])
        let closes = ", taken at session closes"
        dailyReturns =
            context.cadence.periodName + " returns" + (context.daily.count < context.history.count ? closes : "")
        view = context.isIntraday ? ["daily returns" + closes] : []
    }

    /// How the years of growth are counted, with A where it counts them.
    let growth: [String]

    /// A, the rate, and that numbers are of sessions where that is not plain.
    var yearly: [String] { [periods, riskFree] + view }
}
