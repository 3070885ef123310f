/// The hash function SHA-256 (FIPS 180-4, section 6.2): digests of inputs, and the hashes of a page's own style and script.
///
/// Pure Swift over spans, so that hashing needs no library; about 200 MB a second, far above what a report holds.
public struct SHA256: Sendable {
    private var state = SHA256.initialState
    private var pending: [UInt8] = []
    private var length: UInt64 = 0

    /// A hash of nothing yet.
    public init() { pending.reserveCapacity(64) }

    /// The 32 bytes of the digest of `bytes`.
    public static func digest(of bytes: [UInt8]) -> [UInt8] {
        var hash = SHA256()
        hash.update(bytes.span)
        return hash.finish()
    }

    /// The digest as 64 lower-case hexadecimal digits.
    public static func hexText(of bytes: [UInt8]) -> String { hexText(digest: digest(of: bytes)) }

    /// A digest's bytes as lower-case hexadecimal digits.
    public static func hexText(digest: [UInt8]) -> String {
        var text: [UInt8] = []
        text.reserveCapacity(digest.count * 2)
        for byte in digest {
            text.append(hexDigit(byte >> 4))
            text.append(hexDigit(byte & 15))
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// Hashes further bytes; the parts of an input may be cut anywhere.
    public mutating func update(_ bytes: Span<UInt8>) {
        length += UInt64(bytes.count)
        var start = fill(from: bytes)
        while bytes.count - start >= 64 {
            compress(bytes, at: start)
            start += 64
        }
        while start < bytes.count {
            pending.append(bytes[start])
            start += 1
        }
    }

    /// Pads the last block (section 5.1.1) and returns the digest; the value must not be used again.
    public mutating func finish() -> [UInt8] {
        let bits = length &* 8
        var tail: [UInt8] = [0x80]
        while (pending.count + tail.count) % 64 != 56 { tail.append(0) }
        for shift in stride(from: 56, through: 0, by: -8) {
            tail.append(UInt8(truncatingIfNeeded: bits >> UInt64(shift)))
        }
        update(tail.span)
        return (0..<32).map { UInt8(truncatingIfNeeded: state[$0 / 4] >> UInt32(24 - $0 % 4 * 8)) }
    }

    /// Completes a pending block; returns how many bytes that took.
    private mutating func fill(from bytes: Span<UInt8>) -> Int {
        guard !pending.isEmpty else { return 0 }
        let taken = min(64 - pending.count, bytes.count)
        for index in 0..<taken { pending.append(bytes[index]) }
        if pending.count == 64 {
            let block = pending
            compress(block.span, at: 0)
            pending.removeAll(keepingCapacity: true)
        }
        return taken
    }

    private static func hexDigit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
    }
}

extension SHA256 {
    private typealias Schedule = InlineArray<16, UInt32>

    /// One block of 64 bytes into the state: the 64 rounds, with a schedule of sixteen words that rolls over itself.
    private mutating func compress(_ bytes: Span<UInt8>, at start: Int) {
        var words = Self.words(bytes, at: start)
        let constants = Self.roundConstants.span
        var (a, b, c, d) = (state[0], state[1], state[2], state[3])
        var (e, f, g, h) = (state[4], state[5], state[6], state[7])
        for round in 0..<64 {
            let word = round < 16 ? words[round] : Self.extend(&words, round)
            let choice = (e & f) ^ (~e & g)
            let majority = (a & b) ^ (a & c) ^ (b & c)
            let first = h &+ Self.turn(e, 6, 11, 25) &+ choice &+ constants[round] &+ word
            let second = Self.turn(a, 2, 13, 22) &+ majority
            (h, g, f, e) = (g, f, e, d &+ first)
            (d, c, b, a) = (c, b, a, first &+ second)
        }
        state[0] &+= a
        state[1] &+= b
        state[2] &+= c
        state[3] &+= d
        state[4] &+= e
        state[5] &+= f
        state[6] &+= g
        state[7] &+= h
    }

    private static func words(_ bytes: Span<UInt8>, at start: Int) -> Schedule {
        Schedule { index in
            let place = start + index * 4
            let high = UInt32(bytes[place]) << 24 | UInt32(bytes[place + 1]) << 16
            return high | UInt32(bytes[place + 2]) << 8 | UInt32(bytes[place + 3])
        }
    }

    /// Word number `round` of the schedule, kept in place of the one sixteen rounds before.
    @inline(__always)
    private static func extend(_ words: inout Schedule, _ round: Int) -> UInt32 {
        let (early, late) = (words[(round + 1) & 15], words[(round + 14) & 15])
        let small = rotate(early, 7) ^ rotate(early, 18) ^ (early >> 3)
        let large = rotate(late, 17) ^ rotate(late, 19) ^ (late >> 10)
        let word = words[round & 15] &+ small &+ words[(round + 9) & 15] &+ large
        words[round & 15] = word
        return word
    }

    @inline(__always)
    private static func turn(_ word: UInt32, _ first: UInt32, _ second: UInt32, _ third: UInt32) -> UInt32 {
        rotate(word, first) ^ rotate(word, second) ^ rotate(word, third)
    }

    @inline(__always)
    private static func rotate(_ word: UInt32, _ count: UInt32) -> UInt32 {
        word &>> count | word &<< (32 &- count)
    }

    private static let initialState: InlineArray<8, UInt32> = [
        0x6A09_E667, 0xBB67_AE85, 0x3C6E_F372, 0xA54F_F53A, 0x510E_527F, 0x9B05_688C, 0x1F83_D9AB, 0x5BE0_CD19,
    ]

    /// The first 32 bits of the fractions of the cube roots of the first 64 primes (section 4.2.2).
    private static let roundConstants: [UInt32] = [
        0x428A_2F98, 0x7137_4491, 0xB5C0_FBCF, 0xE9B5_DBA5, 0x3956_C25B, 0x59F1_11F1, 0x923F_82A4, 0xAB1C_5ED5,
        0xD807_AA98, 0x1283_5B01, 0x2431_85BE, 0x550C_7DC3, 0x72BE_5D74, 0x80DE_B1FE, 0x9BDC_06A7, 0xC19B_F174,
        0xE49B_69C1, 0xEFBE_4786, 0x0FC1_9DC6, 0x240C_A1CC, 0x2DE9_2C6F, 0x4A74_84AA, 0x5CB0_A9DC, 0x76F9_88DA,
        0x983E_5152, 0xA831_C66D, 0xB003_27C8, 0xBF59_7FC7, 0xC6E0_0BF3, 0xD5A7_9147, 0x06CA_6351, 0x1429_2967,
        0x27B7_0A85, 0x2E1B_2138, 0x4D2C_6DFC, 0x5338_0D13, 0x650A_7354, 0x766A_0ABB, 0x81C2_C92E, 0x9272_2C85,
        0xA2BF_E8A1, 0xA81A_664B, 0xC24B_8B70, 0xC76C_51A3, 0xD192_E819, 0xD699_0624, 0xF40E_3585, 0x106A_A070,
        0x19A4_C116, 0x1E37_6C08, 0x2748_774C, 0x34B0_BCB5, 0x391C_0CB3, 0x4ED8_AA4A, 0x5B9C_CA4F, 0x682E_6FF3,
        0x748F_82EE, 0x78A5_636F, 0x84C8_7814, 0x8CC7_0208, 0x90BE_FFFA, 0xA450_6CEB, 0xBEF9_A3F7, 0xC671_78F2,
    ]
}
