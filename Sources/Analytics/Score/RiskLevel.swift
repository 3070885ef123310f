/// How rough the ride was, in one word.
enum RiskLevel: String, Sendable, CaseIterable {
    /// Volatility under 10 % and drawdown under 10 %.
    case low
    /// Both under 20 %.
    case moderate
    /// Both under 35 %.
    case high
    /// More than that.
    case extreme

    /// The limit that both yearly volatility and |max drawdown| must stay under; the worse of the two decides.
    private var limit: Double {
        switch self {
        case .low: 0.10
        case .moderate: 0.20
        case .high: 0.35
        case .extreme: .infinity
        }
    }

    /// The level of a volatility and a drawdown (negative).
    init(volatility: Double, drawdown: Double) {
        let worse = max(volatility, -drawdown)
        self = Self.allCases.first { worse < $0.limit } ?? .extreme
    }

    /// The level of a context.
    init(_ context: MetricContext) throws(Unavailable) {
        let deviation = try context(PeriodDeviation.self).value
        try context.requireYear()
        self.init(
            volatility: deviation * context.periodsPerYear.squareRoot(), drawdown: context(Drawdowns.self).maximum)
    }
}
