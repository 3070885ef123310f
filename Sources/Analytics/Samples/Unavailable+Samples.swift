/// Causes that lie in the division of a run.
extension Unavailable {
    /// A run that does not say where its out-of-sample part begins.
    public static let noOutOfSampleStart = Unavailable(
        "no_out_of_sample_start", "the run names no out_of_sample_start")
    /// A date that leaves one of the parts without returns.
    public static let undividedRun = Unavailable(
        "undivided_run", "out_of_sample_start does not divide the run")
}
