/// The `attribute` argument of filters: `name`, `address.city`, `0`, `rows.0.name`.
struct AttributePath {
    private let parts: [TemplateValue]
    private let standard: TemplateValue?

    /// A path as given to a filter; `standard` stands in for what is missing.
    init(_ value: TemplateValue, _ call: FunctionCall, standard: TemplateValue? = nil) throws(Fault) {
        if let text = value.stringValue {
            self.init(text, standard: standard)
        } else if let index = value.integerValue {
            self.init([.int(index)], standard)
        } else if case .undefined(let undefined) = value {
            throw Fault(.undefined(undefined))
        } else {
            throw Fault(
                .argumentType(call.name, argument: "attribute", expected: "a name", found: value.typeName))
        }
    }

    private init(_ parts: [TemplateValue], _ standard: TemplateValue?) {
        self.parts = parts
        self.standard = standard
    }

    init(_ text: String, standard: TemplateValue? = nil) {
        self.standard = standard
        parts = text.split(separator: ".", omittingEmptySubsequences: false).map { part in
            let isNumber = !part.isEmpty && part.utf8.allSatisfy { $0 >= 48 && $0 <= 57 }
            return isNumber ? Int(part).map(TemplateValue.int) ?? .string(String(part)) : .string(String(part))
        }
    }

    /// Several paths with commas between, as `sort` takes them.
    static func list(_ value: TemplateValue, _ call: FunctionCall) throws(Fault) -> [AttributePath] {
        guard let text = value.stringValue else { return [try AttributePath(value, call)] }
        return text.split(separator: ",", omittingEmptySubsequences: false).map { AttributePath(String($0)) }
    }

    /// What the path leads to from an item; undefined if there is nothing.
    func value(of item: TemplateValue, _ renderer: Renderer) throws(Fault) -> TemplateValue {
        var value = item
        try renderer.spend(elements: parts.count)
        for part in parts {
            if let found = try renderer.element(of: value, part) {
                value = found
                if case .undefined = found, let standard { value = standard }
            } else {
                value = standard ?? missing(part, value)
            }
        }
        return value
    }

    private func missing(_ part: TemplateValue, _ base: TemplateValue) -> TemplateValue {
        guard let name = part.stringValue else {
            return .undefined(Undefined(.element(of: base, key: "\(part.integerValue ?? 0)")))
        }
        return .undefined(Undefined(.member(of: base, name: name, path: nil)))
    }
}
