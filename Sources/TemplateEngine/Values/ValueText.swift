/// Writes values as Python's `str` and `repr` do, within the limit for one text.
struct ValueText {
    private(set) var text = ""
    private let limit: Int
    private var depth = 0

    init(limit: Int) { self.limit = limit }

    /// `str(value)`.
    static func string(_ value: TemplateValue, limit: Int) throws(Fault) -> String {
        if let text = value.stringValue { return text }
        var writer = ValueText(limit: limit)
        try writer.write(value)
        return writer.text
    }

    /// `repr(value)`.
    static func representation(_ value: TemplateValue, limit: Int) throws(Fault) -> String {
        var writer = ValueText(limit: limit)
        try writer.writeRepresentation(value)
        return writer.text
    }

    /// Adds literal text.
    mutating func write(_ literal: String) throws(Fault) {
        text += literal
        if text.utf8.count > limit { throw Fault(.outputTooLarge(limit: limit)) }
    }

    /// Adds a value as printing shows it.
    mutating func write(_ value: TemplateValue) throws(Fault) {
        switch value {
        case .undefined(let undefined):
            if !undefined.isLenient { throw Fault(.undefined(undefined)) }
        case .string(let string), .safe(let string): try write(string)
        default: try writeRepresentation(value)
        }
    }

    /// Adds a value as it stands inside a printed list.
    mutating func writeRepresentation(_ value: TemplateValue) throws(Fault) {
        switch value {
        case .undefined: try write("Undefined")
        case .none: try write("None")
        case .bool(let value): try write(value ? "True" : "False")
        case .int(let value): try write(String(value))
        case .wideInteger(let value): try write(value.description)
        case .double(let value): try write(PythonFloat.representation(value))
        case .string(let string): try write(Self.quoted(string))
        case .safe(let string): try write("Markup(" + Self.quoted(string) + ")")
        case .sequence(let sequence): try write(sequence)
        case .mapping(let mapping): try write(mapping)
        case .object(let object):
            guard let text = object.text else { throw Fault(.notPrintable(object.typeName)) }
            try write(text)
        case .function(let function): try write("<function " + function.name + ">")
        case .builtin(let builtin): try builtin.write(to: &self)
        }
    }

    /// Adds values with commas between them.
    mutating func write(list items: [TemplateValue]) throws(Fault) {
        for (index, item) in items.enumerated() {
            if index > 0 { try write(", ") }
            try writeRepresentation(item)
        }
    }

    private mutating func write(_ sequence: TemplateSequence) throws(Fault) {
        try enter()
        let isList = sequence.kind == .list
        try write(isList ? "[" : "(")
        try write(list: sequence.items)
        try write(isList ? "]" : sequence.items.count == 1 ? ",)" : ")")
        depth -= 1
    }

    /// Adds a dictionary.
    mutating func write(_ mapping: TemplateMapping) throws(Fault) {
        try enter()
        try write("{")
        for (index, key) in mapping.keys.enumerated() {
            if index > 0 { try write(", ") }
            try writeRepresentation(key)
            try write(": ")
            try writeRepresentation(mapping.values[index])
        }
        try write("}")
        depth -= 1
    }

    private mutating func enter() throws(Fault) {
        depth += 1
        if depth > TemplateLimits.valueNesting { throw Fault(.valueNestedTooDeeply) }
    }

    /// A string literal as Python's `repr` writes it: single quotes unless the text has some and no double ones.
    static func quoted(_ text: String) -> String {
        let quote: Unicode.Scalar = text.utf8.contains(UInt8(ascii: "'")) && !text.utf8.contains(34) ? "\"" : "'"
        var result = String(quote)
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            case quote: result += "\\" + String(quote)
            default:
                if isPrintable(scalar) { result.unicodeScalars.append(scalar) } else { result += numeric(scalar) }
            }
        }
        return result + String(quote)
    }

    private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII { return scalar.value >= 0x20 && scalar.value < 0x7F }
        switch scalar.properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator,
            .spaceSeparator:
            return false
        default: return true
        }
    }

    private static func numeric(_ scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16)
        let (mark, width) = scalar.value <= 0xFF ? ("\\x", 2) : scalar.value <= 0xFFFF ? ("\\u", 4) : ("\\U", 8)
        return mark + String(repeating: "0", count: width - digits.utf8.count) + digits
    }
}
