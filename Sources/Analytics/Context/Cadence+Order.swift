import Series

extension Cadence {
    /// Whether every such period holds an observation: a weekly series says nothing of days. Series without a regular
    /// step have first to be given the span of their usual one (``MetricContext/resolution``).
    func resolves(_ period: Cadence) -> Bool { rank <= period.rank }

    /// What one observation of the daily view spans: `daily`, `weekly` …
    var periodName: String {
        switch self {
        case .minute, .hourly, .daily: "daily"
        case .weekly: "weekly"
        case .monthly: "monthly"
        case .quarterly: "quarterly"
        case .yearly: "yearly"
        case .irregular: "irregular"
        }
    }

    /// The plural of one observation of the daily view: `sessions`, `weeks` …
    var periodNoun: String {
        switch self {
        case .minute, .hourly, .daily: "sessions"
        case .weekly: "weeks"
        case .monthly: "months"
        case .quarterly: "quarters"
        case .yearly: "years"
        case .irregular: "observations"
        }
    }

    /// The plural of the period that ``overOnePeriod(_:)`` names: `days`, `weeks` …
    var days: String {
        switch self {
        case .minute, .hourly, .daily: "days"
        case .weekly, .monthly, .quarterly, .yearly, .irregular: periodNoun
        }
    }

    /// The name of a number over one period: `VaR 95 %, one day`.
    func overOnePeriod(_ name: String) -> String {
        let period =
            switch self {
            case .minute, .hourly, .daily: "day"
            case .weekly: "week"
            case .monthly: "month"
            case .quarterly: "quarter"
            case .yearly: "year"
            case .irregular: "period"
            }
        return "\(name), one \(period)"
    }

    private var rank: Int {
        switch self {
        case .minute: 0
        case .hourly: 1
        case .daily, .irregular: 2
        case .weekly: 3
        case .monthly: 4
        case .quarterly: 5
        case .yearly: 6
        }
    }
}
