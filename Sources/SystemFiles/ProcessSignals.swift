import Glibc

/// Signals that would end the process where an error code tells the same.
enum ProcessSignals {
    /// Turns "the reader has gone" and "the file is larger than allowed" from signals into error codes, once.
    ///
    /// Killed by the signal, a writer would leave its temporary file behind.
    static func ignoreWriteSignals() { _ = ignored }

    private static let ignored: Bool = {
        _ = signal(SIGPIPE, SIG_IGN)
        _ = signal(SIGXFSZ, SIG_IGN)
        return true
    }()
}
