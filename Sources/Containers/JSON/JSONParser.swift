import NativeCodecs

/// A plain recursive-descent JSON parser (RFC 8259) that also reads `NaN`, `Infinity` and `-Infinity`.
struct JSONParser {
    private let bytes: [UInt8]
    private var position = 0
    private var depth = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    }

    mutating func document() throws(JSONError) -> JSONValue {
        let value = try value()
        skipSpace()
        guard position == bytes.count else { throw error("more text after the document's end") }
        return value
    }

    private mutating func value() throws(JSONError) -> JSONValue {
        skipSpace()
        switch peek {
        case UInt8(ascii: "{"): return try nested { (parser) throws(JSONError) in try parser.object() }
        case UInt8(ascii: "["): return try nested { (parser) throws(JSONError) in try parser.array() }
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "-"), .some(UInt8(ascii: "0")...UInt8(ascii: "9")): return try number()
        case nil: throw error("the document ends where a value is expected")
        default: return try word()
        }
    }

    private mutating func nested(
        _ body: (inout JSONParser) throws(JSONError) -> JSONValue
    ) throws(JSONError) -> JSONValue {
        guard depth < JSONReader.maximumDepth else { throw error("nested more than \(JSONReader.maximumDepth) levels") }
        depth += 1
        defer { depth -= 1 }
        position += 1
        return try body(&self)
    }

    private mutating func array() throws(JSONError) -> JSONValue {
        var values = [JSONValue]()
        if skip(UInt8(ascii: "]")) { return .array(values) }
        while true {
            values.append(try value())
            if skip(UInt8(ascii: "]")) { return .array(values) }
            guard skip(UInt8(ascii: ",")) else { throw error("expected ',' or ']' in a list") }
        }
    }

    private mutating func object() throws(JSONError) -> JSONValue {
        var members = [JSONMember]()
        if skip(UInt8(ascii: "}")) { return .object(members) }
        while true {
            skipSpace()
            guard peek == UInt8(ascii: "\"") else { throw error("expected a member's name in quotes") }
            let name = try string()
            guard skip(UInt8(ascii: ":")) else { throw error("expected ':' after a member's name") }
            members.append(JSONMember(name, try value()))
            if skip(UInt8(ascii: "}")) { return .object(members) }
            guard skip(UInt8(ascii: ",")) else { throw error("expected ',' or '}' in an object") }
        }
    }

    private mutating func word() throws(JSONError) -> JSONValue {
        let words: [(String, JSONValue)] = [
            ("true", .bool(true)), ("false", .bool(false)), ("null", .null), ("NaN", .number(.nan)),
            ("Infinity", .number(.infinity)),
        ]
        for (word, value) in words where bytes[position...].starts(with: word.utf8) {
            position += word.utf8.count
            return value
        }
        throw error("expected a value")
    }

    private mutating func number() throws(JSONError) -> JSONValue {
        let start = position
        if peek == UInt8(ascii: "-") { position += 1 }
        if bytes[position...].starts(with: "Infinity".utf8) {
            position += 8
            return .number(-.infinity)
        }
        let firstDigit = position
        let whole = skipDigits()
        guard whole > 0 else { throw error("expected a digit") }
        guard whole == 1 || bytes[firstDigit] != UInt8(ascii: "0") else {
            position = firstDigit
            throw error("a number cannot begin with 0")
        }
        var isInteger = true
        if peek == UInt8(ascii: ".") {
            position += 1
            isInteger = false
            guard skipDigits() > 0 else { throw error("expected a digit after the decimal point") }
        }
        if let byte = peek, byte | 0x20 == UInt8(ascii: "e") {
            position += 1
            isInteger = false
            if peek == UInt8(ascii: "+") || peek == UInt8(ascii: "-") { position += 1 }
            guard skipDigits() > 0 else { throw error("expected a digit in the exponent") }
        }
        if isInteger, let value = Int(String(decoding: bytes[start..<position], as: UTF8.self)) {
            return .integer(value)
        }
        guard let value = DecimalText.number(bytes.span, start..<position) else {
            position = start
            throw error("the number is too large")
        }
        return .number(value)
    }

    private mutating func skipDigits() -> Int {
        let start = position
        while let byte = peek, byte &- UInt8(ascii: "0") < 10 { position += 1 }
        return position - start
    }

    /// Moves over white space and the given byte, if that comes next.
    private mutating func skip(_ byte: UInt8) -> Bool {
        skipSpace()
        guard peek == byte else { return false }
        position += 1
        return true
    }

    private mutating func skipSpace() {
        while let byte = peek, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { position += 1 }
    }

    private var peek: UInt8? { position < bytes.count ? bytes[position] : nil }

    private func error(_ fact: String) -> JSONError { JSONError(byte: position, fact: fact) }
}

// MARK: Text

extension JSONParser {
    /// Reads a string from its opening quote to behind its closing one.
    private mutating func string() throws(JSONError) -> String {
        let start = position
        position += 1
        var text = [UInt8]()
        while let byte = peek {
            switch byte {
            case UInt8(ascii: "\""):
                position += 1
                guard let valid = String(validating: text, as: UTF8.self) else {
                    throw JSONError(byte: start, fact: "the text is not UTF-8")
                }
                return valid
            case UInt8(ascii: "\\"): try escape(into: &text)
            case 0..<0x20: throw error("a control character in text must be escaped")
            default:
                text.append(byte)
                position += 1
            }
        }
        throw JSONError(byte: start, fact: "text without a closing quote")
    }

    private mutating func escape(into text: inout [UInt8]) throws(JSONError) {
        position += 1
        guard let byte = peek else { throw error("the document ends inside text") }
        let simple: [UInt8: UInt8] = [
            UInt8(ascii: "\""): 0x22, UInt8(ascii: "\\"): 0x5C, UInt8(ascii: "/"): 0x2F, UInt8(ascii: "b"): 0x08,
            UInt8(ascii: "f"): 0x0C, UInt8(ascii: "n"): 0x0A, UInt8(ascii: "r"): 0x0D, UInt8(ascii: "t"): 0x09,
        ]
        if let plain = simple[byte] {
            position += 1
            return text.append(plain)
        }
        guard byte == UInt8(ascii: "u") else { throw error("unknown escape in text") }
        position += 1
        text.append(contentsOf: String(Character(try escapedScalar())).utf8)
    }

    /// The character of `\u0041` or of a pair of surrogates, from behind its first `u`.
    private mutating func escapedScalar() throws(JSONError) -> Unicode.Scalar {
        let start = position
        let first = try fourHexDigits()
        var code = UInt32(first)
        if UTF16.isLeadSurrogate(first), bytes[position...].starts(with: "\\u".utf8) {
            position += 2
            let second = try fourHexDigits()
            guard UTF16.isTrailSurrogate(second) else {
                throw JSONError(byte: start, fact: "half a surrogate pair in text")
            }
            code = 0x10000 + (UInt32(first) - 0xD800) << 10 + UInt32(second) - 0xDC00
        }
        guard let scalar = Unicode.Scalar(code) else {
            throw JSONError(byte: start, fact: "half a surrogate pair in text")
        }
        return scalar
    }

    private mutating func fourHexDigits() throws(JSONError) -> UInt16 {
        guard position + 4 <= bytes.count else { throw error("expected four hexadecimal digits") }
        var code: UInt16 = 0
        for byte in bytes[position..<position + 4] {
            guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
                throw error("expected four hexadecimal digits")
            }
            code = code << 4 | UInt16(digit)
        }
        position += 4
        return code
    }
}
