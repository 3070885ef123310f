import Formatting

/// Resolves `&amp;` and its kin.
enum MarkupEntities {
    /// The entities with names.
    static let names = ["amp", "lt", "gt", "quot", "apos", "nbsp"]

    /// The text with every entity replaced; `offset` is where it stands.
    static func resolve(_ bytes: ArraySlice<UInt8>, offset: Int) throws(MarkupFault) -> String {
        guard bytes.contains(UInt8(ascii: "&")) else { return String(decoding: bytes, as: UTF8.self) }
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count)
        var index = bytes.startIndex
        while index < bytes.endIndex {
            guard bytes[index] == UInt8(ascii: "&") else {
                text.append(bytes[index])
                index += 1
                continue
            }
            let place = offset + index - bytes.startIndex
            // No entity is longer than this; a bare ampersand must not search the whole text.
            let window = bytes[(index + 1)..<min(index + 34, bytes.endIndex)]
            guard let end = window.firstIndex(where: { !isNameByte($0) }), bytes[end] == UInt8(ascii: ";"),
                end > index + 1
            else { throw MarkupFault(.strayAmpersand, MarkupMark(offset: place, length: 1)) }
            let name = String(decoding: bytes[(index + 1)..<end], as: UTF8.self)
            text += try resolve(name, MarkupMark(offset: place, length: end + 1 - index)).utf8
            index = end + 1
        }
        return String(decoding: text, as: UTF8.self)
    }

    private static func resolve(_ name: String, _ mark: MarkupMark) throws(MarkupFault) -> String {
        switch name {
        case "amp": return "&"
        case "lt": return "<"
        case "gt": return ">"
        case "quot": return "\""
        case "apos": return "'"
        case "nbsp": return "\u{00A0}"
        default: break
        }
        guard name.hasPrefix("#") else {
            throw MarkupFault(.unknownEntity(name, nearest: NearestMatch.of(name, in: names)), mark)
        }
        let digits = name.dropFirst()
        let isHex = digits.hasPrefix("x") || digits.hasPrefix("X")
        let number = isHex ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
        guard let number, number >= 0x20, !(0x7F...0x9F).contains(number), let scalar = Unicode.Scalar(number) else {
            throw MarkupFault(.invalidCharacterReference("&\(name);"), mark)
        }
        return String(Character(scalar))
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "#"):
            true
        default: false
        }
    }
}
