/// Filters that make, mark or take apart markup.
enum MarkupFilters {
    static let all: [FilterDefinition] = [
        FilterDefinition("e", escape),
        FilterDefinition("escape", escape),
        FilterDefinition("forceescape") { call throws(Fault) in .safe(MarkupText.escaped(try call.text())) },
        FilterDefinition("safe") { call throws(Fault) in .safe(try call.text()) },
        FilterDefinition("striptags") { call throws(Fault) in .string(Entities.withoutTags(try call.text())) },
        FilterDefinition("xmlattr", ["autospace"], attributes),
        FilterDefinition("urlencode", urlencode),
        FilterDefinition("urlize", ["trim_url_limit", "nofollow", "target", "rel", "extra_schemes"], urlize),
        FilterDefinition("tojson", ["indent"]) { call throws(Fault) in
            let indent = try call.some(0).map { _ throws(Fault) in
                try call.renderer.limited(length: try call.int(0, 0))
            }
            return .safe(try JSONText.safe(call.value, indent: indent, limit: call.renderer.limits.outputBytes))
        },
    ]

    private static func escape(_ call: FunctionCall) throws(Fault) -> TemplateValue {
        let text = try call.text()
        return .safe(call.value.isSafe ? text : MarkupText.escaped(text))
    }

    private static func attributes(_ call: FunctionCall) throws(Fault) -> TemplateValue {
        guard case .mapping(let mapping) = call.value else {
            if case .undefined(let undefined) = call.value { throw Fault(.undefined(undefined)) }
            throw Fault(.operand("xmlattr", call.value.typeName))
        }
        var parts = [String]()
        try call.renderer.spend(mapping.count)
        for (key, value) in zip(mapping.keys, mapping.values) {
            if value.isNone { continue }
            if case .undefined = value { continue }
            let name = try call.renderer.text(key)
            if name.utf8.contains(where: endsName) { throw call.fault("'\(name)' cannot be the name of an attribute") }
            let text = try call.renderer.text(value)
            let shown = value.isSafe ? text : MarkupText.escaped(text)
            parts.append("\(key.isSafe ? name : MarkupText.escaped(name))=\"\(shown)\"")
        }
        let space = try call.bool(0, true) && !parts.isEmpty ? " " : ""
        return .text(space + parts.joined(separator: " "), isSafe: call.renderer.here.context.escapes)
    }

    /// White space, `/`, `>` and `=` would end the name of an attribute.
    private static func endsName(_ byte: UInt8) -> Bool {
        byte == 0x20 || (byte >= 9 && byte <= 13) || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ">")
            || byte == UInt8(ascii: "=")
    }

    private static func urlencode(_ call: FunctionCall) throws(Fault) -> TemplateValue {
        let pairs: [TemplateValue]
        switch call.value {
        case .mapping(let mapping):
            try call.renderer.spend(mapping.count)
            pairs = MappingView(mapping, .items).items
        case .sequence, .builtin: pairs = try call.elements()
        default: return .string(quoted(try call.text(), keepsSlash: true))
        }
        var parts = [String]()
        for pair in pairs {
            let items = try call.renderer.elements(pair)
            guard items.count == 2 else { throw Fault(.unpack(expected: 2, found: items.count)) }
            let key = quoted(try call.renderer.text(items[0]), keepsSlash: false)
            parts.append(key + "=" + quoted(try call.renderer.text(items[1]), keepsSlash: false))
        }
        return .string(parts.joined(separator: "&"))
    }

    /// Percent encoding; without `keepsSlash` as in a query, where spaces become `+`.
    private static func quoted(_ text: String, keepsSlash: Bool) -> String {
        let digits = Array("0123456789ABCDEF".utf8)
        var bytes = [UInt8]()
        for byte in text.utf8 {
            if PythonText.isASCIIWord(byte) || "-.~".utf8.contains(byte) || (keepsSlash && byte == UInt8(ascii: "/")) {
                bytes.append(byte)
            } else if !keepsSlash, byte == 0x20 {
                bytes.append(UInt8(ascii: "+"))
            } else {
                bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func urlize(_ call: FunctionCall) throws(Fault) -> TemplateValue {
        let text = try call.text()
        var relations = Set(StringMethods.words(call.some(3) == nil ? "" : try call.string(3, ""), -1))
        if try call.bool(1, false) { relations.insert("nofollow") }
        relations.insert("noopener")
        var links = LinkText(relations: relations.sorted().joined(separator: " "))
        links.limit = try call.some(0).map { _ throws(Fault) in try call.int(0, 0) }
        links.target = try call.some(2).map { _ throws(Fault) in try call.string(2, "") }
        if let schemes = call.some(4) { links.schemes = try call.renderer.elements(schemes).compactMap(\.stringValue) }
        let linked = links.linked(call.value.isSafe ? text : MarkupText.escaped(text))
        return .text(linked, isSafe: call.renderer.here.context.escapes)
    }
}
