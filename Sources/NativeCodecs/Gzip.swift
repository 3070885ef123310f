import CZlib

/// Reads gzip (RFC 1952) with a bound on what comes out; the checksum of every member is checked by zlib.
public enum Gzip {
    /// Why bytes could not be expanded.
    public enum Failure: Error, Equatable, Sendable {
        /// The bytes are not gzip, or a checksum or length in them is wrong.
        case damaged
        /// The bytes end inside a member.
        case truncated
        /// More than the given number of bytes would come out.
        case tooLarge(limit: Int)
    }

    /// Whether bytes begin as gzip does: 1F 8B and method 8, deflate.
    public static func isGzip(_ bytes: [UInt8]) -> Bool {
        bytes.count >= 3 && bytes[0] == 0x1F && bytes[1] == 0x8B && bytes[2] == 8
    }

    /// The expanded bytes of all members one after another.
    ///
    /// - Parameter limit: The most bytes that may come out; expanding stops there with ``Failure/tooLarge(limit:)``.
    public static func decompress(_ bytes: [UInt8], limit: Int) throws(Failure) -> [UInt8] {
        guard isGzip(bytes), bytes.count <= Int(UInt32.max) else { throw .damaged }
        var output = [UInt8]()
        output.reserveCapacity(min(limit, max(4096, bytes.count * 6)))
        var start = 0
        repeat {
            start = try member(of: bytes, at: start, into: &output, limit: limit)
        } while start < bytes.count && isGzip(Array(bytes[start..<min(start + 3, bytes.count)]))
        // Zeros after the last member are padding of tapes; anything else was meant to be data.
        guard bytes[start...].allSatisfy({ $0 == 0 }) else { throw .damaged }
        return output
    }

    /// As many bytes as come out of the beginning of a file, at most `count`; empty where it is damaged.
    public static func beginning(of bytes: [UInt8], count: Int) -> [UInt8] {
        var output = [UInt8]()
        // Ends by the limit, by truncation, or at the end of the member; what has come out is kept in all cases.
        _ = try? member(of: bytes, at: 0, into: &output, limit: count)
        return output
    }

    /// Expands the member that begins at `start`; answers where the next one begins.
    private static func member(
        of bytes: [UInt8], at start: Int, into output: inout [UInt8], limit: Int
    ) throws(Failure) -> Int {
        var stream = unsafe z_stream()
        let version = unsafe zlibVersion()
        // 16 asks for the gzip wrapper, 15 for the largest window.
        guard unsafe inflateInit2_(&stream, 16 + 15, version, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
            throw .damaged
        }
        defer { _ = unsafe inflateEnd(&stream) }
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        var used = start
        while true {
            let (status, consumed, produced) = unsafe inflateStep(&stream, bytes, from: used, into: &chunk)
            used += consumed
            let room = limit - output.count
            output.append(contentsOf: chunk[..<min(produced, room)])
            guard produced <= room else { throw .tooLarge(limit: limit) }
            switch status {
            case Z_STREAM_END: return used
            case Z_OK where consumed + produced > 0: continue
            case Z_OK, Z_BUF_ERROR: throw used == bytes.count ? .truncated : .damaged
            default: throw .damaged
            }
        }
    }

    private static func inflateStep(
        _ stream: inout z_stream, _ bytes: [UInt8], from used: Int, into chunk: inout [UInt8]
    ) -> (status: Int32, consumed: Int, produced: Int) {
        unsafe bytes.withUnsafeBufferPointer { input in
            unsafe chunk.withUnsafeMutableBufferPointer { room in
                unsafe stream.next_in = UnsafeMutablePointer(mutating: input.baseAddress?.advanced(by: used))
                unsafe stream.avail_in = UInt32(input.count - used)
                unsafe stream.next_out = room.baseAddress
                unsafe stream.avail_out = UInt32(room.count)
                let status = unsafe inflate(&stream, Z_NO_FLUSH)
                let left = unsafe (Int(stream.avail_in), Int(stream.avail_out))
                return (status, input.count - used - left.0, room.count - left.1)
            }
        }
    }
}
