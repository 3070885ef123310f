import Series

/// What an account without risk earns.
public enum RiskFreeRate: Equatable, Sendable {
    /// A fraction per year: 0.02.
    case annual(Double)
    /// One simple return per period of the run, aligned; the text names the source.
    case perPeriod([Double], name: String)
}
