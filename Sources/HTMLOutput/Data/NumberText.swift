/// Whole numbers as printable text, a character for small ones: base64 digits of five bits each, the lowest first, with a
/// sixth bit that says whether more follow; the sign is the lowest bit. Source maps are written this way.
struct NumberText {
    /// What has been written.
    private(set) var bytes: [UInt8] = []
    private var zeros = 0

    private static let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

    /// Numbers as they are.
    static func of(_ numbers: [Int]) -> [UInt8] {
        var text = NumberText()
        for number in numbers { text.append(number) }
        return text.bytes
    }

    /// Numbers that are zero mostly: a zero is followed by the number of zeros in a row.
    static func ofSparse(_ numbers: [Int]) -> [UInt8] {
        var text = NumberText()
        for number in numbers { text.appendSparse(number) }
        text.endZeros()
        return text.bytes
    }

    /// One number; its magnitude must be below 2⁵², which a page's numbers hold exactly.
    private mutating func append(_ number: Int) {
        var rest = number.magnitude << 1 | (number < 0 ? 1 : 0)
        repeat {
            let digit = Int(rest & 31)
            rest >>= 5
            bytes.append(Self.digits[rest > 0 ? digit | 32 : digit])
        } while rest > 0
    }

    private mutating func appendSparse(_ number: Int) {
        if number == 0 {
            zeros += 1
        } else {
            endZeros()
            append(number)
        }
    }

    private mutating func endZeros() {
        guard zeros > 0 else { return }
        append(0)
        append(zeros)
        zeros = 0
    }
}
