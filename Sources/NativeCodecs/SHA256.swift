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

    fileprivate typealias Blocks = (UnsafeMutablePointer<UInt32>?, UnsafePointer<UInt8>?, Int) -> Void

    fileprivate static let start: [UInt32] = [
        0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19,
    ]

    private static func state(after bytes: [UInt8], blocks: Blocks) -> [UInt32] {
        var state = start
        let whole = bytes.count / 64
        let tail = padding(after: bytes[(whole * 64)...], of: bytes.count)
        unsafe state.withUnsafeMutableBufferPointer { state in
            unsafe bytes.withUnsafeBufferPointer { unsafe blocks(state.baseAddress, $0.baseAddress, whole) }
            unsafe tail.withUnsafeBufferPointer { unsafe blocks(state.baseAddress, $0.baseAddress, tail.count / 64) }
        }
        return state
    }

    /// The bytes after the last whole block, a one bit, zeros, and the length in bits: one or two blocks.
    fileprivate static func padding(after rest: ArraySlice<UInt8>, of count: Int) -> [UInt8] {
        var tail = Array(rest)
        tail.append(0x80)
        while tail.count % 64 != 56 { tail.append(0) }
        let bits = UInt64(count) * 8
        for shift in stride(from: 56, through: 0, by: -8) { tail.append(UInt8(truncatingIfNeeded: bits >> shift)) }
        return tail
    }

    fileprivate static func hex(_ word: UInt32) -> String {
        let digits = String(word, radix: 16)
        return String(repeating: "0", count: 8 - digits.utf8.count) + digits
    }
}

/// The digest of bytes that come in pieces.
public struct SHA256Stream {
    private var state = SHA256.start
    private var rest: [UInt8] = []
    private var count = 0

    /// Of nothing yet.
    public init() {}

    /// Takes the next bytes: those from `start` on.
    public mutating func update(_ bytes: [UInt8], from start: Int = 0) {
        count += bytes.count - start
        let all = rest.isEmpty ? bytes[start...] : (rest + bytes[start...])[...]
        let whole = all.count / 64
        Self.run(all, whole, &state)
        rest = Array(all.dropFirst(whole * 64))
    }

    /// The digest of all bytes so far as 64 lower-case hexadecimal digits.
    public var hex: String {
        var last = state
        let tail = SHA256.padding(after: rest[...], of: count)
        Self.run(tail[...], tail.count / 64, &last)
        return last.map(SHA256.hex).joined()
    }

    private static func run(_ bytes: ArraySlice<UInt8>, _ blocks: Int, _ state: inout [UInt32]) {
        unsafe state.withUnsafeMutableBufferPointer { state in
            unsafe bytes.withUnsafeBufferPointer { bytes in
                unsafe tearsheet_sha256_blocks(state.baseAddress, bytes.baseAddress, blocks)
            }
        }
    }
}
