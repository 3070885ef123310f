import Series

/// The returns per trading day; the history itself where it observes once a day or less.
struct DailyView: Statistic {
    /// One return per session, taken at session closes.
    let history: ReturnHistory

    init(_ context: MetricContext) {
        history = context.history.daily(on: context.sessions, conventions: context.conventions)
    }
}

extension MetricContext {
    /// The returns per trading day.
    var daily: ReturnHistory { self(DailyView.self).history }
}
