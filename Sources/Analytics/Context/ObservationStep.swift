import Series

/// How far neighbours of the daily view are apart; looked at where they have no regular step.
struct ObservationStep: Statistic {
    /// The usual distance in days.
    let days: Int
    /// What one observation spans, irregular ones by their usual distance.
    let resolution: Cadence

    init(_ context: MetricContext) {
        let cadence = context.cadence
        switch cadence {
        case .irregular: days = context.daily.usualDistance
        case .minute, .hourly, .daily: days = 1
        case .weekly: days = 7
        case .monthly, .quarterly, .yearly: days = cadence.months * 30
        }
        switch cadence {
        case .irregular: resolution = Cadence(days: days)
        case .minute, .hourly: resolution = .daily
        case .daily, .weekly, .monthly, .quarterly, .yearly: resolution = cadence
        }
    }
}

extension MetricContext {
    /// The usual distance of the daily view's observations in days.
    var usualDistance: Int { self(ObservationStep.self).days }
    /// What one observation of the daily view spans.
    var resolution: Cadence { self(ObservationStep.self).resolution }
}
