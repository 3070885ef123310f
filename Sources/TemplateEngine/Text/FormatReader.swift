/// Reads `[[fill]align][sign][#][0][width][grouping][.precision][type]` and formats a value by it.
enum FormatReader {
    /// The value in the form that a specification asks for; an empty one asks for `str`.
    static func format(_ value: TemplateValue, _ text: String, _ renderer: Renderer) throws(Fault) -> String {
        if text.isEmpty { return try renderer.text(value) }
        let (specification, type) = try read(text, renderer)
        switch value {
        case .undefined(let undefined): throw Fault(.undefined(undefined))
        case .string(let string), .safe(let string):
            guard type == nil || type == "s", specification.alignment != .inside else { throw wrong(type, value) }
            return specification.text(string)
        case .int, .wideInteger, .bool: return try integer(value, specification, type)
        case .double(let number):
            guard type == nil || "eEfFgG%n".contains(type ?? "g") else { throw wrong(type, value) }
            return float(number, specification, type)
        default: throw Fault(.format("\(value.typeName) has no format '\(text)'"))
        }
    }

    private static func integer(
        _ value: TemplateValue, _ specification: FormatSpecification, _ type: Character?
    ) throws(Fault) -> String {
        var specification = specification
        switch type {
        case nil, "d", "x", "X", "o", "b", "n":
            specification.type = type ?? "d"
            return specification.integer(Int128(value) ?? 0)
        case "c":
            guard let code = value.integerValue, let number = UInt32(exactly: code), let scalar = Unicode.Scalar(number)
            else { throw wrong(type, value) }
            return specification.text(String(Character(scalar)))
        case "e", "E", "f", "F", "g", "G", "%": return float(value.numberValue ?? 0, specification, type)
        default: throw wrong(type, value)
        }
    }

    private static func float(_ number: Double, _ specification: FormatSpecification, _ type: Character?) -> String {
        var specification = specification
        specification.type = type == "n" ? "g" : type ?? "g"
        if type == nil, specification.precision == nil || !number.isFinite {
            let text = PythonFloat.representation(number.magnitude)
            return specification.padded(number < 0 ? "-" : specification.sign, text, .right)
        }
        return specification.float(number)
    }

    private static func wrong(_ type: Character?, _ value: TemplateValue) -> Fault {
        Fault(.format("the format '\(type.map(String.init) ?? "=")' does not work on \(value.typeName)"))
    }

    private static func read(_ text: String, _ renderer: Renderer) throws(Fault) -> (FormatSpecification, Character?) {
        var specification = FormatSpecification()
        var rest = Array(text)[...]
        if let second = rest.dropFirst().first, let alignment = FormatSpecification.Alignment(rawValue: second) {
            specification.fill = String(rest.removeFirst())
            specification.alignment = alignment
            rest.removeFirst()
        } else if let first = rest.first, let alignment = FormatSpecification.Alignment(rawValue: first) {
            specification.alignment = alignment
            rest.removeFirst()
        }
        if let sign = rest.first, "+- ".contains(sign) {
            specification.sign = sign == "-" ? "" : String(sign)
            rest.removeFirst()
        }
        if rest.first == "z" { rest.removeFirst() }
        if rest.first == "#" {
            specification.isAlternate = true
            rest.removeFirst()
        }
        if rest.first == "0", specification.alignment == nil {
            specification.fill = "0"
            specification.alignment = .inside
        }
        specification.width = try renderer.limited(length: number(&rest) ?? 0)
        if let mark = rest.first, mark == "," || mark == "_" { specification.grouping = String(rest.removeFirst()) }
        if rest.first == "." {
            rest.removeFirst()
            guard let precision = number(&rest) else { throw Fault(.format("the format lacks its precision")) }
            specification.precision = try renderer.limited(length: precision)
        }
        let type = rest.popFirst()
        guard rest.isEmpty else { throw Fault(.format("'\(text)' is not a format")) }
        return (specification, type)
    }

    private static func number(_ rest: inout ArraySlice<Character>) -> Int? {
        var number: Int?
        while let first = rest.first, let digit = first.hexDigitOrLetter, digit < 10 {
            number = min((number ?? 0) * 10 + digit, 1 << 40)
            rest.removeFirst()
        }
        return number
    }
}
