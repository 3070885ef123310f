import CZlib

/// Deflate in zlib's frame, as PDF and PNG hold it.
enum Flate {
    /// zlib's level 3: on page content a quarter of the time of its usual 6, for 6 % more bytes.
    private static let level: Int32 = 3

    /// The bytes deflated; the same for the same bytes.
    static func deflate(_ bytes: [UInt8]) -> [UInt8] { deflate(bytes[...]) }

    /// The bytes deflated; the same for the same bytes.
    static func deflate(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        let bound = compressBound(UInt(bytes.count))
        return unsafe [UInt8](unsafeUninitializedCapacity: Int(bound)) { target, count in
            var size = bound
            let status = unsafe bytes.withUnsafeBufferPointer { source in
                unsafe compress2(target.baseAddress, &size, source.baseAddress, UInt(source.count), level)
            }
            // The bound leaves room for any bytes, so only a lack of memory could fail, and that traps.
            precondition(status == Z_OK, "zlib is out of memory")
            count = Int(size)
        }
    }

    /// The bytes inflated; nil when they are not deflated or damaged.
    static func inflate(_ bytes: ArraySlice<UInt8>) -> [UInt8]? {
        // Page content shrinks three- to tenfold.
        var capacity = bytes.count * 6 + 1024
        while capacity < 1 << 31 {
            var status = Z_BUF_ERROR
            let inflated = unsafe [UInt8](unsafeUninitializedCapacity: capacity) { target, count in
                var size = UInt(capacity)
                status = unsafe bytes.withUnsafeBufferPointer { source in
                    unsafe uncompress(target.baseAddress, &size, source.baseAddress, UInt(source.count))
                }
                count = status == Z_OK ? Int(size) : 0
            }
            if status == Z_OK { return inflated }
            guard status == Z_BUF_ERROR else { return nil }
            capacity *= 4
        }
        return nil
    }

    /// The check number of PNG chunks.
    static func crc(_ bytes: ArraySlice<UInt8>) -> UInt32 {
        unsafe bytes.withUnsafeBufferPointer { source in
            unsafe UInt32(truncatingIfNeeded: crc32(0, source.baseAddress, UInt32(clamping: source.count)))
        }
    }
}
