/// Bytes as text of 64 characters (RFC 4648, section 4), for fonts, pictures and hashes within a page.
enum Base64 {
    /// The text, padded with `=`.
    static func encode(_ bytes: [UInt8]) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity((bytes.count + 2) / 3 * 4)
        let source = bytes.span
        let letters = alphabet.span
        var index = 0
        while index < source.count {
            let rest = source.count - index
            let second = rest > 1 ? source[index + 1] : 0
            let third = rest > 2 ? source[index + 2] : 0
            let group = Int(source[index]) << 16 | Int(second) << 8 | Int(third)
            text.append(letters[group >> 18])
            text.append(letters[group >> 12 & 63])
            text.append(rest > 1 ? letters[group >> 6 & 63] : padding)
            text.append(rest > 2 ? letters[group & 63] : padding)
            index += 3
        }
        return text
    }

    private static let padding = UInt8(ascii: "=")
    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
}
