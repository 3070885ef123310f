import NativeShims

/// SHA-256 (FIPS 180-4) of input files and of parts of pages, with the processor's instructions where it has them.
public enum SHA256 {
    /// The 32 bytes of the digest.
    public static func digest(of bytes: [UInt8]) -> [UInt8] {
        unsafe state(after: bytes, blocks: tearsheet_sha256_blocks).flatMap { word in
            stride(from: 24, through: 0, by: -8).map { UInt8(truncatingIfNeeded: word >> $0) }
        }
    }

    /// The digest as 64 lower-case hexadecimal digits.
    public static func hex(_ bytes: [UInt8]) -> String {
        unsafe state(after: bytes, blocks: tearsheet_sha256_blocks).map(hex).joined()
    }

    /// The digest by the portable code, whatever the processor offers; for tests.
    static func portableHex(_ bytes: [UInt8]) -> String {
        unsafe state(after: bytes, blocks: tearsheet_sha256_blocks_portable).map(hex).joined()
    }

    private typealias Blocks = (UnsafeMutablePointer<UInt32>?, UnsafePointer<UInt8>?, Int) -> Void

    private static func state(after bytes: [UInt8], blocks: Blocks) -> [UInt32] {
        var state: [UInt32] = [
            0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19,
        ]
        let whole = bytes.count / 64
        let tail = padding(after: bytes)
        unsafe state.withUnsafeMutableBufferPointer { state in
            unsafe bytes.withUnsafeBufferPointer { unsafe blocks(state.baseAddress, $0.baseAddress, whole) }
            unsafe tail.withUnsafeBufferPointer { unsafe blocks(state.baseAddress, $0.baseAddress, tail.count / 64) }
        }
        return state
    }

    /// The bytes after the last whole block, a one bit, zeros, and the length in bits: one or two blocks.
    private static func padding(after bytes: [UInt8]) -> [UInt8] {
        var tail = Array(bytes.suffix(bytes.count % 64))
        tail.append(0x80)
        while tail.count % 64 != 56 { tail.append(0) }
        let bits = UInt64(bytes.count) * 8
        for shift in stride(from: 56, through: 0, by: -8) { tail.append(UInt8(truncatingIfNeeded: bits >> shift)) }
        return tail
    }

    private static func hex(_ word: UInt32) -> String {
        let digits = String(word, radix: 16)
        return String(repeating: "0", count: 8 - digits.utf8.count) + digits
    }
}
