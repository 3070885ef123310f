import CProcess
import Glibc

/// A process of our own that does tasks for its parent: made by `fork`, so it has everything that the parent had.
///
/// The parent must have one thread only. Tasks are numbers, answers are bytes; both travel through one socket.
public final class WorkerProcess {
    /// How a worker ended.
    public enum End: Equatable, Sendable, CustomStringConvertible {
        /// By itself, with an exit code.
        case exited(Int32)
        /// By a signal.
        case signalled(Int32)

        /// `signal SIGSEGV`, `exit code 3`.
        public var description: String {
            switch self {
            case .exited(let code): "exit code \(code)"
            case .signalled(let number): "signal " + (Self.names[number] ?? "\(number)")
            }
        }

        private static let names = [
            SIGILL: "SIGILL", SIGTRAP: "SIGTRAP", SIGABRT: "SIGABRT", SIGBUS: "SIGBUS", SIGFPE: "SIGFPE",
            SIGKILL: "SIGKILL", SIGSEGV: "SIGSEGV", SIGTERM: "SIGTERM", SIGXCPU: "SIGXCPU", SIGSYS: "SIGSYS",
        ]
    }

    /// Its number.
    public let process: Int32
    /// The parent's end, for `poll`.
    let socket: Int32
    private var received: [UInt8] = []

    private init(process: Int32, socket: Int32) {
        self.process = process
        self.socket = socket
    }

    deinit { _ = close(socket) }

    /// Makes a worker that answers tasks with `perform` until it is told to end, or its parent ends.
    ///
    /// - Parameter outlivesSignals: SIGTERM, SIGINT and SIGHUP do nothing to it; only its parent ends it.
    public static func start(
        outlivesSignals: Bool = false, _ perform: (Int) -> [UInt8]
    ) throws(FileError) -> WorkerProcess {
        var ends: [Int32] = [-1, -1]
        let type = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
        guard unsafe socketpair(AF_UNIX, type, 0, &ends) == 0 else {
            throw FileError(.start, "a worker", code: errno)
        }
        let parent = getpid()
        let process = fork()
        if process == 0 {
            _ = close(ends[0])
            serve(ends[1], of: parent, outlivesSignals, perform)
        }
        let failure = errno
        _ = close(ends[1])
        guard process > 0 else {
            _ = close(ends[0])
            throw FileError(.start, "a worker", code: failure)
        }
        return WorkerProcess(process: process, socket: ends[0])
    }

    /// The worker's life.
    private static func serve(
        _ socket: Int32, of parent: Int32, _ outlivesSignals: Bool, _ perform: (Int) -> [UInt8]
    ) -> Never {
        if outlivesSignals { ProcessSignals.outliveEnd() }
        // A worker that hangs must not outlive a parent that was killed.
        _ = tearsheet_end_with_parent(outlivesSignals ? SIGKILL : SIGTERM)
        if getppid() != parent { _exit(0) }
        var signals = ProcessSignals.endSignals
        _ = unsafe pthread_sigmask(SIG_UNBLOCK, &signals, nil)
        while let task = readNumber(socket), task >= 0 {
            let answer = perform(task)
            guard FileSystem.writeFully(bytes(of: answer.count) + answer, to: socket) == 0 else { break }
        }
        _exit(0)
    }

    /// Gives it a task.
    public func send(_ task: Int) { _ = FileSystem.writeFully(Self.bytes(of: task), to: socket) }

    /// What has arrived of its answer: the whole answer, or nil; `hasEnded` where there will be none.
    public func receive() -> (answer: [UInt8]?, hasEnded: Bool) {
        var buffer = [UInt8](repeating: 0, count: 65_536)
        let count = unsafe recv(socket, &buffer, buffer.count, Int32(MSG_DONTWAIT))
        if count < 0, errno == EAGAIN || errno == EINTR { return (nil, false) }
        guard count > 0 else { return (nil, true) }
        received += buffer[..<count]
        guard received.count >= 8 else { return (nil, false) }
        let length = Self.number(received[..<8])
        guard received.count >= 8 + length else { return (nil, false) }
        let answer = Array(received[8..<8 + length])
        received.removeFirst(8 + length)
        return (answer, false)
    }

    /// Asks it to end, or makes it.
    public func end(byForce: Bool) { _ = kill(process, byForce ? SIGKILL : SIGTERM) }

    /// How it ended; nil while it lives, unless `waiting`.
    public func reap(waiting: Bool) -> End? {
        var status: Int32 = 0
        var answer: Int32
        repeat {
            answer = unsafe waitpid(process, &status, waiting ? 0 : WNOHANG)
        } while answer < 0 && errno == EINTR
        guard answer != 0 else { return nil }
        return status & 0x7F == 0 ? .exited(status >> 8 & 0xFF) : .signalled(status & 0x7F)
    }

    // MARK: Numbers on the wire

    private static func bytes(of number: Int) -> [UInt8] {
        (0..<8).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
    }

    private static func number(_ bytes: ArraySlice<UInt8>) -> Int {
        bytes.reversed().reduce(0) { $0 << 8 | Int($1) }
    }

    private static func readNumber(_ socket: Int32) -> Int? {
        var bytes: [UInt8] = []
        while bytes.count < 8 {
            var buffer = [UInt8](repeating: 0, count: 8 - bytes.count)
            let count = unsafe read(socket, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return nil }
            bytes += buffer[..<count]
        }
        return number(bytes[...])
    }
}
