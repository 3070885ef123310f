import Glibc

extension FileSystem {
    /// Puts the bytes at a path, whole or not at all: a reader sees the old file or the new one, never a part.
    ///
    /// Writes a hidden temporary file beside the target, flushes it to the device unless `durable` is false, and renames
    /// it; on failure the temporary file is removed and the target is as it was. The umask decides the permissions. A
    /// symbolic link is followed, so the link stays. A pipe or device (`/dev/stdout`) is written directly.
    public static func writeAtomically(
        _ bytes: [UInt8], to path: String, durable: Bool = true
    ) throws(FileError) {
        try check(path, .write)
        ProcessSignals.ignoreWriteSignals()
        switch kind(of: path) {
        case .directory: throw FileError(.write, path, code: EISDIR)
        case .other: try writeDirectly(bytes, to: path)
        case .regular: try replace(realPath(path) ?? path, with: bytes, named: path, durable: durable)
        case nil: try replace(path, with: bytes, named: path, durable: durable)
        }
    }

    private static func writeDirectly(_ bytes: [UInt8], to path: String) throws(FileError) {
        let descriptor = unsafe open(path, O_WRONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileError(.write, path, code: errno) }
        let failure = writeFully(bytes, to: descriptor)
        let closed = close(descriptor)
        if failure != 0 { throw FileError(.write, path, code: failure) }
        if closed != 0 { throw FileError(.write, path, code: errno) }
    }

    private static func replace(
        _ target: String, with bytes: [UInt8], named path: String, durable: Bool
    ) throws(FileError) {
        let (descriptor, temporary) = try openTemporary(beside: target, named: path)
        var failure = writeFully(bytes, to: descriptor)
        if failure == 0, durable, fsync(descriptor) != 0 { failure = errno }
        // A network file system reports a full quota only here.
        if close(descriptor) != 0, failure == 0 { failure = errno }
        if failure == 0, unsafe rename(temporary, target) != 0 { failure = errno }
        guard failure != 0 else { return }
        _ = unsafe unlink(temporary)
        throw FileError(.write, path, code: failure)
    }

    /// Opens a new file that no other writer has: workers and processes share folders, so taken names are passed over.
    private static func openTemporary(
        beside target: String, named path: String
    ) throws(FileError) -> (descriptor: Int32, path: String) {
        let stem = join(parent(of: target), ".tearsheet-\(getpid())-")
        var attempt = 0
        while true {
            let candidate = stem + "\(attempt).tmp"
            let descriptor = unsafe open(candidate, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
            if descriptor >= 0 { return (descriptor, candidate) }
            guard errno == EEXIST || errno == EINTR else { throw FileError(.write, path, code: errno) }
            attempt += 1
        }
    }

    /// Writes every byte, whatever pieces the system takes them in; the answer is 0 or the `errno`.
    static func writeFully(_ bytes: [UInt8], to descriptor: Int32) -> Int32 {
        unsafe bytes.withUnsafeBytes { buffer in
            var done = 0
            while done < buffer.count {
                let count = unsafe write(descriptor, buffer.baseAddress?.advanced(by: done), buffer.count - done)
                if count >= 0 {
                    done += count
                } else if errno != EINTR {
                    return errno
                }
            }
            return 0
        }
    }
}
