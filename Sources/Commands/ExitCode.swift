/// How the process ends (CLI.md).
enum ExitCode {
    /// Everything was done.
    static let success: Int32 = 0
    /// At least one run failed; the others are done.
    static let failure: Int32 = 1
    /// All runs are done, and one does not meet a gate.
    static let gate: Int32 = 2
    /// The command line does not hold.
    static let usage: Int32 = 64
}
