/// What a year of observations is: the ground of every annualised number.
public struct TradingCalendar: Equatable, Sendable {
    /// `xnys`, `24x7`, `fx`, `weekly`, `monthly`, or `custom` for a declared number of periods.
    public var name: String
    /// How often the series observes.
    public var cadence: Cadence
    /// Trading days in a year: 252 for exchanges, 365 for markets that never close, 260 for currencies.
    public var sessionsPerYear: Double
    /// Observations per trading day; 1 for daily and slower series.
    public var periodsPerSession: Double
    /// Observations per year, A in the formulas.
    public var periodsPerYear: Double
    /// Whether the calendar was declared by the run or the user, or inferred from the timestamps.
    public var isInferred: Bool
    /// One sentence for the report: how the calendar was found.
    public var reason: String

    /// A calendar with all its parts.
    public init(
        name: String, cadence: Cadence, sessionsPerYear: Double, periodsPerSession: Double, periodsPerYear: Double,
        isInferred: Bool, reason: String
    ) {
        self.name = name
        self.cadence = cadence
        self.sessionsPerYear = sessionsPerYear
        self.periodsPerSession = periodsPerSession
        self.periodsPerYear = periodsPerYear
        self.isInferred = isInferred
        self.reason = reason
    }
}
