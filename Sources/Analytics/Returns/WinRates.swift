import Series

extension MetricKey {
    /// Winning days.
    public static let dailyWinRate = MetricKey("daily_win_rate")
    /// Winning ISO weeks.
    public static let weeklyWinRate = MetricKey("weekly_win_rate")
    /// Winning months.
    public static let monthlyWinRate = MetricKey("monthly_win_rate")
    /// Winning quarters.
    public static let quarterlyWinRate = MetricKey("quarterly_win_rate")
    /// Winning years.
    public static let annualWinRate = MetricKey("annual_win_rate")
}

extension MetricDefinition {
    static let dailyWinRate = winRate(.dailyWinRate, "days") { context throws(Unavailable) in try context.dailyReturns()
    }
    static let weeklyWinRate = winRate(.weeklyWinRate, "ISO weeks") { context throws(Unavailable) in
        try context.requireReturns()
        guard context.resolution.resolves(.weekly) else { throw .coarse }
        return context.calendar.weeks.map(\.value)
    }
    static let monthlyWinRate = winRate(.monthlyWinRate, "months") { context throws(Unavailable) in
        try context.months().map(\.value)
    }
    static let quarterlyWinRate = winRate(.quarterlyWinRate, "quarters") { context throws(Unavailable) in
        try context.requireReturns()
        guard context.resolution.resolves(.quarterly) else { throw .coarse }
        return context.calendar.quarters.map(\.value)
    }
    static let annualWinRate = winRate(.annualWinRate, "years") { context throws(Unavailable) in
        try context.countedYears().map(\.value)
    }

    private static func winRate(
        _ key: MetricKey, _ noun: String, _ values: @escaping @Sendable (MetricContext) throws(Unavailable) -> [Double]
    ) -> MetricDefinition {
        let isAnnual = key == .annualWinRate
        return MetricDefinition(
            MetricDeclaration(
                key: key, name: "Winning \(noun)", group: .returns, unit: .fraction, places: 1, better: .higher,
                summary: "Share of \(noun) with a return above zero.", formula: "count(r > 0)/n by \(noun)",
                edgeCases:
                    "A return of exactly zero is not a win. No such period, or a series observed less often: n/a."
                    + (isAnnual ? " Only complete calendar years count." : ""),
                peers: "quantstats divides by the periods with a return other than zero.", appliesToBenchmark: true),
            convention: { context in
                let base = context.conventions.winRateBase == .allPeriods ? "of all " : "of non-zero "
                return base + (isAnnual ? context.countedYearsText : noun)
            },
            compute: { context throws(Unavailable) in
                let values = try values(context)
                let base = context.conventions.winRateBase == .allPeriods ? values.count : values.count { $0 != 0 }
                guard base > 0 else { throw .noMovement }
                return Double(values.count { $0 > 0 }) / Double(base)
            })
    }
}
