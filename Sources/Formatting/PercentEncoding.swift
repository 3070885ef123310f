/// Texts as parts of addresses, RFC 3986.
public enum PercentEncoding {
    private static let digits = Array("0123456789ABCDEF".utf8)

    /// Bytes as a text in which everything but letters, digits and `-._~` stands as a percent sign and two digits.
    ///
    /// - Parameter keepsSlashes: Leave slashes as they are: the bytes are a path.
    public static func text(_ bytes: some Sequence<UInt8>, keepsSlashes: Bool = false) -> String {
        var text: [UInt8] = []
        for byte in bytes {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
                UInt8(ascii: "~"):
                text.append(byte)
            case UInt8(ascii: "/") where keepsSlashes: text.append(byte)
            default: text += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: text, as: UTF8.self)
    }
}
