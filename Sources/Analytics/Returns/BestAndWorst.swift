import Series

extension MetricContext {
    /// The daily view's returns, where one of them is a day or shorter.
    func dailyReturns() throws(Absence) -> [Double] {
        try requireReturns()
        guard resolution.resolves(.daily) else { throw .coarse }
        return daily.returns
    }

    /// Months, where there is at least one observation a month.
    func months() throws(Absence) -> [CalendarPeriod] {
        try requireReturns()
        guard resolution.resolves(.monthly) else { throw .coarse }
        return calendar.months
    }

    /// The months that count where months are compared: complete ones under `standard`.
    func countedMonths() throws(Absence) -> [CalendarPeriod] {
        _ = try months()
        guard !calendar.countedMonths.isEmpty else { throw .noWholeMonth }
        return calendar.countedMonths
    }

    /// The words on which months count.
    var countedMonthsText: String {
        conventions.partialPeriods == .leftOut ? "complete calendar months" : "calendar months, partial ones included"
    }

    /// The years that count: complete ones under `standard`.
    func countedYears() throws(Absence) -> [CalendarPeriod] {
        try requireReturns()
        guard !calendar.countedYears.isEmpty else { throw .noYear }
        return calendar.countedYears
    }

    /// The words on which years count.
    var countedYearsText: String {
        conventions.partialPeriods == .leftOut ? "complete calendar years" : "calendar years, partial ones included"
    }

    /// How months are put together, in words.
    var monthText: String {
        conventions.monthlyReturns == .compounded
            ? "compounded from the previous month's last value" : "sums of daily returns"
    }
}

extension MetricDefinition {
    static let bestDay = extreme("best_day", "Best day", "The highest daily return.", "max(r) by day") {
        context throws(Absence) in try context.dailyReturns().max() ?? .nan
    }
    static let worstDay = extreme("worst_day", "Worst day", "The lowest daily return.", "min(r) by day") {
        context throws(Absence) in try context.dailyReturns().min() ?? .nan
    }
    static let bestMonth = extreme(
        "best_month", "Best month", "The highest monthly return.", "max over complete months"
    ) {
        context throws(Absence) in try context.countedMonths().map(\.value).max() ?? .nan
    }
    static let worstMonth = extreme(
        "worst_month", "Worst month", "The lowest monthly return.", "min over complete months"
    ) {
        context throws(Absence) in try context.countedMonths().map(\.value).min() ?? .nan
    }
    static let bestYear = extreme(
        "best_year", "Best year", "The highest return of a calendar year.", "max over complete years"
    ) { context throws(Absence) in try context.countedYears().map(\.value).max() ?? .nan }
    static let worstYear = extreme(
        "worst_year", "Worst year", "The lowest return of a calendar year.", "min over complete years"
    ) { context throws(Absence) in try context.countedYears().map(\.value).min() ?? .nan }

    private static func extreme(
        _ key: String, _ name: String, _ summary: String, _ formula: String,
        _ compute: @escaping @Sendable (MetricContext) throws(Absence) -> Double
    ) -> MetricDefinition {
        let (isYear, isDay) = (key.hasSuffix("year"), key.hasSuffix("day"))
        return MetricDefinition(
            MetricDeclaration(
                key: key, name: name, group: .returns, unit: .fraction, places: 1, summary: summary, formula: formula,
                edgeCases: isDay
                    ? "n = 0, or a series observed less often than daily: n/a."
                    : "A \(isYear ? "year" : "month") that the run covers in part does not count; none complete, or a "
                        + "series observed less often: n/a.",
                peers: isYear ? "Peers count partial years, so a fortnight can be the worst year." : ""),
            convention: { context in
                if isDay { return context.text.dailyReturns }
                return isYear ? context.countedYearsText : "\(context.countedMonthsText), \(context.monthText)"
            }, compute: compute)
    }
}
