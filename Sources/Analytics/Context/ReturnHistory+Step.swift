import Series

extension ReturnHistory {
    /// What one observation spans by the usual distance of neighbours: a day, or the shortest calendar period that is
    /// not shorter than it. Linear time.
    var usualSpan: Cadence {
        guard var previous = Optional(baseline.date.day), count > 0 else { return .daily }
        var gaps = dates.map { date in
            defer { previous = date.day }
            return date.day - previous
        }
        switch OrderStatistic.median(of: &gaps) {
        case ...1: return .daily
        case ...8: return .weekly
        case ...33: return .monthly
        case ...97: return .quarterly
        default: return .yearly
        }
    }
}

extension Cadence {
    /// Months that one observation spans; 0 for a week and less.
    var months: Int {
        switch self {
        case .minute, .hourly, .daily, .weekly, .irregular: 0
        case .monthly: 1
        case .quarterly: 3
        case .yearly: 12
        }
    }
}
