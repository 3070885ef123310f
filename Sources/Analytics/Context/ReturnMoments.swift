/// Mean and moments of r, of the returns that ratios are made of. Linear time.
struct ReturnMoments: Statistic {
    let moments: Moments

    init(_ context: MetricContext) { moments = Moments(context.view.returns, within: context.view.rounding) }
}

/// Mean and moments of the daily view. Linear time.
struct DailyMoments: Statistic {
    let moments: Moments

    init(_ context: MetricContext) {
        let daily = context.daily
        moments = context.isViewDaily ? context.moments : Moments(daily.returns, within: daily.rounding)
    }
}

/// The daily view's returns, ascending. n·log(n) time.
struct SortedReturns: Statistic {
    let values: [Double]

    init(_ context: MetricContext) { values = AscendingOrder.sorted(context.daily.returns) }
}

/// Winning and losing returns, of those that ratios are made of. Linear time.
struct ReturnTally: Statistic {
    let tally: WinLossTally

    init(_ context: MetricContext) { tally = WinLossTally(context.view.returns) }
}

/// Winning and losing returns of the daily view. Linear time.
struct DailyTally: Statistic {
    let tally: WinLossTally

    init(_ context: MetricContext) {
        tally = context.isViewDaily ? context(ReturnTally.self).tally : WinLossTally(context.daily.returns)
    }
}

extension MetricContext {
    /// Mean and moments of r, of the returns that ratios are made of.
    var moments: Moments { self(ReturnMoments.self).moments }
}
