/// Bytes as whole numbers, for work on eight of them at a time.
public enum ByteWords {
    /// The eight bytes from `index` on, the first of them the lowest; they must lie within `bytes`.
    @inlinable
    public static func eight(_ bytes: Span<UInt8>, at index: Int) -> UInt64 {
        precondition(index >= 0 && index <= bytes.count - 8)
        return unsafe bytes.withUnsafeBytes { raw in
            unsafe UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
        }
    }
}
