import Series

extension MetricDefinition {
    static let averageMonth = average(
        "average_month", "Average month", "Mean of the monthly returns.", "mean(months)", .noMonth
    ) { _ in true }
    static let averageUpMonth = average(
        "average_up_month", "Average up month", "Mean of the months above zero.", "mean(months > 0)", .noUpMonth
    ) { $0 > 0 }
    static let averageDownMonth = average(
        "average_down_month", "Average down month", "Mean of the months below zero.", "mean(months < 0)",
        .noDownMonth
    ) { $0 < 0 }

    private static func average(
        _ key: String, _ name: String, _ summary: String, _ formula: String, _ none: Absence,
        _ counts: @escaping @Sendable (Double) -> Bool
    ) -> MetricDefinition {
        MetricDefinition(
            MetricDeclaration(
                key: key, name: name, group: .returns, unit: .fraction, places: 1, summary: summary, formula: formula,
                edgeCases: "Arithmetic mean, partial months included. No such month: n/a."),
            convention: { $0.monthText },
            compute: { context throws(Absence) in
                let values = try context.months().map(\.value).filter(counts)
                guard !values.isEmpty else { throw none }
                return StableSum.of(values) / Double(values.count)
            })
    }
}
