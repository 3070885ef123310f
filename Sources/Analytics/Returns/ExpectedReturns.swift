extension MetricKey {
    /// Geometric mean, day.
    public static let expectedDaily = MetricKey("expected_daily")
    /// Geometric mean, month.
    public static let expectedMonthly = MetricKey("expected_monthly")
    /// Geometric mean, year.
    public static let expectedYearly = MetricKey("expected_yearly")
}

extension MetricDefinition {
    static let expectedDaily = expected(.expectedDaily, "Geometric mean, day", "days", places: 3) {
        context throws(Unavailable) in try context(DailyReturns.self).values
    }
    static let expectedMonthly = expected(
        .expectedMonthly, "Geometric mean, month", "months", places: 2
    ) {
        context throws(Unavailable) in try context(CalendarReturns.self).comparedMonths()
    }
    static let expectedYearly = expected(
        .expectedYearly, "Geometric mean, year", "years", places: 1
    ) {
        context throws(Unavailable) in try context(CalendarReturns.self).comparedYears()
    }

    private static func expected(
        _ key: MetricKey, _ name: String, _ noun: String, places: Int,
        _ values: @escaping @Sendable (MetricContext) throws(Unavailable) -> [Double]
    ) -> MetricDefinition {
        let choices: [ConventionField] =
            key == .expectedYearly
            ? [.partialPeriods, .yearlyReturns, .periodsPerYear]
            : key == .expectedMonthly ? [.partialPeriods, .monthlyReturns] : []
        return MetricDefinition(
            decidedBy: choices,
            { conventions in
                MetricDeclaration(
                    key: key, name: name, group: .returns, unit: .fraction, places: places, better: .higher,
                    summary: "Geometric mean return of \(noun).", formula: formula(key, noun, conventions),
                    edgeCases: "Realised, not a forecast. No such period, or a loss of everything: n/a.",
                    appliesToBenchmark: true)
            },
            inputs: { key == .expectedYearly ? $0(YearWords.self).inputs : [$0.text.dailyReturns] },
            compute: { context throws(Unavailable) in
                let values = try values(context)
                guard !values.isEmpty else { throw .noReturns }
                var growth = 1.0
                for value in values { growth *= 1 + value }
                return try AnnualGrowth.rate(of: growth, over: Double(values.count))
            })
    }

    private static func formula(_ key: MetricKey, _ noun: String, _ conventions: Conventions) -> String {
        switch key {
        case .expectedYearly:
            "∏(1+y)^(1/n) − 1 over \(conventions.counted(noun)), y = \(conventions.yearlyReturns.phrase)"
        case .expectedMonthly:
            "∏(1+m)^(1/n) − 1 over \(conventions.counted(noun)), m = \(conventions.monthlyReturns.phrase)"
        default: "∏(1+r)^(1/n) − 1 over \(noun)"
        }
    }
}
