import Formatting
import RunModel

/// Fragments of convention lines, written once per context.
struct ConventionText: Sendable {
    /// A as text: `252`.
    let periods: String
    /// `√252`.
    let root: String
    /// `rf 2 % a year`, or the series' name.
    let riskFree: String
    /// How the years of growth are counted.
    let years: String
    /// What one observation of the daily view is: `daily returns`.
    let dailyReturns: String
    /// Of intraday runs, that a number is of the daily view; empty otherwise.
    let view: String
    /// The target of downside measures.
    let downside: String

    /// The fragments for a context.
    init(_ context: MetricContext) {
        periods = Self.number(context.periodsPerYear)
        root = "√" + periods
        switch context.run.riskFree {
        case .annual(let rate): riskFree = "rf " + Self.percent(rate) + " a year"
        case .perPeriod(_, let name): riskFree = "rf from " + name
        }
        switch context.conventions.growthYears {
        case .elapsed(let days, .baseline): years = "elapsed calendar days / " + Self.number(days)
        case .elapsed(let days, .firstReturn):
            years = "calendar days since the first return / " + Self.number(days)
        case .observations: years = "observations / " + periods
        }
        let closes = ", taken at session closes"
        dailyReturns =
            context.cadence.periodName + " returns" + (context.daily.count < context.history.count ? closes : "")
        view = context.isIntraday ? ", daily returns" + closes : ""
        switch context.conventions.downside {
        case .allPeriods: downside = "√(Σ min(e,0)²/n)"
        case .negativeDeviation: downside = "s(e below 0)"
        }
    }

    /// A number with at most six significant digits.
    static func number(_ value: Double) -> String { SignificantDigits.json(value, count: 6) }

    /// A fraction as percent with at most six significant digits.
    static func percent(_ value: Double) -> String { number(value * 100) + DisplayNumber.thinSpace + "%" }
}
