import NativeCodecs

/// A recursive-descent parser of Python's prints; depth and count of values are bounded.
struct PythonParser {
    let bytes: [UInt8]
    var position = 0
    private var depth = 0
    private var count = 0

    init(_ bytes: ArraySlice<UInt8>) { self.bytes = Array(bytes) }

    mutating func document() throws(PythonError) -> PythonValue {
        let value = try value()
        skipSpace()
        guard position == bytes.count else { throw error("more text after the value's end") }
        return value
    }

    private mutating func value() throws(PythonError) -> PythonValue {
        skipSpace()
        count += 1
        guard count <= PythonLiteralReader.maximumValues else { throw error("too many values") }
        switch peek {
        case UInt8(ascii: "["):
            return try nested { (parser) throws(PythonError) in
                .list(try parser.values(until: UInt8(ascii: "]")).values)
            }
        case UInt8(ascii: "("): return try nested { (parser) throws(PythonError) in try parser.parenthesis() }
        case UInt8(ascii: "{"): return try nested { (parser) throws(PythonError) in try parser.braces() }
        case UInt8(ascii: "'"), UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "<"): return try object()
        case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "."), .some(UInt8(ascii: "0")...UInt8(ascii: "9")):
            return try number()
        case nil: throw error("the text ends where a value is expected")
        default: return try word()
        }
    }

    private mutating func nested(
        _ body: (inout PythonParser) throws(PythonError) -> PythonValue
    ) throws(PythonError) -> PythonValue {
        guard depth < PythonLiteralReader.maximumDepth else {
            throw error("nested more than \(PythonLiteralReader.maximumDepth) levels")
        }
        depth += 1
        defer { depth -= 1 }
        position += 1
        return try body(&self)
    }

    // MARK: Brackets

    /// Values with commas between them, and whether a comma stands before the end.
    private mutating func values(until end: UInt8) throws(PythonError) -> (values: [PythonValue], endsWithComma: Bool) {
        var values = [PythonValue]()
        if skip(end) { return (values, false) }
        while true {
            values.append(try value())
            if skip(end) { return (values, false) }
            guard skip(UInt8(ascii: ",")) else { throw error("expected ',' or '\(Self.text(end))'") }
            if skip(end) { return (values, true) }
        }
    }

    /// One value in parentheses is that value; with a comma behind it, a tuple.
    private mutating func parenthesis() throws(PythonError) -> PythonValue {
        let (values, endsWithComma) = try values(until: UInt8(ascii: ")"))
        return values.count == 1 && !endsWithComma ? values[0] : .tuple(values)
    }

    /// A dictionary, or a set where no colon follows the first value.
    private mutating func braces() throws(PythonError) -> PythonValue {
        let end = UInt8(ascii: "}")
        if skip(end) { return .dictionary([]) }
        let first = try value()
        guard skip(UInt8(ascii: ":")) else {
            if skip(end) { return .list([first]) }
            guard skip(UInt8(ascii: ",")) else { throw error("expected ':', ',' or '}'") }
            return .list([first] + (try values(until: end).values))
        }
        var members = [PythonMember(key: first, value: try value())]
        while true {
            if skip(end) { return .dictionary(members) }
            guard skip(UInt8(ascii: ",")) else { throw error("expected ',' or '}' in a dictionary") }
            if skip(end) { return .dictionary(members) }
            let key = try value()
            guard skip(UInt8(ascii: ":")) else { throw error("expected ':' after a key") }
            members.append(PythonMember(key: key, value: try value()))
        }
    }

    /// What stands between `<` and the `>` that belongs to it, quotes left aside.
    private mutating func object() throws(PythonError) -> PythonValue {
        let start = position + 1
        var open = 0
        while let byte = peek {
            if byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") {
                _ = try string()
                continue
            }
            position += 1
            if byte == UInt8(ascii: "<") { open += 1 }
            guard byte == UInt8(ascii: ">") else { continue }
            open -= 1
            if open == 0 {
                let text = String(decoding: bytes[start..<position - 1], as: UTF8.self)
                return text == "NA" ? .none : .object(text)
            }
        }
        throw error("an object without a closing '>'")
    }

    // MARK: Names

    /// A word that stands for a value, or a name with arguments.
    private mutating func word() throws(PythonError) -> PythonValue {
        let start = position
        while let byte = peek, Self.isName(byte) { position += 1 }
        let name = String(decoding: bytes[start..<position], as: UTF8.self)
        switch name {
        case "None", "NaT", "null": return .none
        case "True", "true": return .bool(true)
        case "False", "false": return .bool(false)
        case "nan", "NaN": return .number(.nan)
        case "inf", "Infinity": return .number(.infinity)
        default: break
        }
        if name == "b" || name == "u" || name == "B" || name == "U", let quote = peek,
            quote == UInt8(ascii: "'") || quote == UInt8(ascii: "\"")
        {
            return .string(try string())
        }
        guard peek == UInt8(ascii: "("), !name.isEmpty else {
            // `datetime.timezone.utc`
            if name.contains(".") { return .object(name) }
            position = start
            throw error("expected a value")
        }
        return try nested { (parser) throws(PythonError) in try parser.call(name) }
    }

    /// The arguments of a call, from behind its parenthesis.
    private mutating func call(_ name: String) throws(PythonError) -> PythonValue {
        var call = PythonCall(name: name, arguments: [], keywords: [])
        let end = UInt8(ascii: ")")
        if skip(end) { return .call(call) }
        while true {
            if let keyword = keyword() {
                call.keywords.append(PythonMember(key: .string(keyword), value: try value()))
            } else {
                call.arguments.append(try value())
                // zipline prints an asset as its number and, without a comma, its symbol in brackets.
                if let label = try label() { call.arguments.append(.string(label)) }
            }
            if skip(end) { return .call(call) }
            guard skip(UInt8(ascii: ",")) else { throw error("expected ',' or ')' behind an argument") }
            if skip(end) { return .call(call) }
        }
    }

    /// `tz=`, moved over; nil where no name with an equals sign comes next.
    private mutating func keyword() -> String? {
        skipSpace()
        var end = position
        while end < bytes.count, Self.isName(bytes[end]) { end += 1 }
        guard end > position, end < bytes.count, bytes[end] == UInt8(ascii: "=") else { return nil }
        defer { position = end + 1 }
        return String(decoding: bytes[position..<end], as: UTF8.self)
    }

    private mutating func label() throws(PythonError) -> String? {
        guard skip(UInt8(ascii: "[")) else { return nil }
        let start = position
        while let byte = peek, byte != UInt8(ascii: "]") { position += 1 }
        guard skip(UInt8(ascii: "]")) else { throw error("a symbol without a closing ']'") }
        return String(decoding: bytes[start..<position - 1], as: UTF8.self)
    }

    private static func isName(_ byte: UInt8) -> Bool {
        let letter = byte | 0x20
        return letter >= UInt8(ascii: "a") && letter <= UInt8(ascii: "z") || byte == UInt8(ascii: "_")
            || byte == UInt8(ascii: ".") || byte &- UInt8(ascii: "0") < 10
    }

    // MARK: Numbers

    private mutating func number() throws(PythonError) -> PythonValue {
        let start = position
        let isNegative = peek == UInt8(ascii: "-")
        if isNegative || peek == UInt8(ascii: "+") { position += 1 }
        if let value = wordNumber(isNegative) { return value }
        while let byte = peek, Self.isPartOfNumber(byte, after: bytes[position - (position > start ? 1 : 0)]) {
            position += 1
        }
        let text = String(decoding: bytes[start..<position], as: UTF8.self)
        if let whole = Int(text) { return .integer(whole) }
        guard let value = DecimalText.number(bytes.span, start..<position) else {
            position = start
            throw error("no number, or one that is too large")
        }
        return .number(value)
    }

    /// `-inf`, `-nan`.
    private mutating func wordNumber(_ isNegative: Bool) -> PythonValue? {
        for word in ["inf", "Infinity", "nan", "NaN"] where bytes[position...].starts(with: word.utf8) {
            // `Infinity` begins with neither of the others.
            position += word.utf8.count
            let value = word.lowercased().hasPrefix("inf") ? Double.infinity : .nan
            return .number(isNegative ? -value : value)
        }
        return nil
    }

    private static func isPartOfNumber(_ byte: UInt8, after previous: UInt8) -> Bool {
        if byte &- UInt8(ascii: "0") < 10 || byte == UInt8(ascii: ".") || byte | 0x20 == UInt8(ascii: "e") {
            return true
        }
        return (byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+")) && previous | 0x20 == UInt8(ascii: "e")
    }

    // MARK: Bytes

    var peek: UInt8? { position < bytes.count ? bytes[position] : nil }

    /// Moves over white space and the byte, if that comes next.
    private mutating func skip(_ byte: UInt8) -> Bool {
        skipSpace()
        guard peek == byte else { return false }
        position += 1
        return true
    }

    private mutating func skipSpace() {
        while let byte = peek, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { position += 1 }
    }

    func error(_ fact: String) -> PythonError { PythonError(byte: position, fact: fact) }

    private static func text(_ byte: UInt8) -> Character { Character(Unicode.Scalar(byte)) }
}
