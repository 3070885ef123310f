import Series

extension MetricDefinition {
    static let dailyWinRate = winRate("daily", "days") { context throws(Absence) in try context.dailyReturns() }
    static let weeklyWinRate = winRate("weekly", "ISO weeks") { context throws(Absence) in
        try context.requireReturns()
        guard context.resolution.resolves(.weekly) else { throw .coarse }
        return context.calendar.weeks.map(\.value)
    }
    static let monthlyWinRate = winRate("monthly", "months") { context throws(Absence) in
        try context.months().map(\.value)
    }
    static let quarterlyWinRate = winRate("quarterly", "quarters") { context throws(Absence) in
        try context.requireReturns()
        guard context.resolution.resolves(.quarterly) else { throw .coarse }
        return context.calendar.quarters.map(\.value)
    }
    static let annualWinRate = winRate("annual", "years") { context throws(Absence) in
        try context.countedYears().map(\.value)
    }

    private static func winRate(
        _ period: String, _ noun: String, _ values: @escaping @Sendable (MetricContext) throws(Absence) -> [Double]
    ) -> MetricDefinition {
        let isAnnual = period == "annual"
        return MetricDefinition(
            MetricDeclaration(
                key: period + "_win_rate", name: "Winning \(noun)", group: .returns, unit: .fraction, places: 1,
                summary: "Share of \(noun) with a return above zero.", formula: "count(r > 0)/n by \(noun)",
                edgeCases:
                    "A return of exactly zero is not a win. No such period, or a series observed less often: n/a."
                    + (isAnnual ? " Only complete calendar years count." : ""),
                peers: "quantstats divides by the periods with a return other than zero."),
            convention: { context in
                let base = context.conventions.winRateBase == .allPeriods ? "of all " : "of non-zero "
                return base + (isAnnual ? context.countedYearsText : noun)
            },
            compute: { context throws(Absence) in
                let values = try values(context)
                let base = context.conventions.winRateBase == .allPeriods ? values.count : values.count { $0 != 0 }
                guard base > 0 else { throw .noMovement }
                return Double(values.count { $0 > 0 }) / Double(base)
            })
    }
}
