import Glibc
import Synchronization

/// Signals that would end the process where an error code tells the same, or in the middle of a change of files.
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

    /// Runs the body while SIGTERM, SIGINT and SIGHUP wait; one that came meanwhile acts when the body has returned.
    ///
    /// No handler and so none of a handler's limits: the body looks with ``endIsAsked`` where it can stop.
    static func withEndDelayed<Result>(_ body: () throws(FileError) -> Result) throws(FileError) -> Result {
        var old = sigset_t()
        var delayed = endSignals
        _ = unsafe pthread_sigmask(SIG_BLOCK, &delayed, &old)
        defer { _ = unsafe pthread_sigmask(SIG_SETMASK, &old, nil) }
        return try body()
    }

    private static let outlivesEnd = Atomic(false)

    /// Lets this process go on whatever asks it to end: for a worker whose parent decides when.
    ///
    /// A terminal and a service manager signal every process of a group, so a worker that is to finish its task must not
    /// listen; SIGKILL ends it all the same.
    static func outliveEnd() {
        outlivesEnd.store(true, ordering: .relaxed)
        for number in [SIGTERM, SIGINT, SIGHUP] { _ = signal(number, SIG_IGN) }
    }

    /// Takes one of the delayed signals that has come; nil where none has.
    static func takeEnd() -> Int32? {
        var signals = endSignals
        var noTime = timespec()
        let number = unsafe sigtimedwait(&signals, nil, &noTime)
        return number > 0 ? number : nil
    }

    /// Whether one of the delayed signals has come.
    static var endIsAsked: Bool {
        if outlivesEnd.load(ordering: .relaxed) { return false }
        var pending = sigset_t()
        guard unsafe sigpending(&pending) == 0 else { return false }
        return [SIGTERM, SIGINT, SIGHUP].contains { unsafe sigismember(&pending, $0) == 1 }
    }

    static var endSignals: sigset_t {
        var set = sigset_t()
        _ = unsafe sigemptyset(&set)
        for signal in [SIGTERM, SIGINT, SIGHUP] { _ = unsafe sigaddset(&set, signal) }
        return set
    }
}
