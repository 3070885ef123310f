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
        context throws(Unavailable) in try context.dailyReturns()
    }
    static let expectedMonthly = expected(
        .expectedMonthly, "Geometric mean, month", "complete calendar months", places: 2
    ) {
        context throws(Unavailable) in try context.countedMonths().map(\.value)
    }
    static let expectedYearly = expected(
        .expectedYearly, "Geometric mean, year", "complete calendar years", places: 1
    ) {
        context throws(Unavailable) in try context.countedYears().map(\.value)
    }

    private static func expected(
        _ key: MetricKey, _ name: String, _ noun: String, places: Int,
        _ values: @escaping @Sendable (MetricContext) throws(Unavailable) -> [Double]
    ) -> MetricDefinition {
        MetricDefinition(
            MetricDeclaration(
                key: key, name: name, group: .returns, unit: .fraction, places: places, better: .higher,
                summary: "Geometric mean return of \(noun).", formula: "∏(1+r)^(1/n) − 1 over \(noun)",
                edgeCases:
                    "Realised, not a forecast. Periods that the run covers in part do not count. No such period, or a loss "
                    + "of everything: n/a.",
                peers: "quantstats counts partial years as years.", appliesToBenchmark: true),
            convention: { context in
                switch key {
                case .expectedYearly: "geometric mean of \(context.countedYearsText)"
                case .expectedMonthly: "geometric mean of \(context.countedMonthsText)"
                default: "geometric mean of \(noun)"
                }
            },
            compute: { context throws(Unavailable) in
                let values = try values(context)
                guard !values.isEmpty else { throw .noReturns }
                var growth = 1.0
                for value in values { growth *= 1 + value }
                return try context.annualised(growth: growth, years: Double(values.count))
            })
    }
}
