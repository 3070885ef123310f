/// One field of ``Conventions`` as the reference describes it.
struct ConventionChoice: Sendable {
    /// The field's name.
    let name: String
    /// The metrics or quantities that it decides.
    let subject: String
    /// The ways there are, the one of `standard` first.
    let ways: [String]

    /// Every choice, in the order of the fields.
    static let all: [ConventionChoice] = [
        ConventionChoice(name: "periodsPerYear", subject: "A", ways: ["of the run's calendar", "fixed"]),
        ConventionChoice(
            name: "growthYears", subject: "years of growth",
            ways: [
                "elapsed days / 365.25 from the baseline", "from the first return, or other days", "observations / A",
            ]),
        ConventionChoice(name: "riskFreeConversion", subject: "f", ways: ["(1+rf)^(1/A) − 1", "rf/A"]),
        ConventionChoice(name: "monthlyReturns", subject: "months, quarters, weeks", ways: ["compounded", "summed"]),
        ConventionChoice(name: "gainToPainMonths", subject: "`gain_to_pain_monthly`", ways: ["compounded", "summed"]),
        ConventionChoice(name: "yearlyReturns", subject: "years", ways: ["compounded", "(1+Σr)^(A/n) − 1"]),
        ConventionChoice(
            name: "partialPeriods", subject: "best, worst and mean month and year, statistics of years",
            ways: ["complete periods only", "every period touched"]),
        ConventionChoice(
            name: "winRateBase", subject: "periods' win rates", ways: ["of all periods", "of periods other than zero"]),
        ConventionChoice(
            name: "ratioNumerator", subject: "`sharpe`, `sortino`", ways: ["mean(e)·A", "(1+mean(r))^A − 1 − rf"]),
        ConventionChoice(
            name: "downside", subject: "`sortino`, `downside_deviation`",
            ways: ["√(Σ min(e,0)²/n)", "deviation of negative e about their mean"]),
        ConventionChoice(
            name: "kelly", subject: "`kelly`", ways: ["mean(e)/s²(e)", "p − (1−p)/payoff of periods"]),
        ConventionChoice(
            name: "drawdownBaseline", subject: "drawdowns",
            ways: ["W₀ before the first return", "after the first return"]),
        ConventionChoice(
            name: "averageDrawdown", subject: "`average_drawdown`", ways: ["depth of declines", "underwater points"]),
        ConventionChoice(
            name: "drawdownDays", subject: "days of declines",
            ways: ["peak to recovery", "first to last day below the peak, both counted"]),
        ConventionChoice(name: "ulcerDivisor", subject: "`ulcer_index`", ways: ["n", "n − 1"]),
        ConventionChoice(
            name: "martinNumerator", subject: "`martin_ratio`", ways: ["CAGR − rf", "total return − rf"]),
        ConventionChoice(
            name: "recoveryNumerator", subject: "`recovery_factor`", ways: ["total return", "abs(Σr − rf)"]),
        ConventionChoice(name: "skewness", subject: "`skewness`", ways: ["G₁, bias-corrected", "moments"]),
        ConventionChoice(
            name: "kurtosis", subject: "`kurtosis`",
            ways: ["G₂, bias-corrected excess", "moments less 3", "moments, normal = 3"]),
        ConventionChoice(
            name: "historicalTail", subject: "historical CVaR",
            ways: ["mean of r ≤ VaR", "mean of the lowest ⌊(n−1)·c⌋ + 1"]),
        ConventionChoice(
            name: "gaussianTail", subject: "Gaussian CVaR", ways: ["closed form", "mean of r below the Gaussian VaR"]),
        ConventionChoice(
            name: "regressionReturns", subject: "`alpha`, `beta`", ways: ["excess returns", "plain returns"]),
        ConventionChoice(name: "alphaAnnualisation", subject: "`alpha`", ways: ["a·A", "(1+a)^A − 1"]),
        ConventionChoice(name: "informationRatio", subject: "`information_ratio`", ways: ["times √A", "per period"]),
        ConventionChoice(
            name: "treynorNumerator", subject: "`treynor`",
            ways: ["mean(e)·A", "CAGR − rf", "total return − rf", "mean(r)"]),
        ConventionChoice(
            name: "capture", subject: "`up_capture`, `down_capture`", ways: ["means", "compounded annual returns"]),
        ConventionChoice(
            name: "sharpeKurtosis", subject: "uncertainty of Sharpe",
            ways: ["(γ₄−1)/4 of population moments", "(G₂−3)/4 of bias-corrected excess"]),
        ConventionChoice(name: "tradeDays", subject: "`trades.per_day`", ways: ["trading days", "calendar days"]),
        ConventionChoice(
            name: "score", subject: "`score`",
            ways: ["from a year on and a Sharpe interval without zero, winning periods", "always, winning trades"]),
    ]
}
