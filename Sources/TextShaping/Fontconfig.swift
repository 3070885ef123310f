import CFontconfig
import Glibc

/// The start of fontconfig, whose complaints about the machine's configuration are kept as text.
///
/// The library prints them to standard error by itself, where they would stand between our messages and break a log of
/// JSON lines.
enum Fontconfig {
    /// What fontconfig said when it read the machine's configuration; empty where it had nothing to say. The first
    /// question starts the library, which takes some milliseconds.
    static let complaints: String = captured { _ = FcInit() }

    /// Starts the library where that has not been done.
    static func start() { _ = complaints }

    /// What a piece of work prints to standard error, at most as much as a pipe holds: the rest is dropped rather than
    /// waited for.
    private static func captured(_ work: () -> Void) -> String {
        var ends: [Int32] = [-1, -1]
        let saved = dup(STDERR_FILENO)
        guard saved >= 0, unsafe pipe(&ends) == 0 else {
            if saved >= 0 { close(saved) }
            work()
            return ""
        }
        for end in ends { _ = fcntl(end, F_SETFL, O_NONBLOCK) }
        dup2(ends[1], STDERR_FILENO)
        close(ends[1])
        work()
        dup2(saved, STDERR_FILENO)
        close(saved)
        defer { close(ends[0]) }
        return everything(in: ends[0])
    }

    private static func everything(in descriptor: Int32) -> String {
        var text: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 4096)
        while case let count = unsafe read(descriptor, &buffer, buffer.count), count > 0 {
            text += buffer.prefix(count)
        }
        return String(decoding: text, as: UTF8.self)
    }
}
