/// Copies numbers out of little-endian bytes as whole blocks.
///
/// The caller has made sure that the bytes are long enough; it is checked once more for each block.
public enum PackedNumbers {
    /// Appends the first `count` doubles.
    public static func append(_ bytes: ArraySlice<UInt8>, count: Int, to values: inout [Double]) {
        values.append(contentsOf: unsafe copied(bytes, count: count, zero: 0.0))
    }

    /// Appends the first `count` floats as doubles.
    public static func appendFloats(_ bytes: ArraySlice<UInt8>, count: Int, to values: inout [Double]) {
        values.append(contentsOf: unsafe copied(bytes, count: count, zero: Float(0)).lazy.map(Double.init))
    }

    /// Appends the first `count` whole numbers of 64 bits.
    public static func append(_ bytes: ArraySlice<UInt8>, count: Int, to values: inout [Int64]) {
        values.append(contentsOf: unsafe copied(bytes, count: count, zero: Int64(0)))
    }

    /// Appends the first `count` whole numbers of a width of 8, 16, 32 or 64 bits.
    public static func append(
        _ bytes: ArraySlice<UInt8>, count: Int, bitWidth: Int, isSigned: Bool, to values: inout [Int64]
    ) {
        switch (bitWidth, isSigned) {
        case (8, true): append(bytes, count, zero: Int8(0), to: &values)
        case (8, false): append(bytes, count, zero: UInt8(0), to: &values)
        case (16, true): append(bytes, count, zero: Int16(0), to: &values)
        case (16, false): append(bytes, count, zero: UInt16(0), to: &values)
        case (32, true): append(bytes, count, zero: Int32(0), to: &values)
        case (32, false): append(bytes, count, zero: UInt32(0), to: &values)
        default: append(bytes, count: count, to: &values)
        }
    }

    private static func append<Number: FixedWidthInteger & BitwiseCopyable>(
        _ bytes: ArraySlice<UInt8>, _ count: Int, zero: Number, to values: inout [Int64]
    ) {
        values.append(contentsOf: unsafe copied(bytes, count: count, zero: zero).lazy.map { Int64($0) })
    }

    /// The first `count` numbers of the type of `zero`, which has no invalid bit pattern.
    @unsafe private static func copied<Number: BitwiseCopyable>(
        _ bytes: ArraySlice<UInt8>, count: Int, zero: Number
    ) -> [Number] {
        let size = MemoryLayout<Number>.size
        precondition(count >= 0 && count <= bytes.count / size)
        return unsafe [Number](unsafeUninitializedCapacity: count) { output, written in
            unsafe bytes.withUnsafeBytes {
                unsafe UnsafeMutableRawBufferPointer(output).copyMemory(from: .init(rebasing: $0[..<(count * size)]))
            }
            written = count
        }
    }
}
