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
                    "Counts from the last value at or before the window's first day; from a month's last day where the "
                    + "run ends with a month's last session. Monthly and slower series count their periods. A history "
                    + "shorter than the window, or a series observed less often than it: n/a.",
                peers: "quantstats takes 35 and 59 months for three and five years."),
            convention: { context in
                context.isAnnualised(window) ? "compounded, per year" : "compounded, not annualised"
            },
            compute: { context throws(Absence) in try context.trailing(window) },
            unit: { context in
                context.isAnnualised(window) ? .fractionPerYear : .fraction
            })
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
