import Series

/// W, growth of 1: before the first return and after each. Of a run it is taken from the account, which is what the engine
/// wrote; of a benchmark it is compounded. Linear time.
struct GrowthLevels: Statistic {
    /// The levels; the first is 1.
    let values: [Double]
    /// The baseline and every timestamp.
    let timestamps: [Timestamp]

    init(_ context: MetricContext) {
        let (history, equity) = (context.history, context.run.equity)
        if context.isBenchmark {
            (values, timestamps) = (history.wealth, [history.baseline] + history.timestamps)
        } else if let start = equity.values.first {
            values = start == 1 ? equity.values : equity.values.map { $0 / start }
            timestamps = equity.timestamps
        } else {
            (values, timestamps) = ([1], [history.baseline])
        }
    }
}

extension MetricContext {
    /// W: growth of 1 before the first return and after each.
    var wealth: [Double] { self(GrowthLevels.self).values }
}
