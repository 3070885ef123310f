/// Escaping for HTML and XML, byte by byte; the same entities as Python's MarkupSafe.
enum MarkupText {
    /// Adds a text with `& < > ' "` as entities.
    static func append(_ text: String, to bytes: inout [UInt8]) {
        guard needsEscape(text) else {
            bytes.append(contentsOf: text.utf8)
            return
        }
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "&"): bytes.append(contentsOf: "&amp;".utf8)
            case UInt8(ascii: "<"): bytes.append(contentsOf: "&lt;".utf8)
            case UInt8(ascii: ">"): bytes.append(contentsOf: "&gt;".utf8)
            case UInt8(ascii: "'"): bytes.append(contentsOf: "&#39;".utf8)
            case UInt8(ascii: "\""): bytes.append(contentsOf: "&#34;".utf8)
            default: bytes.append(byte)
            }
        }
    }

    /// A text with `& < > ' "` as entities.
    static func escaped(_ text: String) -> String {
        guard needsEscape(text) else { return text }
        var bytes = [UInt8]()
        bytes.reserveCapacity(text.utf8.count + 16)
        append(text, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func needsEscape(_ text: String) -> Bool {
        for byte in text.utf8 where byte <= UInt8(ascii: ">") {
            switch byte {
            case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "'"), UInt8(ascii: "\""):
                return true
            default: continue
            }
        }
        return false
    }
}
