extension MetricKey {
    /// Winning windows of twelve months.
    public static let rollingYearWinRate = MetricKey("rolling_12m_win_rate")
}

extension MetricDefinition {
    /// The share of windows of twelve months that earned.
    static let rollingYearWinRate = MetricDefinition(
        decidedBy: [.monthlyReturns, .partialPeriods],
        { conventions in
            MetricDeclaration(
                key: .rollingYearWinRate, name: "Winning windows of 12 months", group: .returns, unit: .fraction,
                places: 1, better: .higher,
                summary: "Share of windows of twelve months with a gain, one beginning with every month.",
                formula: "#{∏(1+m) > 1}/#windows of 12 \(conventions.counted("months")), m = "
                    + conventions.monthlyReturns.phrase,
                edgeCases: "Windows overlap and so are not independent; none crosses a month that is missing. Fewer "
                    + "months than one window: n/a.",
                peers: "ffn compares prices eleven months apart.", appliesToBenchmark: true)
        },
        inputs: { $0.text.dailyReturns },
        compute: { context throws(Unavailable) in
            let months = try context(CalendarReturns.self).resolving(.monthly).countedMonths
            let windows = RollingYears.growths(months)
            guard !windows.isEmpty else { throw .fewerThan(RollingYears.length, "whole months") }
            return Double(windows.count { $0 > 1 }) / Double(windows.count)
        })
}

/// Windows of twelve calendar months.
private enum RollingYears {
    static let length = 12

    /// Growth of 1 over each window without a gap.
    static func growths(_ months: [CalendarPeriod]) -> [Double] {
        guard months.count >= length else { return [] }
        return (0...(months.count - length)).compactMap { first in
            let window = months[first..<(first + length)]
            guard window[first + length - 1].start == window[first].start.adding(months: length - 1) else { return nil }
            return window.reduce(1) { $0 * (1 + $1.value) }
        }
    }
}
