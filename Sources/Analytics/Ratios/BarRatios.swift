/// Sums over the finest returns of an intraday run: √A of bars needs an independence that they do not have, so ratios of
/// bars stand beside the daily ones for comparison with tools that take every bar. Linear time.
struct BarStatistics: Statistic {
    /// Mean and moments of r.
    let moments: Moments
    /// Sums over e = r − f.
    let excess: ExcessStatistics

    /// Throws where a bar is a day or longer, or there is less than 90 days of them.
    init(_ context: MetricContext) throws(Unavailable) {
        guard context.isIntraday else { throw .notIntraday }
        try context.requireYear()
        moments = Moments(context.history.returns, within: context.history.rounding)
        excess = ExcessStatistics(of: context.history, moments: moments)
    }
}

extension MetricKey {
    /// Volatility of bars.
    public static let annualVolatilityBars = MetricKey("annual_volatility_bars")
    /// Sharpe ratio of bars.
    public static let sharpeBars = MetricKey("sharpe_bars")
    /// Sortino ratio of bars.
    public static let sortinoBars = MetricKey("sortino_bars")
}

extension MetricDefinition {
    /// A of bars as text: `A = 98280`.
    private static func barPeriods(_ context: MetricContext) -> String {
        "A = " + Notation.number(context.history.periodsPerYear)
    }

    private static let source = "Lo (2002), The Statistics of Sharpe Ratios, on why bars are not scaled by √A."
    private static let edges =
        "Of the run's own bars; they depend on each other, so the root of A overstates. A run observed once a day or less, "
        + "spans under 90 days: n/a."

    static let annualVolatilityBars = MetricDefinition(
        MetricDeclaration(
            key: .annualVolatilityBars, name: "Volatility of bars", group: .risk, unit: .fractionPerYear, places: 1,
            better: .lower,
            summary: "Standard deviation of the returns of an intraday run's bars, scaled to a year.",
            formula: "s(r)·√A of bars", edgeCases: edges, source: source, appliesToBenchmark: false, isOfBars: true),
        decidedBy: ConventionField.perYear, inputs: { [barPeriods($0)] },
        compute: { context throws(Unavailable) in
            let deviation = (try context(BarStatistics.self).moments.sampleVariance ?? 0).squareRoot()
            return deviation * context.history.periodsPerYear.squareRoot()
        })

    static let sharpeBars = MetricDefinition(
        MetricDeclaration(
            key: .sharpeBars, name: "Sharpe ratio of bars", group: .ratios, unit: .ratio, places: 2, better: .higher,
            summary: "Mean excess return of an intraday run's bars per unit of their deviation, per year.",
            formula: "mean(e)/s(e)·√A of bars", edgeCases: edges, source: source, appliesToBenchmark: false,
            isOfBars: true),
        decidedBy: ConventionField.perYear + ConventionField.ofExcess,
        inputs: { [barPeriods($0), $0.text.riskFree] },
        compute: { context throws(Unavailable) in
            let bars = try context(BarStatistics.self)
            let moments = bars.excess.moments
            guard !bars.moments.isConstant, let deviation = moments.sampleDeviation,
                deviation > 0
            else { throw .constant }
            return moments.mean / deviation * context.history.periodsPerYear.squareRoot()
        })

    static let sortinoBars = MetricDefinition(
        MetricDeclaration(
            key: .sortinoBars, name: "Sortino ratio of bars", group: .ratios, unit: .ratio, places: 2, better: .higher,
            summary: "Mean excess return of an intraday run's bars per unit of their downside deviation, per year.",
            formula: "mean(e)/√(Σ min(e,0)²/n)·√A of bars", edgeCases: edges, source: source, appliesToBenchmark: false,
            isOfBars: true),
        decidedBy: ConventionField.perYear + ConventionField.ofExcess,
        inputs: { [barPeriods($0), $0.text.riskFree] },
        compute: { context throws(Unavailable) in
            let bars = try context(BarStatistics.self)
            guard !bars.moments.isConstant else { throw .constant }
            let excess = bars.excess
            guard excess.downsideSquares > 0 else { throw .noDownside }
            let deviation = (excess.downsideSquares / Double(context.history.count)).squareRoot()
            return excess.moments.mean / deviation * context.history.periodsPerYear.squareRoot()
        })
}
