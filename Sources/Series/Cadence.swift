/// How often a series observes: what the timestamps show.
public enum Cadence: String, Sendable, CaseIterable {
    /// Several observations per hour.
    case minute
    /// One observation per hour or a few hours.
    case hourly
    /// At most one observation per day.
    case daily
    /// One a week.
    case weekly
    /// One a month.
    case monthly
    /// One a quarter.
    case quarterly
    /// One a year.
    case yearly
    /// None of these.
    case irregular
}
