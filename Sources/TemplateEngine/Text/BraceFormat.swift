/// Python's `text.format(…)`.
struct BraceFormat {
    private let arguments: Arguments
    private let isSafe: Bool
    private let renderer: Renderer
    private var nextIndex = 0

    /// The formatted text; values are escaped when they go into safe text.
    static func apply(
        _ text: String, _ arguments: Arguments, isSafe: Bool, _ renderer: Renderer
    ) throws(Fault) -> String {
        var format = BraceFormat(arguments: arguments, isSafe: isSafe, renderer: renderer)
        return try format.run(Array(text.unicodeScalars)[...], depth: 0)
    }

    private mutating func run(_ scalars: ArraySlice<Unicode.Scalar>, depth: Int) throws(Fault) -> String {
        guard depth < 3 else { throw Fault(.format("the format is nested too deeply")) }
        var result = String.UnicodeScalarView()
        var rest = scalars
        while let scalar = rest.popFirst() {
            switch scalar {
            case "{" where rest.first == "{", "}" where rest.first == "}": result.append(rest.removeFirst())
            case "{":
                let field = try Self.field(&rest)
                result.append(contentsOf: try replacement(field, depth).unicodeScalars)
            case "}": throw Fault(.format("a single '}' in the format"))
            default: result.append(scalar)
            }
        }
        return try renderer.limited(String(result))
    }

    /// The text up to the brace that closes the field.
    private static func field(_ rest: inout ArraySlice<Unicode.Scalar>) throws(Fault) -> ArraySlice<Unicode.Scalar> {
        var depth = 1
        for (index, scalar) in zip(rest.indices, rest) {
            if scalar == "{" { depth += 1 }
            if scalar == "}" { depth -= 1 }
            if depth == 0 {
                let field = rest[..<index]
                rest = rest[(index + 1)...]
                return field
            }
        }
        throw Fault(.format("a '{' in the format is never closed"))
    }

    private mutating func replacement(_ field: ArraySlice<Unicode.Scalar>, _ depth: Int) throws(Fault) -> String {
        let mark = field.firstIndex { $0 == ":" || $0 == "!" } ?? field.endIndex
        var value = try value(String(String.UnicodeScalarView(field[..<mark])))
        var rest = field[mark...]
        if rest.first == "!" {
            guard let conversion = rest.dropFirst().first else { throw Fault(.format("the format lacks a conversion")) }
            value = try converted(value, conversion)
            rest = rest.dropFirst(2)
        }
        let specification = try run(rest.dropFirst(), depth: depth + 1)
        let text = try FormatReader.format(value, specification, renderer)
        return isSafe && !value.isSafe ? MarkupText.escaped(text) : text
    }

    private func converted(_ value: TemplateValue, _ conversion: Unicode.Scalar) throws(Fault) -> TemplateValue {
        switch conversion {
        case "s": .string(try renderer.text(value))
        case "r", "a": .string(try ValueText.representation(value, limit: renderer.limits.outputBytes))
        default: throw Fault(.format("'!\(conversion)' is not a conversion"))
        }
    }

    /// The value that `0`, `name`, `name.member` or `name[key]` names; nothing names the next one.
    private mutating func value(_ name: String) throws(Fault) -> TemplateValue {
        let head = String(name.prefix { $0 != "." && $0 != "[" })
        var value = try first(head)
        var rest = name.dropFirst(head.count)
        while let mark = rest.popFirst() {
            let isMember = mark == "."
            let part = String(rest.prefix { isMember ? $0 != "." && $0 != "[" : $0 != "]" })
            rest = rest.dropFirst(part.count + (isMember ? 0 : 1))
            let key = Int(part).map(TemplateValue.int) ?? .string(part)
            let found = isMember ? try renderer.member(of: value, part) : try renderer.element(of: value, key)
            guard let found else { throw Fault(.noMember(of: value.typeName, part)) }
            value = found
        }
        return value
    }

    private mutating func first(_ name: String) throws(Fault) -> TemplateValue {
        if let index = name.isEmpty ? nextIndex : Int(name) {
            if name.isEmpty { nextIndex += 1 }
            guard arguments.positional.indices.contains(index) else {
                throw Fault(.format("there are not enough values for the format"))
            }
            return arguments.positional[index]
        }
        guard let found = arguments.keywords.first(where: { $0.name == name }) else {
            throw Fault(.keyMissing("'\(name)'"))
        }
        return found.value
    }
}
