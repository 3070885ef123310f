/// Filters that change single texts.
enum TextFilters {
    static let all: [FilterDefinition] = [
        FilterDefinition("upper") { call throws(Fault) in call.same(try call.text().uppercased()) },
        FilterDefinition("lower") { call throws(Fault) in call.same(try call.text().lowercased()) },
        FilterDefinition("capitalize") { call throws(Fault) in call.same(PythonText.capitalize(try call.text())) },
        FilterDefinition("title") { call throws(Fault) in .string(title(try call.text())) },
        FilterDefinition("trim", ["chars"]) { call throws(Fault) in
            let characters = try call.some(0).map { _ throws(Fault) in try call.string(0, "") }
            return call.same(PythonText.strip(try call.text(), characters))
        },
        FilterDefinition("string") { call throws(Fault) in call.same(try call.text()) },
        FilterDefinition("replace", ["old", "new", "count"], required: 2, replace),
        FilterDefinition("truncate", ["length", "killwords", "end", "leeway"], truncate),
        FilterDefinition("wordcount") { call throws(Fault) in .int(wordCount(try call.text())) },
        FilterDefinition("reverse", reverse),
        FilterDefinition("format", [], isVariadic: true) { call throws(Fault) in
            let arguments = call.arguments
            if !arguments.positional.isEmpty, !arguments.keywords.isEmpty {
                throw call.fault("takes values by position or by name, not both")
            }
            let values: PercentFormat.Values =
                arguments.keywords.isEmpty ? .tuple(arguments.positional) : .keywords(arguments.keywords)
            return call.same(
                try PercentFormat.apply(try call.text(), values, isSafe: call.value.isSafe, call.renderer))
        },
        FilterDefinition("attr", ["name"], required: 1) { call throws(Fault) in
            let name = try call.string(0, "")
            if case .mapping = call.value {
                guard let method = call.value.methods[name] else { return missing(name, call) }
                return .builtin(BoundFunction(call.value, method))
            }
            return try call.renderer.member(of: call.value, name) ?? missing(name, call)
        },
    ]

    private static func missing(_ name: String, _ call: FunctionCall) -> TemplateValue {
        .undefined(Undefined(.member(of: call.value, name: name, path: nil)))
    }

    /// Every part after a space, hyphen, bracket or `<` starts large; the result is plain also for safe text, as in
    /// Jinja.
    private static func title(_ text: String) -> String {
        var result = ""
        var startsWord = true
        for scalar in text.unicodeScalars {
            let separates = "-({[<".unicodeScalars.contains(scalar) || PythonText.isSpace(scalar)
            result += startsWord ? scalar.properties.uppercaseMapping : scalar.properties.lowercaseMapping
            startsWord = separates
        }
        return result
    }

    private static func replace(_ call: FunctionCall) throws(Fault) -> TemplateValue {
        let count = try call.some(2).map { value throws(Fault) in try call.renderer.integer(value, "replace", "count") }
        let (old, new) = (call.optional(0) ?? .none, call.optional(1) ?? .none)
        let (oldText, newText) = (try call.renderer.text(old), try call.renderer.text(new))
        var text = try call.text()
        guard call.renderer.here.context.escapes else {
            return .string(try call.renderer.replaced(text, oldText, newText, count ?? -1))
        }
        var isSafe = call.value.isSafe
        if old.isSafe || new.isSafe && !isSafe {
            text = isSafe ? text : MarkupText.escaped(text)
            isSafe = true
        }
        let replacement = isSafe && !new.isSafe ? MarkupText.escaped(newText) : newText
        return .text(try call.renderer.replaced(text, oldText, replacement, count ?? -1), isSafe: isSafe)
    }

    private static func truncate(_ call: FunctionCall) throws(Fault) -> TemplateValue {
        let text = try subject(call)
        let length = try call.int(0, 255)
        let end = try call.string(2, "...")
        let leeway = try call.some(3).map { _ throws(Fault) in try call.int(3, 5) } ?? 5
        let endLength = PythonText.length(end)
        guard length >= endLength else { throw call.fault("'length' must be at least \(endLength)") }
        guard leeway >= 0 else { throw call.fault("'leeway' must not be negative") }
        let count = PythonText.length(text)
        guard count > leeway, count - leeway > length else { return call.value }
        let cut = String(text.unicodeScalars.prefix(length - endLength))
        // Safe text stays safe, and then takes the end escaped, as Python's Markup does.
        let tail = call.value.isSafe && call.optional(2)?.isSafe != true ? MarkupText.escaped(end) : end
        if try call.bool(1, false) { return call.same(cut + tail) }
        let space = cut.utf8.lastIndex(of: UInt8(ascii: " "))
        return call.same((space.map { String(cut[..<$0]) } ?? cut) + tail)
    }

    /// Filters that Python applies to strings only.
    static func subject(_ call: FunctionCall) throws(Fault) -> String {
        if case .undefined(let undefined) = call.value { throw Fault(.undefined(undefined)) }
        guard let text = call.value.stringValue else { throw Fault(.operand(call.name, call.value.typeName)) }
        return text
    }

    private static func wordCount(_ text: String) -> Int {
        var count = 0
        var isInside = false
        for scalar in text.unicodeScalars {
            let isWord = PythonText.isWord(scalar)
            if isWord, !isInside { count += 1 }
            isInside = isWord
        }
        return count
    }

    private static func reverse(_ call: FunctionCall) throws(Fault) -> TemplateValue {
        if let text = call.value.stringValue {
            return call.same(String(String.UnicodeScalarView(text.unicodeScalars.reversed())))
        }
        return .builtin(GeneratorValue(try call.elements().reversed()))
    }
}
