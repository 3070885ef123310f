import Glibc

/// A plain file that is read piece by piece, so that it need not be whole in memory.
public final class FileBlocks {
    private let descriptor: Int32
    private let path: String
    private let before: stat
    /// How many bytes the file had when it was opened.
    public var size: Int { Int(before.st_size) }

    /// Opens a plain file; throws for what cannot be read, and with `ESPIPE` for a pipe or device.
    public init(_ path: String) throws(FileError) {
        try FileSystem.check(path, .read)
        // Not to wait where a pipe took the file's place: nobody may ever write to it.
        descriptor = unsafe PathText.withPath(path) { unsafe open($0, O_RDONLY | O_CLOEXEC | O_NONBLOCK) }
        self.path = path
        var status = stat()
        guard descriptor >= 0, unsafe fstat(descriptor, &status) == 0 else {
            before = status
            throw FileError(.read, path, code: errno)
        }
        before = status
        guard FileSystem.kind(mode: status.st_mode) == .regular else { throw FileError(.read, path, code: ESPIPE) }
    }

    deinit { if descriptor >= 0 { _ = close(descriptor) } }

    /// The next bytes, at most so many, behind bytes that come first; no more than those at the end.
    public func next(_ count: Int, after start: ArraySlice<UInt8> = []) throws(FileError) -> [UInt8] {
        let whole = start.count + count
        var failure: Int32 = 0
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: whole) { buffer, filled in
            filled = unsafe buffer[..<start.count].initialize(fromContentsOf: start)
            while filled < whole {
                let read = unsafe Glibc.read(descriptor, buffer.baseAddress?.advanced(by: filled), whole - filled)
                if read < 0, errno == EINTR { continue }
                if read < 0 { failure = errno }
                guard read > 0 else { return }
                filled += read
            }
        }
        if failure != 0 { throw FileError(.read, path, code: failure) }
        return bytes
    }

    /// Whether the file's size or time of change is another one than when it was opened: somebody writes to it.
    public var hasChanged: Bool { FileSystem.hasChanged(descriptor, since: before) }
}
