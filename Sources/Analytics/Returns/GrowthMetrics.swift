import Glibc
import Series

/// ∏(1+r) − 1.
struct TotalReturn: Statistic {
    let value: Double

    init(_ context: MetricContext) throws(Unavailable) {
        try context.requireReturns()
        value = (context.wealth.last ?? 1) - 1
    }
}

/// Growth per year.
struct AnnualGrowth: Statistic {
    let value: Double

    init(_ context: MetricContext) throws(Unavailable) {
        try context.requireWholeYear()
        value = try Self.rate(of: context.wealth.last ?? 1, over: Self.years(context))
    }

    /// growth^(1/years) − 1.
    static func rate(of growth: Double, over years: Double) throws(Unavailable) -> Double {
        guard growth > 0 else { throw .ruined }
        guard years > 0 else { throw .noTime }
        return expm1(log(growth) / years)
    }

    /// The years that growth took.
    static func years(_ context: MetricContext) -> Double {
        let history = context.history
        switch context.conventions.growthYears {
        case .elapsed(let days, .baseline): return history.elapsedDays / days
        case .elapsed(let days, .firstRecord):
            // A start value that the reader has put before the first return is no record.
            let first = context.baselineIsAdded ? history.timestamps.first ?? history.end : history.baseline
            return Double(history.end.milliseconds - first.milliseconds) / Double(Timestamp.day) / days
        case .observations: return Double(context.view.count) / context.periodsPerYear
        }
    }
}

/// CAGR − rf.
struct AnnualExcessGrowth: Statistic {
    let value: Double

    init(_ context: MetricContext) throws(Unavailable) {
        value = try context(AnnualGrowth.self).value - context.annualRiskFree
    }
}

extension MetricKey {
    /// Total return.
    public static let totalReturn = MetricKey("total_return")
    /// CAGR.
    public static let cagr = MetricKey("cagr")
    /// Run time.
    public static let runtimeDays = MetricKey("runtime_days")
    /// Run time in years.
    public static let runtimeYears = MetricKey("runtime_years")
}

extension MetricDefinition {
    static let totalReturn = MetricDefinition(
        MetricDeclaration(
            key: .totalReturn, name: "Total return", group: .returns, unit: .fraction, places: 1, better: .higher,
            summary: "What the whole span earned, with every return compounded.",
            formula: "∏(1+r) − 1",
            edgeCases: "Not annualised. n = 0: n/a. A loss is negative, at worst −1.",
            peers: "quantstats sums instead with compounded=False.", appliesToBenchmark: true),
        inputs: { _ in [] },
        compute: { context throws(Unavailable) in try context(TotalReturn.self).value })

    static let cagr = MetricDefinition(
        decidedBy: ConventionField.ofGrowth,
        { conventions in
            MetricDeclaration(
                key: .cagr, name: "CAGR", group: .returns, unit: .fractionPerYear, places: 1, better: .higher,
                summary: "The constant yearly growth that leads from the first value to the last.",
                formula: "(W_end/W₀)^(1/years) − 1, years = " + conventions.growthYears.phrase,
                edgeCases:
                    "Spans under a year (under 98 % of 365.25 days and of the calendar's sessions), n = 0 and a total "
                    + "loss: n/a.",
                peers: "quantstats takes the absolute value of the growth and so hides a loss above 100 %.",
                appliesToBenchmark: true)
        },
        inputs: { $0.conventions.growthYears == .observations ? [$0.text.periods] : [] },
        compute: { context throws(Unavailable) in try context(AnnualGrowth.self).value })

    static let runtimeDays = MetricDefinition(
        MetricDeclaration(
            key: .runtimeDays, name: "Run time", group: .returns, unit: .days, places: 0, better: .neither,
            summary: "Calendar days from the first equity point to the last.",
            formula: "date(end) − date(baseline)",
            edgeCases: "Whole days. n = 0: 0.", appliesToBenchmark: false),
        inputs: { _ in ["calendar days"] },
        compute: { context throws(Unavailable) in
            Double(context.history.end.date.day - context.history.baseline.date.day)
        })

    static let runtimeYears = MetricDefinition(
        MetricDeclaration(
            key: .runtimeYears, name: "Run time in years", group: .returns, unit: .years, places: 1, better: .neither,
            summary: "The span in years of 365.25 days.",
            formula: "elapsed days / 365.25",
            edgeCases: "With the fraction of the day. n = 0: 0.", appliesToBenchmark: false),
        inputs: { _ in [] },
        compute: { context throws(Unavailable) in context.history.elapsedDays / 365.25 })
}
