/// Source text of the page's script and style, made smaller.
enum PageSource {
    /// Without indentation, empty lines, and lines that are comments from their beginning.
    static func compact(_ text: String, comment: String) -> String {
        var result: [UInt8] = []
        result.reserveCapacity(text.utf8.count)
        for line in Array(text.utf8).split(separator: UInt8(ascii: "\n")) {
            let code = line.drop { $0 == UInt8(ascii: " ") }
            guard !code.isEmpty, !code.starts(with: comment.utf8) else { continue }
            result += code
            result.append(UInt8(ascii: "\n"))
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// A script without the spaces that only its readers need: those beside signs, and line breaks behind signs that end or
    /// begin something. Strings, templates and patterns stay as they are, and so does every other line break.
    static func tight(_ script: String) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(script.utf8.count)
        let source = Array(script.utf8)
        var index = 0
        while index < source.count {
            let byte = source[index]
            if beginsLiteral(source, at: index) {
                let end = endOfLiteral(source, from: index)
                result += source[index...end]
                index = end
            } else if byte == UInt8(ascii: "\n") {
                if !isComplete(result.last) { result.append(byte) }
            } else if byte != UInt8(ascii: " ") || isNeeded(between: result.last, and: source[(index + 1)...].first) {
                result.append(byte)
            }
            index += 1
        }
        return result
    }

    /// Behind these a line break says nothing.
    private static func isComplete(_ last: UInt8?) -> Bool {
        last == UInt8(ascii: ";") || last == UInt8(ascii: "{") || last == UInt8(ascii: ",")
    }

    /// The characters of a source beyond ASCII.
    static func characters(of bytes: [UInt8]) -> Set<Unicode.Scalar> {
        // ASCII left out, the rest is UTF-8 still.
        Set(String(decoding: bytes.filter { $0 >= 0x80 }, as: UTF8.self).unicodeScalars)
    }

    /// Whether a string, a template or a pattern begins at a place.
    static func beginsLiteral(_ source: [UInt8], at index: Int) -> Bool {
        switch source[index] {
        case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"): true
        case UInt8(ascii: "/"): beginsPattern(after: source[..<index])
        default: false
        }
    }

    /// A slash after a sign begins a pattern; after a name, a number or a closing bracket it divides.
    private static func beginsPattern(after source: ArraySlice<UInt8>) -> Bool {
        guard let last = source.last(where: { $0 != UInt8(ascii: " ") }) else { return true }
        return "(,=:[!&|?{};\n".utf8.contains(last)
    }

    /// The place of the sign that ends a literal: the one that began it, not escaped and not within a class of a pattern.
    static func endOfLiteral(_ source: [UInt8], from start: Int) -> Int {
        var index = start + 1
        var isInClass = false
        while index < source.count {
            switch source[index] {
            case UInt8(ascii: "\\"): index += 1
            case UInt8(ascii: "[") where source[start] == UInt8(ascii: "/"): isInClass = true
            case UInt8(ascii: "]"): isInClass = false
            case source[start] where !isInClass: return index
            default: break
            }
            index += 1
        }
        return source.count - 1
    }

    /// A space divides two names, and two signs that would be another sign together.
    private static func isNeeded(between left: UInt8?, and right: UInt8?) -> Bool {
        guard let left, let right else { return false }
        let (a, b) = (isWord(left), isWord(right))
        return a && b || (!a && !b && "+-".utf8.contains(left) && "+-".utf8.contains(right))
    }

    /// Whether a byte belongs to a name or a number.
    static func isWord(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "$"), 0x80...:
            true
        default: false
        }
    }
}
