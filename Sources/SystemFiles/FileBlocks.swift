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

    /// The next bytes, at most so many; none at the end.
    public func next(_ count: Int) throws(FileError) -> [UInt8] {
        var bytes = [UInt8]()
        while bytes.count < count {
            let read = try FileSystem.readChunk(descriptor, path, into: &bytes, room: count - bytes.count)
            if read == 0 { break }
        }
        return bytes
    }

    /// Whether the file's size or time of change is another one than when it was opened: somebody writes to it.
    public var hasChanged: Bool { FileSystem.hasChanged(descriptor, since: before) }
}
