extension MetricDefinition {
    static let expectedDaily = expected("expected_daily", "Geometric mean, day", "days", places: 3) {
        context throws(Absence) in try context.dailyReturns()
    }
    static let expectedMonthly = expected(
        "expected_monthly", "Geometric mean, month", "complete calendar months", places: 2
    ) {
        context throws(Absence) in try context.countedMonths().map(\.value)
    }
    static let expectedYearly = expected(
        "expected_yearly", "Geometric mean, year", "complete calendar years", places: 1
    ) {
        context throws(Absence) in try context.countedYears().map(\.value)
    }

    private static func expected(
        _ key: String, _ name: String, _ noun: String, places: Int,
        _ values: @escaping @Sendable (MetricContext) throws(Absence) -> [Double]
    ) -> MetricDefinition {
        MetricDefinition(
            MetricDeclaration(
                key: key, name: name, group: .returns, unit: .fraction, places: places,
                summary: "Geometric mean return of \(noun).", formula: "∏(1+r)^(1/n) − 1 over \(noun)",
                edgeCases:
                    "Realised, not a forecast. Periods that the run covers in part do not count. No such period, or a loss "
                    + "of everything: n/a.",
                peers: "quantstats counts partial years as years."),
            convention: { context in
                switch key {
                case "expected_yearly": "geometric mean of \(context.countedYearsText)"
                case "expected_monthly": "geometric mean of \(context.countedMonthsText)"
                default: "geometric mean of \(noun)"
                }
            },
            compute: { context throws(Absence) in
                let values = try values(context)
                guard !values.isEmpty else { throw .noReturns }
                var growth = 1.0
                for value in values { growth *= 1 + value }
                return try context.annualised(growth: growth, years: Double(values.count))
            })
    }
}
