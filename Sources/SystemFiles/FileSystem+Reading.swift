import Glibc

/// What was read from a path.
public struct FileContent: Sendable {
    /// The bytes, at most as many as were asked for.
    public var bytes: [UInt8]
    /// Whether it is a plain file, a pipe or a device.
    public var kind: FileSystem.Kind
    /// Whether the file's size or time of change was another one after reading than before: somebody writes to it.
    public var hasChanged: Bool

    /// A content with all its parts.
    public init(bytes: [UInt8], kind: FileSystem.Kind, hasChanged: Bool) {
        self.bytes = bytes
        self.kind = kind
        self.hasChanged = hasChanged
    }
}

extension FileSystem {
    /// The bytes of a file; with `limit`, at most that many from its start.
    ///
    /// Reads pipes and devices as well as plain files. A folder throws `EISDIR`.
    public static func readFile(_ path: String, limit: Int? = nil) throws(FileError) -> [UInt8] {
        try readContent(path, limit: limit).bytes
    }

    /// The bytes of a file, and whether somebody wrote to it meanwhile. `-` is standard input.
    ///
    /// A pipe can be read once: who needs its bytes twice keeps them.
    public static func readContent(_ path: String, limit: Int? = nil) throws(FileError) -> FileContent {
        try check(path, .read)
        if path == "-" { return try read(STDIN_FILENO, "standard input", limit) }
        let descriptor = unsafe PathText.withPath(path) { unsafe open($0, O_RDONLY | O_CLOEXEC) }
        guard descriptor >= 0 else { throw FileError(.read, path, code: errno) }
        defer { _ = close(descriptor) }
        return try read(descriptor, path, limit)
    }

    /// Whether a path names what the process was started with, such as a pipe that the shell made: `-`, `/dev/stdin`,
    /// `/dev/fd/63`.
    public static func isInheritedStream(_ path: String) -> Bool {
        path == "-" || ["/dev/stdin", "/dev/fd/", "/proc/self/fd/"].contains { path.hasPrefix($0) }
    }

    private static func read(_ descriptor: Int32, _ path: String, _ limit: Int?) throws(FileError) -> FileContent {
        var before = stat()
        guard unsafe fstat(descriptor, &before) == 0 else { throw FileError(.read, path, code: errno) }
        let kind = kind(mode: before.st_mode)
        // The first guess is the whole file; pipes and `/proc` say 0 and are read in pieces.
        let expected = kind == .regular ? max(Int(before.st_size), 4095) : 65_535
        let bytes = try readAll(descriptor, path, limit: max(0, limit ?? .max), expected: expected)
        return FileContent(bytes: bytes, kind: kind, hasChanged: hasChanged(descriptor, since: before))
    }

    static func hasChanged(_ descriptor: Int32, since before: stat) -> Bool {
        var after = stat()
        guard kind(mode: before.st_mode) == .regular, unsafe fstat(descriptor, &after) == 0 else { return false }
        return after.st_size != before.st_size || after.st_mtim.tv_sec != before.st_mtim.tv_sec
            || after.st_mtim.tv_nsec != before.st_mtim.tv_nsec
    }

    private static func readAll(
        _ descriptor: Int32, _ path: String, limit: Int, expected: Int
    ) throws(FileError) -> [UInt8] {
        var bytes = [UInt8]()
        var room = min(limit, expected + 1)
        while bytes.count < limit {
            let chunk = try readChunk(descriptor, path, into: &bytes, room: min(room, limit - bytes.count))
            if chunk == 0 { break }
            // The first guess was the whole file: what follows is the end, or a pipe that goes on.
            room = max(room - chunk, 65_536)
        }
        return bytes
    }

    static func readChunk(
        _ descriptor: Int32, _ path: String, into bytes: inout [UInt8], room: Int
    ) throws(FileError) -> Int {
        var failure: Int32 = 0
        let chunk = unsafe [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
            repeat {
                count = unsafe Glibc.read(descriptor, buffer.baseAddress, room)
            } while count < 0 && errno == EINTR
            if count < 0 { (failure, count) = (errno, 0) }
        }
        if failure != 0 { throw FileError(.read, path, code: failure) }
        if bytes.isEmpty { bytes = chunk } else { bytes.append(contentsOf: chunk) }
        return chunk.count
    }
}
