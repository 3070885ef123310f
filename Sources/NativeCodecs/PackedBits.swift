/// Takes apart whole numbers that are packed without gaps, least significant bit first.
public enum PackedBits {
    /// Appends `count` numbers of `width` bits, 0 to 32.
    ///
    /// Numbers whose bits lie beyond the end of the bytes are 0; the caller has checked the length where that matters.
    public static func append(_ bytes: ArraySlice<UInt8>, width: Int, count: Int, to values: inout [UInt32]) {
        precondition(width >= 0 && width <= 32 && count >= 0)
        let mask = UInt64(1) << UInt64(width) - 1
        unsafe bytes.withUnsafeBytes { raw in
            for index in 0..<count {
                values.append(UInt32(truncatingIfNeeded: unsafe word(raw, bit: index &* width) & mask))
            }
        }
    }

    /// Appends `count` numbers of `width` bits, 0 to 64, each plus `base` and the number before it, without overflow
    /// checks: as delta encoding defines it.
    public static func appendRunningSums(
        _ bytes: ArraySlice<UInt8>, width: Int, count: Int, base: Int64, last: inout Int64, to values: inout [Int64]
    ) {
        precondition(width >= 0 && width <= 64 && count >= 0)
        let mask: UInt64 = width == 64 ? .max : UInt64(1) << UInt64(width) - 1
        var sum = last
        unsafe bytes.withUnsafeBytes { raw in
            for index in 0..<count {
                let bit = index &* width
                var number = unsafe word(raw, bit: bit)
                // A word read at a bit within a byte lacks up to seven bits at its upper end.
                if width > 57, bit & 7 != 0 {
                    number |= unsafe word(raw, bit: (bit & ~7) &+ 64) << UInt64(64 - bit & 7)
                }
                sum = sum &+ base &+ Int64(bitPattern: number & mask)
                values.append(sum)
            }
        }
        last = sum
    }

    /// At least 57 bits from a bit on; zeros beyond the end.
    @inline(__always)
    private static func word(_ raw: UnsafeRawBufferPointer, bit: Int) -> UInt64 {
        let start = bit >> 3
        if start &+ 8 <= raw.count {
            return unsafe UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: start, as: UInt64.self))
                >> UInt64(bit & 7)
        }
        var number: UInt64 = 0
        var index = raw.count - 1
        while index >= start {
            number = number << 8 | UInt64(unsafe raw[index])
            index -= 1
        }
        return number >> UInt64(bit & 7)
    }
}
