import Series

extension DistributionSection {
    /// How many of the best and of the worst periods are listed.
    private static let listed = 10

    /// The distribution of a context's daily view. n·log(n) time.
    init(_ context: MetricContext) {
        let daily = context.daily
        let sorted = context(SortedReturns.self).values
        let dated = { (index: Int) in
            DatedReturn(
                timestamp: context.cadence == .irregular ? daily.timestamps[index] : Timestamp(daily.dates[index]),
                value: daily.returns[index])
        }
        histogram = Histogram(sorted: sorted)
        periodName = context.cadence.periodName
        let moments = context(DailyMoments.self).moments
        (mean, deviation) = (daily.count > 0 ? moments.mean : nil, moments.sampleDeviation)
        (var95, var99) = (
            try? context(ObservedTail.self).valueAtRisk(95), try? context(ObservedTail.self).valueAtRisk(99)
        )
        best = Self.highest(daily.returns, sorted: sorted).map(dated)
        worst = Self.lowest(daily.returns, sorted: sorted).map(dated)
    }

    /// Places of the lowest returns, lowest first, equals in time order: sorts only what lies under the tenth.
    private static func lowest(_ values: [Double], sorted: [Double]) -> [Int] {
        guard let limit = sorted.prefix(listed).last else { return [] }
        let places = values.indices.filter { values[$0] <= limit }
        return Array(places.sorted { (values[$0], $0) < (values[$1], $1) }.prefix(listed))
    }

    private static func highest(_ values: [Double], sorted: [Double]) -> [Int] {
        guard let limit = sorted.suffix(listed).first else { return [] }
        let places = values.indices.filter { values[$0] >= limit }
        return Array(places.sorted { (-values[$0], $0) < (-values[$1], $1) }.prefix(listed))
    }
}

extension Analysis {
    /// How returns are distributed.
    public var distribution: DistributionSection { context(DistributionSection.self) }
}
