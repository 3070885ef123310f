import Glibc

/// A file that grows by pieces, each written by one call, so that a process that is killed leaves whole pieces and at most
/// the beginning of one.
public final class GrowingFile {
    private let descriptor: Int32
    private let path: String

    /// Opens a file to write at its end; it is made where it is missing.
    public init(_ path: String) throws(FileError) {
        try FileSystem.check(path, .write)
        self.path = path
        descriptor = unsafe PathText.withPath(path) { path in
            unsafe open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o666)
        }
        guard descriptor >= 0 else { throw FileError(.write, path, code: errno) }
    }

    deinit { if descriptor >= 0 { _ = close(descriptor) } }

    /// Puts a piece at the end.
    public func append(_ bytes: [UInt8]) throws(FileError) {
        ProcessSignals.ignoreWriteSignals()
        let failure = FileSystem.writeFully(bytes, to: descriptor)
        if failure != 0 { throw FileError(.write, path, code: failure) }
    }
}

extension FileSystem {
    /// The size of a plain file in bytes; nil where there is none.
    public static func size(of path: String) -> Int? {
        guard let status = status(of: path), kind(mode: status.st_mode) == .regular else { return nil }
        return Int(status.st_size)
    }

    /// Removes a file; one that is not there is no error.
    public static func remove(_ path: String) throws(FileError) {
        try check(path, .write)
        let answer = unsafe PathText.withPath(path) { unsafe unlink($0) }
        if answer != 0, errno != ENOENT { throw FileError(.write, path, code: errno) }
    }

    /// Hands on the bytes of a plain file in pieces, so that a file of any size needs the memory of one.
    public static func readPieces(
        _ path: String, of size: Int = 1 << 20, to take: ([UInt8]) -> Void
    ) throws(FileError) {
        try check(path, .read)
        let descriptor = unsafe PathText.withPath(path) { unsafe open($0, O_RDONLY | O_CLOEXEC) }
        guard descriptor >= 0 else { throw FileError(.read, path, code: errno) }
        defer { _ = close(descriptor) }
        var failure: Int32 = 0
        while failure == 0 {
            let piece = unsafe [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
                repeat { count = unsafe read(descriptor, buffer.baseAddress, size) } while count < 0 && errno == EINTR
                if count < 0 { (failure, count) = (errno, 0) }
            }
            if piece.isEmpty { break }
            take(piece)
        }
        if failure != 0 { throw FileError(.read, path, code: failure) }
    }
}
