import Series

extension MetricKey {
    /// Average month.
    public static let averageMonth = MetricKey("average_month")
    /// Average up month.
    public static let averageUpMonth = MetricKey("average_up_month")
    /// Average down month.
    public static let averageDownMonth = MetricKey("average_down_month")
}

extension MetricDefinition {
    static let averageMonth = average(
        .averageMonth, "Average month", "Mean of the monthly returns.", "mean(m)", .noMonth
    ) { _ in true }
    static let averageUpMonth = average(
        .averageUpMonth, "Average up month", "Mean of the months above zero.", "mean(m > 0)", .noUpMonth
    ) { $0 > 0 }
    static let averageDownMonth = average(
        .averageDownMonth, "Average down month", "Mean of the months below zero.", "mean(m < 0)",
        .noDownMonth
    ) { $0 < 0 }

    private static func average(
        _ key: MetricKey, _ name: String, _ summary: String, _ formula: String, _ none: Unavailable,
        _ counts: @escaping @Sendable (Double) -> Bool
    ) -> MetricDefinition {
        MetricDefinition(
            decidedBy: [.monthlyReturns],
            { conventions in
                MetricDeclaration(
                    key: key, name: name, group: .returns, unit: .fraction, places: 1, better: .higher,
                    summary: summary,
                    formula: "\(formula), m = \(conventions.monthlyReturns.phrase)",
                    edgeCases: "Arithmetic mean, partial months included. No such month: n/a.", appliesToBenchmark: true
                )
            },
            inputs: { [$0.text.dailyReturns] },
            compute: { context throws(Unavailable) in
                let values = try context(CalendarReturns.self).resolving(.monthly).months.map(\.value).filter(counts)
                guard !values.isEmpty else { throw none }
                return StableSum.of(values) / Double(values.count)
            })
    }
}
