import Series

/// The daily view's returns, where one of them is a day or shorter.
struct DailyReturns: Statistic {
    let values: [Double]

    init(_ context: MetricContext) throws(Unavailable) {
        try context.requireReturns()
        guard context.resolution.resolves(.daily) else { throw .coarse }
        values = context.daily.returns
    }
}

extension MetricKey {
    /// Best day.
    public static let bestDay = MetricKey("best_day")
    /// Worst day.
    public static let worstDay = MetricKey("worst_day")
    /// Best month.
    public static let bestMonth = MetricKey("best_month")
    /// Worst month.
    public static let worstMonth = MetricKey("worst_month")
    /// Best year.
    public static let bestYear = MetricKey("best_year")
    /// Worst year.
    public static let worstYear = MetricKey("worst_year")
}

extension MetricDefinition {
    static let bestDay = extreme(.bestDay, "Best day", "The highest daily return.", "max(r) by day") {
        context throws(Unavailable) in try context(DailyReturns.self).values.max() ?? .nan
    }
    static let worstDay = extreme(.worstDay, "Worst day", "The lowest daily return.", "min(r) by day") {
        context throws(Unavailable) in try context(DailyReturns.self).values.min() ?? .nan
    }
    static let bestMonth = extreme(
        .bestMonth, "Best month", "The highest monthly return.", "max(m)"
    ) {
        context throws(Unavailable) in try context(CalendarReturns.self).comparedMonths().max() ?? .nan
    }
    static let worstMonth = extreme(
        .worstMonth, "Worst month", "The lowest monthly return.", "min(m)"
    ) {
        context throws(Unavailable) in try context(CalendarReturns.self).comparedMonths().min() ?? .nan
    }
    static let bestYear = extreme(
        .bestYear, "Best year", "The highest return of a calendar year.", "max(y)"
    ) { context throws(Unavailable) in try context(CalendarReturns.self).comparedYears().max() ?? .nan }
    static let worstYear = extreme(
        .worstYear, "Worst year", "The lowest return of a calendar year.", "min(y)"
    ) { context throws(Unavailable) in try context(CalendarReturns.self).comparedYears().min() ?? .nan }

    private static func extreme(
        _ key: MetricKey, _ name: String, _ summary: String, _ formula: String,
        _ compute: @escaping @Sendable (MetricContext) throws(Unavailable) -> Double
    ) -> MetricDefinition {
        let (isYear, isDay) = (key == .bestYear || key == .worstYear, key == .bestDay || key == .worstDay)
        let choices: [ConventionField] =
            isYear
            ? [.partialPeriods, .yearlyReturns, .periodsPerYear] : isDay ? [] : [.partialPeriods, .monthlyReturns]
        return MetricDefinition(
            decidedBy: choices,
            { conventions in
                let noun = isYear ? "years" : "months"
                let value =
                    isYear ? "y = " + conventions.yearlyReturns.phrase : "m = " + conventions.monthlyReturns.phrase
                return MetricDeclaration(
                    key: key, name: name, group: .returns, unit: .fraction, places: 1, better: .higher,
                    summary: summary,
                    formula: isDay ? formula : "\(formula) over \(conventions.counted(noun)), \(value)",
                    edgeCases: isDay
                        ? "n = 0, or a series observed less often than daily: n/a."
                        : "No such \(isYear ? "year" : "month"), or a series observed less often: n/a.",
                    appliesToBenchmark: true)
            },
            inputs: { isYear ? $0(YearWords.self).inputs : [$0.text.dailyReturns] }, compute: compute)
    }
}
