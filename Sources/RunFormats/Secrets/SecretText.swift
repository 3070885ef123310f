/// Masks secrets inside a text, wherever it comes from (REQUIREMENTS L7).
///
/// What is found: the user and password of addresses, also of those without a scheme; the values of query items,
/// settings and flags whose name is that of a secret; what follows `Bearer` and `Basic`; PEM blocks; and keys that are
/// known by how they begin. Linear in the text.
enum SecretText {
    /// What stands for a secret.
    static let mask = "•••"

    /// The text with every secret in it masked; the text itself where there is none.
    static func masked(_ text: String) -> String {
        let bytes = Array(text.utf8)
        guard bytes.contains(where: { hints.contains($0) }) else { return text }
        let found =
            SecretAddresses.ranges(in: bytes) + SecretSettings.ranges(in: bytes) + SecretKeys.ranges(in: bytes)
        return found.isEmpty ? text : replaced(bytes, found.sorted { $0.lowerBound < $1.lowerBound })
    }

    /// Every secret that can be told from other text has one of these in or before it.
    private static let hints: Set<UInt8> = Set(" :=@-_.".utf8 + [UInt8(ascii: "A")])

    private static func replaced(_ bytes: [UInt8], _ ranges: [Range<Int>]) -> String {
        var result = [UInt8]()
        var position = 0
        for range in ranges where range.upperBound > position {
            if range.lowerBound >= position {
                result += bytes[position..<range.lowerBound]
                result += mask.utf8
            }
            position = range.upperBound
        }
        result += bytes[position...]
        return String(decoding: result, as: UTF8.self)
    }
}

extension UInt8 {
    var isBlank: Bool { self == 0x20 || (9...13).contains(self) }
    var isQuote: Bool { self == UInt8(ascii: "\"") || self == UInt8(ascii: "'") || self == UInt8(ascii: "`") }
    /// A letter, a digit, `_`, `-`, or part of a letter beyond ASCII.
    var isNamePart: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"), 0x80...0xFF:
            true
        default: false
        }
    }
}
