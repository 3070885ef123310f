/// Text between tags as it is shown.
enum HTMLText {
    /// Entities resolved, blanks of any kind made one, none at the ends; broken UTF-8 is repaired.
    static func text(_ bytes: ArraySlice<UInt8>) -> String {
        var text = [UInt8]()
        text.reserveCapacity(bytes.count)
        var index = bytes.startIndex
        while index < bytes.endIndex {
            let byte = bytes[index]
            if byte > 0x20, byte < 0x7F, byte != UInt8(ascii: "&") {
                text.append(byte)
                index += 1
                continue
            }
            let (character, end) = character(bytes, at: index)
            index = end
            if let character {
                text += character
            } else if let last = text.last, last != 0x20 {
                text.append(0x20)
            }
        }
        if text.last == 0x20 { text.removeLast() }
        return String(decoding: text, as: UTF8.self)
    }

    /// The bytes of what stands at a place, nil for a blank, and where the next begins.
    private static func character(_ bytes: ArraySlice<UInt8>, at index: Int) -> (ArraySlice<UInt8>?, Int) {
        let byte = bytes[index]
        if byte <= 0x20 || byte == 0x7F { return (nil, index + 1) }
        if let length = blankLength(bytes, at: index) { return (nil, index + length) }
        if byte == UInt8(ascii: "&"), let (scalar, end) = entity(bytes, at: index) {
            let isBlank = scalar.value <= 0x20 || (0x7F...0xA0).contains(scalar.value)
            return (isBlank ? nil : Array(String(scalar).utf8)[...], end)
        }
        return (bytes[index...index], index + 1)
    }

    /// The length of a blank that does not break, narrow ones and thin spaces too.
    private static func blankLength(_ bytes: ArraySlice<UInt8>, at index: Int) -> Int? {
        if bytes[index] == 0xC2, index + 1 < bytes.endIndex, bytes[index + 1] == 0xA0 { return 2 }
        guard bytes[index] == 0xE2, index + 2 < bytes.endIndex, bytes[index + 1] == 0x80 else { return nil }
        let last = bytes[index + 2]
        return (0x80...0x8A).contains(last) || last == 0xAF ? 3 : nil
    }

    private static let names: [String: Unicode.Scalar] = [
        "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}", "minus": "-", "ndash": "–",
        "mdash": "—", "copy": "©", "reg": "®", "euro": "€", "pound": "£", "yen": "¥", "middot": "·", "times": "×",
        "thinsp": " ", "ensp": " ", "emsp": " ", "shy": "\u{AD}",
    ]
    private static let longest = 10

    /// `&amp;`, `&#38;`, `&#x26;`; nil where the text is none of them, such as `&Profit`.
    private static func entity(_ bytes: ArraySlice<UInt8>, at index: Int) -> (Unicode.Scalar, Int)? {
        let rest = bytes[(index + 1)...].prefix(longest)
        guard let end = rest.firstIndex(of: UInt8(ascii: ";")) else { return nil }
        let name = String(decoding: bytes[(index + 1)..<end], as: UTF8.self)
        guard name.first == "#" else { return names[name].map { ($0, end + 1) } }
        let digits = name.dropFirst()
        let number = digits.first == "x" || digits.first == "X" ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
        return number.flatMap(Unicode.Scalar.init).map { ($0, end + 1) }
    }
}
