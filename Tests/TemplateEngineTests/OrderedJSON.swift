@testable import TemplateEngine

/// Reads JSON into template values in the order of the text, which dictionaries keep when they are printed.
struct OrderedJSON {
    private var bytes: ArraySlice<UInt8>

    /// The value that a JSON text holds; the text must be valid.
    static func value(_ text: String) -> TemplateValue {
        var reader = OrderedJSON(bytes: Array(text.utf8)[...])
        return reader.read()
    }

    private mutating func skipSpace() {
        while let byte = bytes.first, byte == 0x20 || byte == 0x0A { bytes.removeFirst() }
    }

    private mutating func read() -> TemplateValue {
        skipSpace()
        switch bytes.first {
        case UInt8(ascii: "{"): return readObject()
        case UInt8(ascii: "["): return readArray()
        case UInt8(ascii: "\""): return .string(readString())
        default: return readWord()
        }
    }

    private mutating func readObject() -> TemplateValue {
        var pairs = [(String, TemplateValue)]()
        bytes.removeFirst()
        skipSpace()
        while bytes.first != UInt8(ascii: "}") {
            skipSpace()
            let key = readString()
            skipSpace()
            bytes.removeFirst()
            pairs.append((key, read()))
            skipSpace()
            if bytes.first == UInt8(ascii: ",") { bytes.removeFirst() }
        }
        bytes.removeFirst()
        return .dictionary(pairs)
    }

    private mutating func readArray() -> TemplateValue {
        var items = [TemplateValue]()
        bytes.removeFirst()
        skipSpace()
        while bytes.first != UInt8(ascii: "]") {
            items.append(read())
            skipSpace()
            if bytes.first == UInt8(ascii: ",") { bytes.removeFirst() }
            skipSpace()
        }
        bytes.removeFirst()
        return .list(items)
    }

    private mutating func readString() -> String {
        var content = [UInt8]()
        bytes.removeFirst()
        while let byte = bytes.popFirst(), byte != UInt8(ascii: "\"") {
            guard byte == UInt8(ascii: "\\"), let mark = bytes.popFirst() else {
                content.append(byte)
                continue
            }
            switch mark {
            case UInt8(ascii: "n"): content.append(10)
            case UInt8(ascii: "t"): content.append(9)
            case UInt8(ascii: "r"): content.append(13)
            case UInt8(ascii: "u"):
                let code = UInt32(String(decoding: bytes.prefix(4), as: UTF8.self), radix: 16) ?? 0
                bytes = bytes.dropFirst(4)
                if let scalar = Unicode.Scalar(code) { content += String(Character(scalar)).utf8 }
            default: content.append(mark)
            }
        }
        return String(decoding: content, as: UTF8.self)
    }

    private mutating func readWord() -> TemplateValue {
        let word = bytes.prefix { !",]} \n".utf8.contains($0) }
        bytes = bytes.dropFirst(word.count)
        let text = String(decoding: word, as: UTF8.self)
        switch text {
        case "true": return .bool(true)
        case "false": return .bool(false)
        case "null": return .none
        default: return Int(text).map(TemplateValue.int) ?? .double(Double(text) ?? .nan)
        }
    }
}
