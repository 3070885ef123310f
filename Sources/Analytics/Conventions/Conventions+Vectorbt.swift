extension Conventions {
    /// vectorbt 0.28.0, checked against that release over the seeded series (`Reference/generate_vectorbt.py`).
    static let vectorbt = Conventions(
        profile: "vectorbt",
        summary:
            "The numbers of vectorbt 0.28.0 with its default settings: a year has 365 observations whatever the market, so "
            + "the Sharpe ratio of shares is a fifth above what 252 sessions give, and CAGR, which is of observations too, "
            + "far above what the calendar gives. It shows drawdowns without their sign, counts a "
            + "return of 0 at the first value, and takes no risk-free rate: give `--rf 0`."
    ).with {
        $0.shortSpans = .annualised
        $0.periodsPerYear = .fixed(365)
        $0.growthYears = .observations
        $0.partialPeriods = .counted
        $0.commonSense = .annualGrowth
        $0.drawdownLength = .observations
        $0.historicalTail = .lowestCount
        $0.alpha = .compounded
        $0.informationRatio = .perPeriod
        $0.capture = .annualReturns
    }
}
