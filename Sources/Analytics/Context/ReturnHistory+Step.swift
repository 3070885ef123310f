import Series

extension ReturnHistory {
    /// The usual distance of neighbours in days: their median, 0 without a return. Linear time.
    var usualDistance: Int {
        guard count > 0 else { return 0 }
        var previous = baseline.date.day
        var gaps = dates.map { date in
            defer { previous = date.day }
            return date.day - previous
        }
        return OrderStatistic.median(of: &gaps)
    }
}

extension Cadence {
    /// What a distance in days resolves: a day, or the shortest calendar period that is not shorter than it.
    init(days: Int) {
        switch days {
        case ...1: self = .daily
        case ...8: self = .weekly
        case ...33: self = .monthly
        case ...97: self = .quarterly
        default: self = .yearly
        }
    }

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
