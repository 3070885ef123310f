/// Methods of strings, as in Python; those of safe text give safe text.
enum StringMethods {
    static let table = Dictionary(
        uniqueKeysWithValues: (changing + searching + splitting + asking + padding).map { ($0.name, $0) })

    /// The text that a method belongs to.
    static func owner(_ call: FunctionCall) -> String { call.value.stringValue ?? "" }

    private static let changing = [
        FunctionDefinition("upper") { call throws(Fault) in call.same(owner(call).uppercased()) },
        FunctionDefinition("lower") { call throws(Fault) in call.same(owner(call).lowercased()) },
        FunctionDefinition("casefold") { call throws(Fault) in call.same(owner(call).lowercased()) },
        FunctionDefinition("capitalize") { call throws(Fault) in call.same(PythonText.capitalize(owner(call))) },
        FunctionDefinition("title") { call throws(Fault) in call.same(PythonText.title(owner(call))) },
        FunctionDefinition("swapcase") { call throws(Fault) in call.same(swapped(owner(call))) },
        FunctionDefinition("strip", ["chars"]) { call throws(Fault) in try strip(call, start: true, end: true) },
        FunctionDefinition("lstrip", ["chars"]) { call throws(Fault) in try strip(call, start: true, end: false) },
        FunctionDefinition("rstrip", ["chars"]) { call throws(Fault) in try strip(call, start: false, end: true) },
        FunctionDefinition("replace", ["old", "new", "count"], required: 2) { call throws(Fault) in
            let new = try call.string(1, "")
            let replacement = call.value.isSafe && call.optional(1)?.isSafe != true ? MarkupText.escaped(new) : new
            return call.same(
                try call.renderer.replaced(owner(call), try call.string(0, ""), replacement, try call.int(2, -1)))
        },
        FunctionDefinition("removeprefix", ["prefix"], required: 1) { call throws(Fault) in
            let (text, prefix) = (owner(call), try call.string(0, ""))
            return call.same(text.utf8.starts(with: prefix.utf8) ? String(text.dropBytes(prefix.utf8.count)) : text)
        },
        FunctionDefinition("removesuffix", ["suffix"], required: 1) { call throws(Fault) in
            let (text, suffix) = (owner(call), try call.string(0, ""))
            let hasSuffix = text.utf8.reversed().starts(with: suffix.utf8.reversed())
            return call.same(hasSuffix ? String(text.keepBytes(text.utf8.count - suffix.utf8.count)) : text)
        },
        FunctionDefinition("format", [], isVariadic: true) { call throws(Fault) in
            call.same(try BraceFormat.apply(owner(call), call.arguments, isSafe: call.value.isSafe, call.renderer))
        },
        FunctionDefinition("format_map", ["mapping"], required: 1) { call throws(Fault) in
            var arguments = Arguments()
            guard case .mapping(let mapping) = call.optional(0) else { throw call.type(0, "a dictionary", .none) }
            for (key, value) in zip(mapping.names, mapping.values) {
                arguments.keywords.append(NamedValue(name: key, value: value))
            }
            return call.same(try BraceFormat.apply(owner(call), arguments, isSafe: call.value.isSafe, call.renderer))
        },
    ]

    private static func swapped(_ text: String) -> String {
        text.unicodeScalars.map {
            $0.properties.isUppercase ? $0.properties.lowercaseMapping : $0.properties.uppercaseMapping
        }.joined()
    }

    private static func strip(_ call: FunctionCall, start: Bool, end: Bool) throws(Fault) -> TemplateValue {
        let characters = try call.some(0).map { _ throws(Fault) in try call.string(0, "") }
        return call.same(PythonText.strip(owner(call), characters, start: start, end: end))
    }

    private static let asking = [
        FunctionDefinition("isdigit") { call throws(Fault) in
            all(call) { $0.properties.numericType == .decimal || $0.properties.numericType == .digit }
        },
        FunctionDefinition("isdecimal") { call throws(Fault) in all(call) { $0.properties.numericType == .decimal } },
        FunctionDefinition("isnumeric") { call throws(Fault) in all(call, PythonText.isNumeric) },
        FunctionDefinition("isalpha") { call throws(Fault) in all(call, PythonText.isLetter) },
        FunctionDefinition("isalnum") { call throws(Fault) in
            all(call) { PythonText.isLetter($0) || PythonText.isNumeric($0) }
        },
        FunctionDefinition("isspace") { call throws(Fault) in all(call, PythonText.isSpace) },
        FunctionDefinition("isascii") { call throws(Fault) in .bool(owner(call).utf8.allSatisfy { $0 < 0x80 }) },
        FunctionDefinition("isupper") { call throws(Fault) in .bool(isUpper(owner(call))) },
        FunctionDefinition("islower") { call throws(Fault) in .bool(isLower(owner(call))) },
        FunctionDefinition("istitle") { call throws(Fault) in
            let text = owner(call)
            return .bool(text.unicodeScalars.contains { $0.properties.isCased } && PythonText.title(text) == text)
        },
    ]

    private static func all(_ call: FunctionCall, _ test: (Unicode.Scalar) -> Bool) -> TemplateValue {
        let scalars = owner(call).unicodeScalars
        return .bool(!scalars.isEmpty && scalars.allSatisfy(test))
    }

    /// Whether there is a large letter and no small one.
    static func isUpper(_ text: String) -> Bool {
        text.unicodeScalars.contains { $0.properties.isUppercase }
            && !text.unicodeScalars.contains { $0.properties.isLowercase }
    }

    /// Whether there is a small letter and no large one.
    static func isLower(_ text: String) -> Bool {
        text.unicodeScalars.contains { $0.properties.isLowercase }
            && !text.unicodeScalars.contains { $0.properties.isUppercase }
    }
}

extension String {
    /// Without so many bytes at the front.
    func dropBytes(_ count: Int) -> Substring { self[utf8.index(startIndex, offsetBy: count)...] }
    /// So many bytes at the front.
    func keepBytes(_ count: Int) -> Substring { self[..<utf8.index(startIndex, offsetBy: count)] }
}

extension Renderer {
    /// Replaced text that is not too long.
    func replaced(_ text: String, _ old: String, _ new: String, _ count: Int) throws(Fault) -> String {
        let places = old.isEmpty ? text.utf8.count + 1 : text.utf8.count / old.utf8.count
        let (growth, overflow) = places.multipliedReportingOverflow(by: new.utf8.count)
        if overflow || growth > limits.outputBytes { throw Fault(.outputTooLarge(limit: limits.outputBytes)) }
        return PythonText.replace(text, old, new, count: count)
    }
}
