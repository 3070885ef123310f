import Series

/// W, growth of 1: before the first return and after each. Of a run it is taken from the account, which is what the engine
/// wrote; of a benchmark it is compounded. Linear time.
struct GrowthLevels: Statistic {
    /// The levels; the first is 1.
    let values: LevelColumn
    /// The baseline and every timestamp.
    let timestamps: TimeAxis

    init(_ context: MetricContext) {
        let (history, equity) = (context.history, context.run.equity)
        if context.isBenchmark {
            (values, timestamps) = (LevelColumn(history.wealth), history.timestamps.led(by: history.baseline))
        } else if let start = equity.values.first {
            values = LevelColumn(equity.values, over: start)
            timestamps = equity.timestamps
        } else {
            (values, timestamps) = (LevelColumn([1]), [history.baseline])
        }
    }
}

extension MetricContext {
    /// W: growth of 1 before the first return and after each.
    var wealth: LevelColumn { self(GrowthLevels.self).values }
}
