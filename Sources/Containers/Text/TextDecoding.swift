/// Brings text to UTF-8 without a mark at its beginning.
///
/// ```swift
/// TextDecoding.utf8([0xFF, 0xFE, 0x41, 0x00])   // [0x41]
/// ```
public enum TextDecoding {
    /// The text as UTF-8: UTF-16 and UTF-8 with a mark are recognised by it, everything else stays as it is.
    ///
    /// What is no UTF-16, half a pair or half a unit, becomes U+FFFD. Linear in the size.
    public static func utf8(_ bytes: [UInt8]) -> [UInt8] {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return Array(bytes.dropFirst(3)) }
        if bytes.starts(with: [0xFF, 0xFE]) { return decoded(bytes, low: 0, high: 1) }
        if bytes.starts(with: [0xFE, 0xFF]) { return decoded(bytes, low: 1, high: 0) }
        return bytes
    }

    /// Whether bytes begin with a mark of UTF-16.
    public static func isUTF16(_ bytes: [UInt8]) -> Bool {
        bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
    }

    private static func decoded(_ bytes: [UInt8], low: Int, high: Int) -> [UInt8] {
        var units = [UInt16]()
        units.reserveCapacity(bytes.count / 2)
        for place in stride(from: 2, to: bytes.count - 1, by: 2) {
            units.append(UInt16(bytes[place + low]) | UInt16(bytes[place + high]) << 8)
        }
        // Half a unit at the end is damage, and shows as such.
        if bytes.count % 2 == 1 { units.append(0xFFFD) }
        return transcoded(units)
    }

    private static func transcoded(_ units: [UInt16]) -> [UInt8] {
        var text = [UInt8]()
        text.reserveCapacity(units.count + units.count / 8)
        var decoder = UTF16()
        var iterator = units.makeIterator()
        while true {
            switch decoder.decode(&iterator) {
            case .scalarValue(let scalar):
                text.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
            case .error: text.append(contentsOf: UTF8.encodedReplacementCharacter)
            case .emptyInput: return text
            }
        }
    }
}
