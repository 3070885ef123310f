import Glibc

/// A lock that one job at a time holds, and that says who does; no holder that ended keeps it.
///
/// The file is locked through the system (`fcntl`), which takes the lock from a process that ends, however it ends, and
/// knows it across the hosts of an NFS. Where a file system has no locks, a second file stands for it: it names host,
/// process and start of the process, and is taken over when that process surely ended, which only its own host can tell.
public final class JobLock {
    /// What became of an attempt.
    public enum Outcome {
        /// The lock, held until it is let go of.
        case taken(JobLock)
        /// Somebody else holds it: who and since when, as `process 12 on host since 2026-11-26T22:00:00.000Z`.
        case held(by: String)
    }

    private let descriptor: Int32
    private let holder: String?

    private init(descriptor: Int32, holder: String? = nil) {
        self.descriptor = descriptor
        self.holder = holder
    }

    deinit {
        if let holder { _ = unsafe PathText.withPath(holder) { unsafe unlink($0) } }
        if descriptor >= 0 {
            _ = ftruncate(descriptor, 0)
            _ = close(descriptor)
        }
    }

    /// Tries to take the lock of a file, which is made where it is missing and stays; `time` is now, for people.
    public static func take(_ path: String, at time: String) throws(FileError) -> Outcome {
        try take(path, at: time, hasSystemLocks: true)
    }

    static func take(_ path: String, at time: String, hasSystemLocks: Bool) throws(FileError) -> Outcome {
        try FileSystem.check(path, .write)
        let text = Array("\(ProcessMark.own.stem)-lock\n\(time)\n".utf8)
        guard hasSystemLocks else { return try takeHolder(path + ".holder", text) }
        let descriptor = unsafe PathText.withPath(path) { unsafe open($0, O_RDWR | O_CREAT | O_CLOEXEC, 0o666) }
        guard descriptor >= 0 else { throw FileError(.write, path, code: errno) }
        var whole = flock()
        whole.l_type = Int16(F_WRLCK)
        whole.l_whence = Int16(SEEK_SET)
        if unsafe fcntl(descriptor, F_SETLK, &whole) == 0 {
            _ = ftruncate(descriptor, 0)
            _ = FileSystem.writeFully(text, to: descriptor)
            return .taken(JobLock(descriptor: descriptor))
        }
        let failure = errno
        _ = close(descriptor)
        if failure == EACCES || failure == EAGAIN { return .held(by: words(path)) }
        return try takeHolder(path + ".holder", text)
    }

    // MARK: Without locks of the system

    private static func takeHolder(_ path: String, _ text: [UInt8]) throws(FileError) -> Outcome {
        for _ in 0..<3 {
            let descriptor = unsafe PathText.withPath(path) {
                unsafe open($0, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
            }
            if descriptor >= 0 {
                _ = FileSystem.writeFully(text, to: descriptor)
                _ = close(descriptor)
                return .taken(JobLock(descriptor: -1, holder: path))
            }
            guard errno == EEXIST else { throw FileError(.write, path, code: errno) }
            guard mark(path)?.isDead == true else { return .held(by: words(path)) }
            // Of several that find it dead one moves it away; the others begin again.
            let aside = path + "." + ProcessMark.own.stem
            let moved = unsafe PathText.withPath(path) { old in
                unsafe PathText.withPath(aside) { unsafe rename(old, $0) }
            }
            if moved == 0 { try FileSystem.remove(aside) }
        }
        return .held(by: words(path))
    }

    private static func lines(_ path: String) -> [Substring] {
        let bytes = (try? FileSystem.readFile(path, limit: 1000)) ?? []
        return String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    }

    private static func mark(_ path: String) -> ProcessMark? {
        lines(path).first.flatMap { ProcessMark.parse(String($0))?.mark }
    }

    private static func words(_ path: String) -> String {
        guard let mark = mark(path) else { return "another process" }
        let host = mark.place.split(separator: ".").dropLast().joined(separator: ".")
        let since = lines(path).dropFirst().first.map { " since \($0)" } ?? ""
        return "process \(mark.process) on \(host)\(since)"
    }
}
