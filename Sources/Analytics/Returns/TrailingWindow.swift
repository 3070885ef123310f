import Series

/// A window of calendar time that ends with the run's last observation.
struct TrailingWindow: Sendable {
    /// Where it begins.
    enum Start: Equatable, Sendable {
        /// After the last value of the month before.
        case monthStart
        /// After the last value of the year before.
        case yearStart
        /// So many calendar months back.
        case monthsBack(Int)
        /// With the run.
        case inception
    }

    /// Metric key.
    let key: String
    /// As a table shows it.
    let label: String
    /// Where it begins.
    let start: Start
    /// Nominal years, for windows above a year, which are annualised.
    let years: Double?

    /// In the order of tables.
    static let all = [
        TrailingWindow(key: "mtd", label: "Month to date", start: .monthStart, years: nil),
        TrailingWindow(key: "3m", label: "3 months", start: .monthsBack(3), years: nil),
        TrailingWindow(key: "6m", label: "6 months", start: .monthsBack(6), years: nil),
        TrailingWindow(key: "ytd", label: "Year to date", start: .yearStart, years: nil),
        TrailingWindow(key: "1y", label: "1 year", start: .monthsBack(12), years: nil),
        TrailingWindow(key: "3y", label: "3 years", start: .monthsBack(36), years: 3),
        TrailingWindow(key: "5y", label: "5 years", start: .monthsBack(60), years: 5),
        TrailingWindow(key: "10y", label: "10 years", start: .monthsBack(120), years: 10),
        TrailingWindow(key: "since_inception", label: "Since inception", start: .inception, years: nil),
    ]

    /// The last date before the window: values after it count.
    func cut(before last: CalendarDate) -> CalendarDate? {
        switch start {
        case .monthStart: CalendarDate(day: last.monthStart.day - 1)
        case .yearStart: CalendarDate(day: last.yearStart.day - 1)
        case .monthsBack(let months): last.adding(months: -months)
        case .inception: nil
        }
    }
}

extension MetricContext {
    /// Whether a window's number is per year: three years and above, and inception more than a year ago.
    func isAnnualised(_ window: TrailingWindow) -> Bool {
        window.start == .inception ? history.elapsedDays > 366 : window.years != nil
    }

    /// The return of a window, per year where it is longer than one.
    func trailing(_ window: TrailingWindow) throws(Absence) -> Double {
        try requireReturns()
        guard let cut = window.cut(before: windowEnd) else {
            return isAnnualised(window) ? try annualGrowth() : try totalReturn()
        }
        try requireBenchmark(from: cut)
        let slack = CalendarGrouping.slack(of: sessions)
        guard history.baseline.date.day <= cut.day + slack else { throw shortHistory(window, cut) }
        let first = history.firstIndex(after: cut)
        guard let end = wealth.last, wealth[first] > 0 else { throw .ruined }
        let growth = end / wealth[first]
        guard let years = window.years else { return growth - 1 }
        return try annualised(growth: growth, years: years)
    }

    /// The last date of every window: the run's, for its benchmark too.
    private var windowEnd: CalendarDate {
        isBenchmark ? run.returns.stamps.last?.date ?? history.end.date : history.end.date
    }

    /// A window of the run that the benchmark does not cover from its first day to its last has no benchmark.
    private func requireBenchmark(from cut: CalendarDate) throws(Absence) {
        guard isBenchmark, let benchmark = run.benchmark else { return }
        guard benchmark.reaches(forward: windowEnd) else { throw .benchmarkEnds(benchmark.lastDate.iso) }
        guard benchmark.reaches(back: cut) || history.baseline == run.equity.stamps.first else {
            throw .benchmarkStarts(benchmark.firstDate.iso)
        }
    }

    private func shortHistory(_ window: TrailingWindow, _ cut: CalendarDate) -> Absence {
        switch window.start {
        case .monthStart, .yearStart: .startsAfter(CalendarDate(day: cut.day + 1).iso)
        case .monthsBack, .inception: .shorter(than: window.label)
        }
    }
}

extension MetricDefinition {
    /// One metric per trailing window.
    static let trailing: [MetricDefinition] = TrailingWindow.all.map { window in
        let isYearly = window.years != nil
        return MetricDefinition(
            MetricDeclaration(
                key: window.key, name: window.label, group: .returns, unit: isYearly ? .fractionPerYear : .fraction,
                places: 1, summary: summary(of: window),
                formula: isYearly ? "∏(1+r)^(1/years) − 1 over the window" : "∏(1+r) − 1 over the window",
                edgeCases:
                    "Counts from the last value at or before the window's first day. A run that began later: n/a; "
                    + "a few days without sessions are forgiven.",
                peers: "quantstats takes 35 and 59 months for three and five years."),
            convention: { context in
                context.isAnnualised(window) ? "compounded, per year" : "compounded, not annualised"
            },
            compute: { context throws(Absence) in try context.trailing(window) })
    }

    private static func summary(of window: TrailingWindow) -> String {
        switch window.start {
        case .monthStart: "Return of the calendar month in which the run ends, so far."
        case .yearStart: "Return of the calendar year in which the run ends, so far."
        case .inception: "Return since the run began; per year where that is more than a year ago."
        case .monthsBack: "Return of the last \(window.label)\(window.years == nil ? "" : ", per year")."
        }
    }
}
