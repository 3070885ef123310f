/// Causes that lie in rolling windows.
extension Unavailable {
    /// A series that observes too seldom for any window.
    public static let noRollingWindow = Unavailable(
        "no_rolling_window", "no rolling window for so few observations a year")
    /// A run shorter than every window.
    public static let shorterThanWindows = Unavailable("shorter_than_windows", "the run is shorter than the windows")
}
