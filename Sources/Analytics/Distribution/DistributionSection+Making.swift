import Series

extension DistributionSection {
    /// How many of the best and of the worst periods are listed.
    private static let listed = 10

    /// The distribution of a context's daily view.
    init(_ context: MetricContext) {
        let daily = context.daily
        let order = daily.returns.indices.sorted { (daily.returns[$0], $0) < (daily.returns[$1], $1) }
        let showsTime = daily.count == context.history.count && context.run.calendar.periodsPerSession > 1
        let dated = { (index: Int) in
            DatedReturn(
                stamp: showsTime ? daily.stamps[index].description : daily.dates[index].iso, value: daily.returns[index]
            )
        }
        self.init(
            histogram: Histogram(sorted: context.sortedDaily), periodName: context.cadence.periodName,
            mean: daily.count > 0 ? context.dailyMoments.mean : nil, deviation: context.dailyMoments.sampleDeviation,
            var95: Quantile.of(sorted: context.sortedDaily.span, at: 0.05),
            var99: Quantile.of(sorted: context.sortedDaily.span, at: 0.01),
            best: order.suffix(Self.listed).reversed().map(dated), worst: order.prefix(Self.listed).map(dated))
    }
}
