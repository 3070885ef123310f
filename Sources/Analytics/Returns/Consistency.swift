extension MetricKey {
    /// Consistency of years.
    public static let consistencyScore = MetricKey("consistency_score")
}

extension MetricDefinition {
    static let consistencyScore = MetricDefinition(
        MetricDeclaration(
            key: .consistencyScore, name: "Consistency of years", group: .returns, unit: .ratio, places: 2,
            better: .higher,
            summary: "How little the years differ from their mean; 1 where they are all the same.",
            formula: "1 − s(years)/|mean(years)|",
            edgeCases:
                "Sample deviation over complete calendar years; fewer than two, or a mean of zero: n/a. Negative "
                + "where years differ by more than their mean.", appliesToBenchmark: true),
        convention: { $0.countedYearsText },
        compute: { context throws(Unavailable) in
            let years = Moments(try context.countedYears().map(\.value))
            guard let deviation = years.sampleDeviation else { throw .oneYear }
            guard years.mean != 0 else { throw .zeroMeanYear }
            return 1 - deviation / years.mean.magnitude
        })
}
