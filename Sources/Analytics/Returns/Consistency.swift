extension MetricKey {
    /// Consistency of years.
    public static let consistencyScore = MetricKey("consistency_score")
}

extension MetricDefinition {
    static let consistencyScore = MetricDefinition(
        decidedBy: [.partialPeriods, .yearlyReturns, .periodsPerYear],
        { conventions in
            MetricDeclaration(
                key: .consistencyScore, name: "Consistency of years", group: .returns, unit: .ratio, places: 2,
                better: .higher,
                summary: "How little the years differ from their mean; 1 where they are all the same.",
                formula:
                    "1 − s(y)/|mean(y)| over \(conventions.counted("years")), y = \(conventions.yearlyReturns.phrase)",
                edgeCases:
                    "Sample deviation; fewer than two years, or a mean of zero: n/a. Negative where years differ by more "
                    + "than their mean.", appliesToBenchmark: true)
        },
        inputs: { $0(YearWords.self).inputs },
        compute: { context throws(Unavailable) in
            let years = Moments(try context(CalendarReturns.self).comparedYears())
            guard let deviation = years.sampleDeviation else { throw .oneYear }
            guard years.mean != 0 else { throw .zeroMeanYear }
            return 1 - deviation / years.mean.magnitude
        })
}
