/// Finds bytes in text, eight at a time.
public enum ByteSearch {
    /// The first position from `start` on that holds one of three bytes; the end of `bytes` where none does.
    ///
    /// Works on words of eight bytes: a byte of `word ^ pattern` is zero where it matches, and the lowest zero byte is
    /// found exactly by `(x − 0x01…) & ~x & 0x80…` (Warren, Hacker's Delight, 6–1).
    public static func firstIndex(
        of first: UInt8, _ second: UInt8, _ third: UInt8, in bytes: Span<UInt8>, from start: Int
    ) -> Int {
        precondition(start >= 0)
        let (one, two, three) = (ones &* UInt64(first), ones &* UInt64(second), ones &* UInt64(third))
        return unsafe bytes.withUnsafeBytes { raw in
            var index = start
            while index + 8 <= raw.count {
                let word = unsafe UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
                let found = zeros(word ^ one) | zeros(word ^ two) | zeros(word ^ three)
                if found != 0 { return index + found.trailingZeroBitCount / 8 }
                index += 8
            }
            while index < raw.count {
                let byte = unsafe raw[index]
                if byte == first || byte == second || byte == third { return index }
                index += 1
            }
            return raw.count
        }
    }

    private static let ones: UInt64 = 0x0101_0101_0101_0101

    @inline(__always)
    private static func zeros(_ word: UInt64) -> UInt64 { (word &- ones) & ~word & 0x8080_8080_8080_8080 }
}
