/// Cuts a template into tokens, and decides about white space next to tags.
///
/// The rules are those of Jinja's regular expressions (`jinja2/lexer.py`), read byte by byte.
struct Lexer {
    let source: SourceText
    let bytes: [UInt8]
    var position = 0
    var tokens: [Token] = []

    /// All tokens of a template; the last one is `.end`.
    static func tokens(of source: SourceText) throws(Fault) -> [Token] {
        var lexer = Lexer(source: source, bytes: source.bytes)
        while lexer.position < lexer.bytes.count { try lexer.readData() }
        lexer.add(.end, from: lexer.bytes.count)
        return lexer.tokens
    }

    mutating func add(_ kind: Token.Kind, from start: Int, to end: Int? = nil) {
        tokens.append(Token(kind: kind, span: Span(start: start, end: end ?? position)))
    }

    func fault(_ problem: Problem, _ start: Int, _ end: Int) -> Fault {
        Fault(problem, at: Place(source: source, span: Span(start: start, end: end)))
    }

    func byte(_ offset: Int) -> UInt8? { offset < bytes.count ? bytes[offset] : nil }

    func starts(_ text: StaticText, at offset: Int) -> Bool {
        var index = offset
        for byte in text.bytes {
            guard index < bytes.count, bytes[index] == byte else { return false }
            index += 1
        }
        return true
    }

    /// Text up to the next tag, and the tag.
    private mutating func readData() throws(Fault) {
        let start = position
        guard let opening = nextOpening() else {
            position = bytes.count
            return add(.data, from: start)
        }
        let control = byte(opening + 2)
        let end = control == UInt8(ascii: "-") ? trimmedEnd(start, opening) : opening
        if end > start { add(.data, from: start, to: end) }
        let hasControl = control == UInt8(ascii: "-") || control == UInt8(ascii: "+")
        position = opening + (hasControl ? 3 : 2)
        switch bytes[opening + 1] {
        case UInt8(ascii: "#"): try skipComment(opening)
        case UInt8(ascii: "{"): try readTag(opening, .variableBegin)
        default: if try !readRaw(opening) { try readTag(opening, .blockBegin) }
        }
    }

    private func nextOpening() -> Int? {
        var index = position
        while index + 1 < bytes.count {
            if bytes[index] == UInt8(ascii: "{") {
                switch bytes[index + 1] {
                case UInt8(ascii: "{"), UInt8(ascii: "%"), UInt8(ascii: "#"): return index
                default: break
                }
            }
            index += 1
        }
        return nil
    }

    private mutating func skipComment(_ opening: Int) throws(Fault) {
        let start = position
        while position + 1 < bytes.count {
            if bytes[position] == UInt8(ascii: "#"), bytes[position + 1] == UInt8(ascii: "}") {
                let trims = position > start && bytes[position - 1] == UInt8(ascii: "-")
                position += 2
                if trims { skipSpace() }
                return
            }
            position += 1
        }
        throw fault(.unclosed(opening: "{#"), opening, opening + 2)
    }

    /// `{% raw %}…{% endraw %}` as data; false if the tag is another one.
    private mutating func readRaw(_ opening: Int) throws(Fault) -> Bool {
        var index = spaceEnd(position)
        guard starts("raw", at: index) else { return false }
        index = spaceEnd(index + 3)
        let trims = starts("-%}", at: index)
        guard trims || starts("%}", at: index) else { return false }
        position = index + (trims ? 3 : 2)
        if trims { skipSpace() }
        let start = position
        while let tag = PythonText.find(Array("{%".utf8), in: bytes, from: position) {
            position = tag + 2
            let control = byte(position)
            if control == UInt8(ascii: "-") || control == UInt8(ascii: "+") { position += 1 }
            guard let end = rawEnd(position) else { continue }
            let dataEnd = control == UInt8(ascii: "-") ? trimmedEnd(start, tag) : tag
            if dataEnd > start { add(.data, from: start, to: dataEnd) }
            position = end
            return true
        }
        throw fault(.unclosed(opening: "{% raw %}"), opening, index + (trims ? 3 : 2))
    }

    /// Where the text goes on after `endraw %}`, if that stands here.
    private func rawEnd(_ offset: Int) -> Int? {
        var index = spaceEnd(offset)
        guard starts("endraw", at: index) else { return nil }
        index = spaceEnd(index + 6)
        if starts("-%}", at: index) { return spaceEnd(index + 3) }
        if starts("+%}", at: index) { return index + 3 }
        return starts("%}", at: index) ? index + 2 : nil
    }

    mutating func skipSpace() { position = spaceEnd(position) }

    /// The first offset from here that holds no white space.
    func spaceEnd(_ offset: Int) -> Int {
        var index = offset
        while let (scalar, length) = scalar(at: index), PythonText.isSpace(scalar) { index += length }
        return index
    }

    private func trimmedEnd(_ start: Int, _ end: Int) -> Int {
        var index = end
        while index > start {
            var first = index - 1
            while first > start, bytes[first] & 0xC0 == 0x80 { first -= 1 }
            guard let (scalar, _) = scalar(at: first), PythonText.isSpace(scalar) else { return index }
            index = first
        }
        return index
    }

    /// The character at an offset and how many bytes it takes.
    func scalar(at offset: Int) -> (Unicode.Scalar, Int)? {
        guard let lead = byte(offset) else { return nil }
        if lead < 0x80 { return (Unicode.Scalar(lead), 1) }
        let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
        let text = String(decoding: bytes[offset..<min(bytes.count, offset + length)], as: UTF8.self)
        return text.unicodeScalars.first.map { ($0, length) }
    }
}

/// A short ASCII text to compare bytes with.
struct StaticText: ExpressibleByStringLiteral {
    let bytes: String.UTF8View

    init(stringLiteral text: String) { bytes = text.utf8 }
}
