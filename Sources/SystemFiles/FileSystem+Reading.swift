import Glibc

extension FileSystem {
    /// The bytes of a file; with `limit`, at most that many from its start.
    ///
    /// Reads pipes and devices as well as plain files. A folder throws `EISDIR`.
    public static func readFile(_ path: String, limit: Int? = nil) throws(FileError) -> [UInt8] {
        try check(path, .read)
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileError(.read, path, code: errno) }
        defer { _ = close(descriptor) }
        return try readAll(descriptor, path, limit: max(0, limit ?? .max))
    }

    private static func readAll(_ descriptor: Int32, _ path: String, limit: Int) throws(FileError) -> [UInt8] {
        var bytes = [UInt8]()
        var room = min(limit, expectedSize(descriptor) + 1)
        while bytes.count < limit {
            let chunk = try readChunk(descriptor, path, into: &bytes, room: min(room, limit - bytes.count))
            if chunk == 0 { break }
            // The first guess was the whole file: what follows is the end, or a pipe that goes on.
            room = max(room - chunk, 65_536)
        }
        return bytes
    }

    /// The size that a plain file says it has; pipes and `/proc` say 0 and are read in pieces.
    private static func expectedSize(_ descriptor: Int32) -> Int {
        var status = stat()
        guard unsafe fstat(descriptor, &status) == 0, kind(mode: status.st_mode) == .regular else { return 65_535 }
        return max(Int(status.st_size), 4095)
    }

    private static func readChunk(
        _ descriptor: Int32, _ path: String, into bytes: inout [UInt8], room: Int
    ) throws(FileError) -> Int {
        var failure: Int32 = 0
        let chunk = unsafe [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
            repeat {
                count = unsafe read(descriptor, buffer.baseAddress, room)
            } while count < 0 && errno == EINTR
            if count < 0 { (failure, count) = (errno, 0) }
        }
        if failure != 0 { throw FileError(.read, path, code: failure) }
        if bytes.isEmpty { bytes = chunk } else { bytes.append(contentsOf: chunk) }
        return chunk.count
    }
}
