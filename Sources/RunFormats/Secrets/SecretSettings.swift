/// Values that stand behind the name of a secret: `password=…`, `"api_key": "…"`, `?token=…`, `--pin …`.
enum SecretSettings {
    private static let longestName = 64

    static func ranges(in bytes: [UInt8]) -> [Range<Int>] {
        var ranges = [Range<Int>]()
        var position = 0
        while position < bytes.count {
            let found = setting(bytes, at: position) ?? flag(bytes, at: position) ?? scheme(bytes, at: position)
            if let found { ranges.append(found) }
            position = max(position + 1, found?.upperBound ?? 0)
        }
        return ranges
    }

    /// The value behind a `=` or `:` that follows the name of a secret.
    private static func setting(_ bytes: [UInt8], at index: Int) -> Range<Int>? {
        guard bytes[index] == UInt8(ascii: "=") || bytes[index] == UInt8(ascii: ":"),
            SecretName.isSecret(name(bytes, before: index))
        else { return nil }
        var start = index + 1
        while start < bytes.count, bytes[start].isBlank || bytes[start] == UInt8(ascii: "=") || bytes[start] == 0x3E {
            start += 1
        }
        return value(bytes, from: start)
    }

    /// The name that ends before a place, quotes, spaces and a bracket between them.
    private static func name(_ bytes: [UInt8], before index: Int) -> [UInt8] {
        var end = index
        while end > 0, index - end < 4, bytes[end - 1].isBlank || bytes[end - 1].isQuote || bytes[end - 1] == 0x5D {
            end -= 1
        }
        var start = end
        while start > 0, end - start < longestName, bytes[start - 1].isNamePart || bytes[start - 1] == 0x2E {
            start -= 1
        }
        return Array(bytes[start..<end])
    }

    /// `--password x`: the next word, unless that is a flag itself.
    private static func flag(_ bytes: [UInt8], at index: Int) -> Range<Int>? {
        guard bytes[index] == UInt8(ascii: "-"), index == 0 || bytes[index - 1].isBlank else { return nil }
        let end = bytes[index...].prefix(longestName).firstIndex { !$0.isNamePart } ?? bytes.count
        guard end < bytes.count, bytes[end].isBlank, SecretName.isSecret(Array(bytes[index..<end])) else { return nil }
        let start = bytes[end...].firstIndex { !$0.isBlank } ?? bytes.count
        guard start < bytes.count, bytes[start] != UInt8(ascii: "-") else { return nil }
        return value(bytes, from: start)
    }

    /// What follows `Bearer`, and what follows `Basic` where it is too long for a word.
    private static func scheme(_ bytes: [UInt8], at index: Int) -> Range<Int>? {
        guard index == 0 || !bytes[index - 1].isNamePart, let start = behindScheme(bytes, at: index) else { return nil }
        let isBearer = bytes[index] | 0x20 == UInt8(ascii: "b") && bytes[index + 1] | 0x20 == UInt8(ascii: "e")
        guard let range = value(bytes, from: start), isBearer || range.count >= 12 else { return nil }
        return range
    }

    /// Where the word behind `Bearer` or `Basic` begins.
    private static func behindScheme(_ bytes: [UInt8], at index: Int) -> Int? {
        guard bytes[index] | 0x20 == UInt8(ascii: "b") else { return nil }
        for word in ["bearer", "basic"] where bytes.count > index + word.utf8.count {
            let end = index + word.utf8.count
            guard zip(bytes[index..<end], word.utf8).allSatisfy({ $0 | 0x20 == $1 }), bytes[end].isBlank else {
                continue
            }
            return bytes[end...].firstIndex { !$0.isBlank }
        }
        return nil
    }

    /// A quoted text, a bracket with all that is in it, or a word; of `Bearer x` both words.
    private static func value(_ bytes: [UInt8], from start: Int) -> Range<Int>? {
        guard start < bytes.count else { return nil }
        if bytes[start].isQuote { return quoted(bytes, from: start) }
        if let close = closer(of: bytes[start]) {
            let end = bytes[start...].firstIndex(of: close) ?? bytes.count
            return start..<min(end + 1, bytes.count)
        }
        let begin = behindScheme(bytes, at: start) ?? start
        let end = bytes[begin...].firstIndex(where: endsWord) ?? bytes.count
        return start < end ? start..<end : nil
    }

    private static func quoted(_ bytes: [UInt8], from start: Int) -> Range<Int>? {
        var end = start + 1
        while end < bytes.count, bytes[end] != bytes[start] { end += bytes[end] == UInt8(ascii: "\\") ? 2 : 1 }
        return start + 1 < min(end, bytes.count) ? (start + 1)..<min(end, bytes.count) : nil
    }

    private static func closer(of byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "["): UInt8(ascii: "]")
        case UInt8(ascii: "{"): UInt8(ascii: "}")
        case UInt8(ascii: "("): UInt8(ascii: ")")
        default: nil
        }
    }

    private static func endsWord(_ byte: UInt8) -> Bool {
        byte.isBlank || byte.isQuote || ",;&)]}".utf8.contains(byte)
    }
}
