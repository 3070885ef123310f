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
    let key: MetricKey
    /// As a table shows it.
    let label: String
    /// Where it begins.
    let start: Start
    /// Nominal years, for windows above a year, which are annualised.
    let years: Double?

    /// In the order of tables.
    static let all = [
        TrailingWindow(key: .monthToDate, label: "Month to date", start: .monthStart, years: nil),
        TrailingWindow(key: .threeMonths, label: "3 months", start: .monthsBack(3), years: nil),
        TrailingWindow(key: .sixMonths, label: "6 months", start: .monthsBack(6), years: nil),
        TrailingWindow(key: .yearToDate, label: "Year to date", start: .yearStart, years: nil),
        TrailingWindow(key: .oneYear, label: "1 year", start: .monthsBack(12), years: nil),
        TrailingWindow(key: .threeYears, label: "3 years", start: .monthsBack(36), years: 3),
        TrailingWindow(key: .fiveYears, label: "5 years", start: .monthsBack(60), years: 5),
        TrailingWindow(key: .tenYears, label: "10 years", start: .monthsBack(120), years: 10),
        TrailingWindow(key: .sinceInception, label: "Since inception", start: .inception, years: nil),
    ]

    /// The months that quantstats takes for so many: one less for three and five years.
    static func shorter(_ months: Int) -> Int { months == 36 || months == 60 ? months - 1 : months }

    /// Months of the window that a series must be able to see; nil for inception, which every series sees.
    ///
    /// - Parameter last: The run's last date: a year to date ends with a quarter, or it is not seen by a quarterly series.
    func months(to last: CalendarDate) -> Int? {
        switch start {
        case .monthStart: 1
        case .yearStart: last.month
        case .monthsBack(let months): months
        case .inception: nil
        }
    }
}

extension MetricKey {
    /// Month to date.
    public static let monthToDate = MetricKey("mtd")
    /// 3 months.
    public static let threeMonths = MetricKey("3m")
    /// 6 months.
    public static let sixMonths = MetricKey("6m")
    /// Year to date.
    public static let yearToDate = MetricKey("ytd")
    /// 1 year.
    public static let oneYear = MetricKey("1y")
    /// 3 years.
    public static let threeYears = MetricKey("3y")
    /// 5 years.
    public static let fiveYears = MetricKey("5y")
    /// 10 years.
    public static let tenYears = MetricKey("10y")
    /// Since inception.
    public static let sinceInception = MetricKey("since_inception")
}

extension MetricDefinition {
    /// One metric per trailing window.
    static let trailing: [MetricDefinition] = TrailingWindow.all.map { window in
        MetricDefinition(
            decidedBy: [.trailingStart] + (window.start == .inception ? ConventionField.ofGrowth : [.periodsPerYear]),
            { conventions in
                MetricDeclaration(
                    key: window.key, name: window.label, group: .returns,
                    unit: window.years == nil ? .fraction : .fractionPerYear, places: 1, better: .higher,
                    summary: summary(of: window),
                    formula: formula(of: window, conventions), edgeCases: edgeCases(of: conventions),
                    appliesToBenchmark: true)
            },
            inputs: { context in
                let isYearly = WindowReturn(window, context).isAnnualised
                guard window.start == .inception else { return isYearly ? ["per year"] : ["not annualised"] }
                return isYearly ? ["per year"] + context.text.growth : ["not annualised"]
            },
            compute: { context throws(Unavailable) in try WindowReturn(window, context).value() },
            unit: { context in
                WindowReturn(window, context).isAnnualised ? .fractionPerYear : .fraction
            })
    }

    private static func formula(of window: TrailingWindow, _ conventions: Conventions) -> String {
        if window.start == .inception { return "∏(1+r) − 1, from more than 366 days on ∏(1+r)^(1/years) − 1" }
        switch (conventions.trailingStart, window.start) {
        case (.returnsSince, .monthsBack(let months)):
            let shorter = TrailingWindow.shorter(months)
            let since = " over the returns since the day \(shorter) months before the last"
            return (window.years == nil ? "∏(1+r) − 1" : "∏(1+r)^(A/n) − 1") + since
        default: return window.years == nil ? "∏(1+r) − 1 over the window" : "∏(1+r)^(1/years) − 1 over the window"
        }
    }

    private static func edgeCases(of conventions: Conventions) -> String {
        conventions.trailingStart == .returnsSince
            ? "A history shorter than the window counts whole, under its name."
            : "Counts from the last value at or before the window's first day; from a month's last day where the run ends "
                + "with a month's last session. Monthly and slower series count their periods. A history shorter than the "
                + "window, or a series observed less often than it: n/a."
    }

    private static func summary(of window: TrailingWindow) -> String {
        switch window.start {
        case .monthStart: "Return of the calendar month in which the run ends, so far."
        case .yearStart: "Return of the calendar year in which the run ends, so far."
        case .inception: "Return since the run began; per year where that is more than 366 days ago."
        case .monthsBack: "Return of the last \(window.label)\(window.years == nil ? "" : ", per year")."
        }
    }
}
