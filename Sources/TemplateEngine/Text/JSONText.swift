/// JSON as Python's `json.dumps(sort_keys=True)` writes it, with the characters that matter in HTML escaped.
struct JSONText {
    private var text = ""
    private let indent: Int?
    private let limit: Int
    private var depth = 0

    private init(indent: Int?, limit: Int) {
        self.indent = indent
        self.limit = limit
    }

    /// JSON that is safe between tags and in attributes with single quotes.
    static func safe(_ value: TemplateValue, indent: Int?, limit: Int) throws(Fault) -> String {
        var writer = JSONText(indent: indent, limit: limit)
        try writer.write(value)
        return writer.text
    }

    private mutating func add(_ part: String) throws(Fault) {
        text += part
        if text.utf8.count > limit { throw Fault(.outputTooLarge(limit: limit)) }
    }

    private mutating func write(_ value: TemplateValue) throws(Fault) {
        switch value {
        case .none: try add("null")
        case .bool(let flag): try add(flag ? "true" : "false")
        case .int, .wideInteger: try add(try ValueText.representation(value, limit: limit))
        case .double(let number): try add(Self.number(number))
        case .string(let string), .safe(let string): try add(Self.quoted(string))
        case .sequence(let sequence): try write(sequence.items)
        case .mapping(let mapping): try write(mapping)
        case .object(let object):
            if let elements = object.elements { return try write(elements) }
            try write(members: object)
        case .undefined(let undefined): throw Fault(.undefined(undefined))
        default: throw Fault(.notJSON(value.typeName))
        }
    }

    private static func number(_ number: Double) -> String {
        if number.isNaN { return "NaN" }
        return number.isInfinite ? (number < 0 ? "-Infinity" : "Infinity") : PythonFloat.representation(number)
    }

    private mutating func write(members object: any TemplateObject) throws(Fault) {
        let mapping = TemplateMapping(isFrozen: true)
        for name in object.memberNames { mapping.fill(name, object.member(name) ?? .none) }
        try write(mapping)
    }

    private mutating func write(_ items: [TemplateValue]) throws(Fault) {
        guard !items.isEmpty else { return try add("[]") }
        try open("[")
        for (index, item) in items.enumerated() {
            try separate(index)
            try write(item)
        }
        try close("]")
    }

    private mutating func write(_ mapping: TemplateMapping) throws(Fault) {
        guard mapping.count > 0 else { return try add("{}") }
        try open("{")
        let sorted = try Ordering.sorted(mapping.keys, isReversed: false) { [$0] }
        for (index, key) in sorted.enumerated() {
            try separate(index)
            try add(try Self.key(key) + ": ")
            try write(mapping.value(key) ?? .none)
        }
        try close("}")
    }

    private static func key(_ key: TemplateValue) throws(Fault) -> String {
        switch key {
        case .string(let text), .safe(let text): return quoted(text)
        case .none: return "\"null\""
        case .bool(let flag): return flag ? "\"true\"" : "\"false\""
        case .int(let number): return "\"\(number)\""
        case .double(let number): return "\"" + Self.number(number) + "\""
        default: throw Fault(.notJSON(key.typeName))
        }
    }

    private mutating func open(_ bracket: String) throws(Fault) {
        depth += 1
        if depth > TemplateLimits.valueNesting { throw Fault(.valueNestedTooDeeply) }
        try add(bracket)
        try breakLine()
    }

    private mutating func separate(_ index: Int) throws(Fault) {
        guard index > 0 else { return }
        try add(indent == nil ? ", " : ",")
        try breakLine()
    }

    private mutating func close(_ bracket: String) throws(Fault) {
        depth -= 1
        try breakLine()
        try add(bracket)
    }

    private mutating func breakLine() throws(Fault) {
        guard let indent else { return }
        if max(indent, 0) * depth > limit { throw Fault(.outputTooLarge(limit: limit)) }
        try add("\n" + String(repeating: " ", count: max(indent, 0) * depth))
    }

    /// ASCII only, and without `< > & '`.
    private static func quoted(_ text: String) -> String {
        var result = "\""
        for unit in text.utf16 {
            switch unit {
            case 0x22: result += "\\\""
            case 0x5C: result += "\\\\"
            case 0x0A: result += "\\n"
            case 0x0D: result += "\\r"
            case 0x09: result += "\\t"
            case 0x08: result += "\\b"
            case 0x0C: result += "\\f"
            case 0x26, 0x27, 0x3C, 0x3E, 0..<0x20, 0x7F...: result += escape(unit)
            default: result.unicodeScalars.append(Unicode.Scalar(UInt8(unit)))
            }
        }
        return result + "\""
    }

    private static func escape(_ unit: UInt16) -> String {
        // Python leaves DEL as it is.
        if unit == 0x7F { return "\u{7F}" }
        let digits = String(unit, radix: 16)
        return "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
    }
}
