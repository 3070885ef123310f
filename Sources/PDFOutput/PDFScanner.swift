/// Reads PDF syntax (ISO 32000-1, 7.2 and 7.3) value by value; white space and comments between them do not matter.
struct PDFScanner {
    private let bytes: ArraySlice<UInt8>
    /// Where the next value, or the space before it, stands.
    private(set) var place: Int

    /// Deeper nesting is not read: no file of ours has it, and reading must end.
    private static let deepest = 64

    init(_ bytes: ArraySlice<UInt8>, at place: Int? = nil) {
        self.bytes = bytes
        self.place = max(place ?? bytes.startIndex, bytes.startIndex)
    }

    private var current: UInt8? { place < bytes.endIndex ? bytes[place] : nil }

    /// Passes over white space and comments.
    mutating func skipSpace() {
        while let byte = current {
            if byte == UInt8(ascii: "%") {
                while let byte = current, byte != 0x0A, byte != 0x0D { place += 1 }
            } else if Self.isSpace(byte) {
                place += 1
            } else {
                return
            }
        }
    }

    /// Passes over a keyword or a delimiter that stands next; whether it did.
    mutating func take(_ word: StaticString) -> Bool {
        skipSpace()
        guard bytes.hasWord(word, at: place) else { return false }
        let end = place + word.utf8CodeUnitCount
        let isWord = place < end && Self.isRegular(bytes[end - 1])
        if isWord, end < bytes.endIndex, Self.isRegular(bytes[end]) { return false }
        place = end
        return true
    }

    /// A whole number that is not negative.
    mutating func integer() -> Int? {
        skipSpace()
        guard let number = bytes.number(at: place), number.end == bytes.endIndex || !Self.isRegular(bytes[number.end])
        else { return nil }
        place = number.end
        return number.value
    }

    /// A name with its slash.
    mutating func name() -> ArraySlice<UInt8>? {
        skipSpace()
        guard current == UInt8(ascii: "/") else { return nil }
        let start = place
        place += 1
        while let byte = current, Self.isRegular(byte) { place += 1 }
        return bytes[start..<place]
    }

    /// Where the next value stands: a number, a name, a string, an array, a dictionary, a reference or a keyword.
    mutating func value(depth: Int = 0) -> Range<Int>? {
        skipSpace()
        let start = place
        guard depth < Self.deepest, let first = current else { return nil }
        switch first {
        case UInt8(ascii: "/"): _ = name()
        case UInt8(ascii: "("): guard skipString() else { return nil }
        case UInt8(ascii: "["): guard skip(to: "]", from: 1, depth: depth) else { return nil }
        case UInt8(ascii: "<"):
            let isDictionary = bytes.hasWord("<<", at: place)
            guard isDictionary ? skip(to: ">>", from: 2, depth: depth) : skipHexadecimal() else { return nil }
        case UInt8(ascii: "0")...UInt8(ascii: "9"): skipNumberOrReference()
        default: guard skipWord() else { return nil }
        }
        return start..<place
    }

    /// An array or a dictionary, from behind its opening.
    private mutating func skip(to end: StaticString, from length: Int, depth: Int) -> Bool {
        place += length
        while !take(end) { guard value(depth: depth + 1) != nil else { return false } }
        return true
    }

    private mutating func skipNumberOrReference() {
        let start = place
        if integer() != nil {
            let behind = place
            if integer() != nil, take("R") { return }
            place = behind
            return
        }
        place = start
        _ = skipWord()
    }

    private mutating func skipWord() -> Bool {
        let start = place
        while let byte = current, Self.isRegular(byte) { place += 1 }
        return place > start
    }

    private mutating func skipHexadecimal() -> Bool {
        guard let end = bytes.firstPlace(of: ">", from: place) else { return false }
        place = end + 1
        return true
    }

    /// A literal string, in which parentheses nest and a backslash escapes.
    mutating func skipString() -> Bool {
        var depth = 0
        while let byte = current {
            place += 1
            switch byte {
            case UInt8(ascii: "\\"): place += 1
            case UInt8(ascii: "("): depth += 1
            case UInt8(ascii: ")"):
                depth -= 1
                if depth == 0 { return true }
            default: break
            }
        }
        place = min(place, bytes.endIndex)
        return false
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 || byte == 0x0C || byte == 0
    }

    /// Whether a byte belongs to a word: it is neither white space nor a delimiter.
    private static func isRegular(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "["),
            UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "/"), UInt8(ascii: "%"):
            false
        default: !isSpace(byte)
        }
    }
}
