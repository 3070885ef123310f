/// Causes that lie in the calendar periods that a run covers.
extension Unavailable {
    /// No calendar month, or a series slower than monthly.
    public static let noMonth = Unavailable("no_month", "no month")

    static let noUpMonth = Unavailable("no_winning_month", "no winning month")
    static let noDownMonth = Unavailable("no_losing_month", "no losing month")
    static let noWholeMonth = Unavailable("no_complete_month", "no complete calendar month")
    static let noYear = Unavailable("no_complete_year", "no complete calendar year")
    static let oneYear = Unavailable("one_complete_year", "fewer than two complete calendar years")
    static let zeroMeanYear = Unavailable("zero_mean_year", "the mean year is zero")
    static let coarse = Unavailable("observed_too_seldom", "observed less than once in such a period")

    /// A window that starts between two observations.
    static let noWindowStart = Unavailable("no_window_start", "no value at the start of the window")
    /// A trailing window longer than the run.
    static func shorter(than window: String) -> Unavailable {
        Unavailable("shorter_than_window", "history shorter than \(window)")
    }
    /// A calendar window that began before the run.
    static func startsAfter(_ date: String) -> Unavailable {
        Unavailable("starts_after_window", "the run starts after \(date)")
    }
}
