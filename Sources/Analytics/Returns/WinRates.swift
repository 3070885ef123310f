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
    static let dailyWinRate = winRate(.dailyWinRate, "days") { context throws(Unavailable) in
        try context(DailyReturns.self).values
    }
    static let weeklyWinRate = winRate(.weeklyWinRate, "ISO weeks") { context throws(Unavailable) in
        try context.requireReturns()
        guard context.resolution.resolves(.weekly) else { throw .coarse }
        return context(CalendarReturns.self).weeks.map(\.value)
    }
    static let monthlyWinRate = winRate(.monthlyWinRate, "months") { context throws(Unavailable) in
        try context(CalendarReturns.self).resolving(.monthly).months.map(\.value)
    }
    static let quarterlyWinRate = winRate(.quarterlyWinRate, "quarters") { context throws(Unavailable) in
        try context.requireReturns()
        guard context.resolution.resolves(.quarterly) else { throw .coarse }
        return context(CalendarReturns.self).quarters.map(\.value)
    }
    static let annualWinRate = winRate(.annualWinRate, "years") { context throws(Unavailable) in
        try context(CalendarReturns.self).comparedYears()
    }

    private static func winRate(
        _ key: MetricKey, _ noun: String, _ values: @escaping @Sendable (MetricContext) throws(Unavailable) -> [Double]
    ) -> MetricDefinition {
        let isAnnual = key == .annualWinRate
        let choices: [ConventionField] =
            isAnnual
            ? [.partialPeriods, .yearlyReturns, .periodsPerYear] : key == .dailyWinRate ? [] : [.monthlyReturns]
        return MetricDefinition(
            decidedBy: [.winRateBase] + choices,
            { conventions in
                MetricDeclaration(
                    key: key, name: "Winning \(noun)", group: .returns, unit: .fraction, places: 1, better: .higher,
                    summary: "Share of \(noun) with a return above zero.",
                    formula: formula(key, noun, conventions),
                    edgeCases:
                        "A return of exactly zero is not a win. " + (counts(key) ? "Parts of \(noun) count. " : "")
                        + "No such period, or a series observed less often: n/a.", appliesToBenchmark: true)
            },
            inputs: { isAnnual ? $0(YearWords.self).inputs : $0.text.dailyReturns },
            compute: { context throws(Unavailable) in
                try context.conventions.winRate(of: try values(context))
            })
    }

    /// Whether periods count of which the run covers a part.
    private static func counts(_ key: MetricKey) -> Bool {
        [.weeklyWinRate, .monthlyWinRate, .quarterlyWinRate].contains(key)
    }

    /// `count(m > 0)/n by months, m = ∏(1+r) − 1`.
    private static func formula(_ key: MetricKey, _ noun: String, _ conventions: Conventions) -> String {
        switch key {
        case .dailyWinRate: "count(r > 0)/\(conventions.winRateDivisor("r")) by \(noun)"
        case .annualWinRate:
            "count(y > 0)/\(conventions.winRateDivisor("y")) over \(conventions.counted(noun)), y = "
                + conventions.yearlyReturns.phrase
        default:
            "count(m > 0)/\(conventions.winRateDivisor("m")) by \(noun), m = \(conventions.monthlyReturns.phrase)"
        }
    }
}
