/// Python's `text % values`.
struct PercentFormat {
    /// What stands behind the percent sign.
    enum Values {
        case single(TemplateValue)
        case tuple([TemplateValue])
        case mapping(TemplateMapping)
        /// The named arguments of the `format` filter.
        case keywords([NamedValue])
    }

    private let scalars: [Unicode.Scalar]
    private let values: Values
    private let isSafe: Bool
    private let renderer: Renderer
    private var position = 0
    private var taken = 0
    private var result = ""

    /// The formatted text; values are escaped when they go into safe text.
    static func apply(_ text: String, _ values: Values, isSafe: Bool, _ renderer: Renderer) throws(Fault) -> String {
        var format = PercentFormat(text, values, isSafe, renderer)
        try format.run()
        return format.result
    }

    private init(_ text: String, _ values: Values, _ isSafe: Bool, _ renderer: Renderer) {
        scalars = Array(text.unicodeScalars)
        self.values = values
        self.isSafe = isSafe
        self.renderer = renderer
    }

    private mutating func run() throws(Fault) {
        while position < scalars.count {
            let scalar = scalars[position]
            position += 1
            if scalar == "%" { try directive() } else { result.unicodeScalars.append(scalar) }
            if result.utf8.count > renderer.limits.outputBytes {
                throw Fault(.outputTooLarge(limit: renderer.limits.outputBytes))
            }
        }
        let isLeftOver =
            switch values {
            case .single(let value): taken == 0 && !Self.mayBeUnused(value)
            case .tuple(let items): taken < items.count
            case .mapping, .keywords: false
            }
        if isLeftOver { throw Fault(.format("not all values are used by the format")) }
    }

    /// Python lets lists and other things with keys go unused, as if they were dictionaries.
    private static func mayBeUnused(_ value: TemplateValue) -> Bool {
        switch value {
        case .sequence(let sequence): sequence.kind == .list
        case .mapping: true
        default: false
        }
    }

    private mutating func directive() throws(Fault) {
        var specification = FormatSpecification()
        let key = try name()
        flags(&specification)
        specification.width = try renderer.limited(length: try number(&specification) ?? 0)
        if next("." as Unicode.Scalar) {
            specification.precision = try renderer.limited(length: try number(&specification) ?? 0)
        }
        while let scalar = peek, scalar == "l" || scalar == "h" || scalar == "L" { position += 1 }
        guard let type = peek else { throw Fault(.format("the format ends within a '%' directive")) }
        position += 1
        if type == "%" { return result += "%" }
        specification.type = Character(type)
        let value = try value(key)
        result += try format(value, specification)
    }

    private var peek: Unicode.Scalar? { position < scalars.count ? scalars[position] : nil }

    private mutating func next(_ scalar: Unicode.Scalar) -> Bool {
        guard peek == scalar else { return false }
        position += 1
        return true
    }

    private mutating func name() throws(Fault) -> String? {
        guard next("(") else { return nil }
        var depth = 1
        var name = String.UnicodeScalarView()
        while let scalar = peek {
            position += 1
            if scalar == "(" { depth += 1 }
            if scalar == ")" { depth -= 1 }
            if depth == 0 { return String(name) }
            name.append(scalar)
        }
        throw Fault(.format("the format ends within a name"))
    }

    private mutating func flags(_ specification: inout FormatSpecification) {
        while let scalar = peek {
            switch scalar {
            case "-": specification.alignment = .left
            case "+": specification.sign = "+"
            case " ": if specification.sign.isEmpty { specification.sign = " " }
            case "#": specification.isAlternate = true
            case "0": specification.fill = "0"
            default: return
            }
            position += 1
        }
    }

    private mutating func number(_ specification: inout FormatSpecification) throws(Fault) -> Int? {
        if next("*") {
            let width = try renderer.integer(try value(nil), "%", "*")
            if width < 0 { specification.alignment = .left }
            return Int(clamping: width.magnitude)
        }
        var number: Int?
        while let scalar = peek, let digit = Character(scalar).hexDigitOrLetter, digit < 10 {
            number = min((number ?? 0) * 10 + digit, 1 << 40)
            position += 1
        }
        return number
    }

    private mutating func value(_ key: String?) throws(Fault) -> TemplateValue {
        if let key { return try named(key) }
        switch values {
        case .single(let value) where taken == 0:
            taken = 1
            return value
        case .tuple(let items) where taken < items.count:
            taken += 1
            return items[taken - 1]
        case .mapping(let mapping) where taken == 0:
            taken = 1
            return .mapping(mapping)
        default: throw Fault(.format("there are not enough values for the format"))
        }
    }

    private func named(_ key: String) throws(Fault) -> TemplateValue {
        switch values {
        case .mapping(let mapping): if let value = mapping.value(key) { return value }
        case .keywords(let keywords): if let found = keywords.first(where: { $0.name == key }) { return found.value }
        default: throw Fault(.format("names in the format need a dictionary"))
        }
        throw Fault(.keyMissing("'\(key)'"))
    }

    private func format(_ value: TemplateValue, _ specification: FormatSpecification) throws(Fault) -> String {
        if case .undefined(let undefined) = value, !undefined.isLenient { throw Fault(.undefined(undefined)) }
        var specification = specification
        switch specification.type {
        case "s", "r", "a":
            specification.fill = " "
            let text =
                specification.type == "s"
                ? try renderer.text(value)
                : try ValueText.representation(value, limit: renderer.limits.outputBytes)
            return specification.text(isSafe && !value.isSafe ? MarkupText.escaped(text) : text, .right)
        case "c": return try character(value, specification)
        case "d", "i", "u", "o", "x", "X": return integer(try whole(value, specification.type), specification)
        case "e", "E", "f", "F", "g", "G":
            guard let number = value.numberValue else { throw type(value, specification.type) }
            if specification.fill == "0", specification.alignment == nil { specification.alignment = .inside }
            if specification.alignment == .left { specification.fill = " " }
            return specification.float(number)
        default: throw Fault(.format("'%\(specification.type)' is not a format"))
        }
    }

    private func character(_ value: TemplateValue, _ specification: FormatSpecification) throws(Fault) -> String {
        if let code = value.integerValue, let number = UInt32(exactly: code), let scalar = Unicode.Scalar(number) {
            return specification.text(String(Character(scalar)), .right)
        }
        guard let text = value.stringValue, PythonText.length(text) == 1 else { throw type(value, "c") }
        return specification.text(text, .right)
    }

    private func integer(_ number: Int128, _ specification: FormatSpecification) -> String {
        var specification = specification
        if specification.alignment == .left { specification.fill = " " }
        if specification.fill == "0", specification.alignment == nil { specification.alignment = .inside }
        guard let digits = specification.precision else { return specification.integer(number) }
        // A precision asks for so many digits at least.
        var bare = specification
        (bare.width, bare.isAlternate, bare.sign) = (0, false, "")
        let text = bare.digits(number)
        let zeros = String(repeating: "0", count: max(0, digits - text.utf8.count))
        return specification.padded(number < 0 ? "-" : specification.sign, zeros + text, .right)
    }

    private func whole(_ value: TemplateValue, _ type: Character) throws(Fault) -> Int128 {
        if let number = Int128(value) { return number }
        guard case .double(let number) = value, number.isFinite, "diu".contains(type) else {
            throw self.type(value, type)
        }
        guard let whole = Int128(truncating: number) else { throw Fault(.integerTooLarge) }
        return whole
    }

    private func type(_ value: TemplateValue, _ type: Character) -> Fault {
        Fault(.format("'%\(type)' needs a number, found \(value.typeName)"))
    }
}
