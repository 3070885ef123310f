extension Renderer {
    /// Whether Python takes a value as true.
    func isTrue(_ value: TemplateValue) throws(Fault) -> Bool {
        switch value {
        case .undefined(let undefined):
            if !undefined.isLenient { throw Fault(.undefined(undefined)) }
            return false
        case .none: return false
        case .bool(let value): return value
        case .int(let value): return value != 0
        case .wideInteger: return true
        case .double(let value): return value != 0
        case .string(let text), .safe(let text): return !text.isEmpty
        case .sequence(let sequence): return !sequence.items.isEmpty
        case .mapping(let mapping): return mapping.count > 0
        case .object, .function: return true
        case .builtin(let builtin): return builtin.isTrue
        }
    }

    /// A value as text (Python's `str`).
    func text(_ value: TemplateValue) throws(Fault) -> String {
        if let text = value.stringValue { return text }
        let text = try ValueText.string(value, limit: limits.outputBytes)
        try spend(text.utf8.count >> 4)
        return text
    }

    /// What a loop over a value sees.
    func elements(_ value: TemplateValue) throws(Fault) -> [TemplateValue] {
        let items = try loopItems(value)
        try spend(items.count)
        return items
    }

    private func loopItems(_ value: TemplateValue) throws(Fault) -> [TemplateValue] {
        switch value {
        case .undefined(let undefined):
            if !undefined.isLenient { throw Fault(.undefined(undefined)) }
            return []
        case .string(let text): return text.unicodeScalars.map { .string(String($0)) }
        case .safe(let text): return text.unicodeScalars.map { .string(String($0)) }
        case .sequence(let sequence): return sequence.items
        case .mapping(let mapping): return mapping.keys
        case .object(let object):
            if let elements = object.elements { return elements }
        case .builtin(let builtin):
            if let elements = try builtin.elements(self) { return elements }
        default: break
        }
        throw Fault(.notIterable(value.typeName))
    }

    /// How many elements a value has.
    func length(_ value: TemplateValue) throws(Fault) -> Int {
        switch value {
        case .undefined(let undefined):
            if !undefined.isLenient { throw Fault(.undefined(undefined)) }
            return 0
        case .string(let text), .safe(let text): return PythonText.length(text)
        case .sequence(let sequence): return sequence.items.count
        case .mapping(let mapping): return mapping.count
        case .object(let object):
            if let elements = object.elements { return elements.count }
        case .builtin(let builtin):
            if let count = builtin.count { return count }
            if builtin is GeneratorValue { throw Fault(.generatorLength) }
        default: break
        }
        throw Fault(.noLength(value.typeName))
    }

    /// `item in container`.
    func contains(_ container: TemplateValue, _ item: TemplateValue) throws(Fault) -> Bool {
        switch container {
        case .undefined(let undefined):
            if !undefined.isLenient { throw Fault(.undefined(undefined)) }
            return false
        case .string(let text), .safe(let text):
            if case .undefined(let undefined) = item { throw Fault(.undefined(undefined)) }
            guard let part = item.stringValue else { throw Fault(.operands("in", item.typeName, container.typeName)) }
            try spend((text.utf8.count + part.utf8.count) >> 4)
            return PythonText.find(Array(part.utf8), in: Array(text.utf8), from: 0) != nil
        case .mapping(let mapping):
            if case .undefined(let undefined) = item { throw Fault(.undefined(undefined)) }
            try spend(on: item)
            guard HashKey(item) != nil else { throw Fault(.notAKey(item.typeName)) }
            return mapping.value(item) != nil
        case .builtin(let builtin as MappingView) where builtin.part == .keys:
            return try contains(.mapping(builtin.mapping), item)
        case .builtin(let builtin as MappingView) where builtin.part == .items:
            guard case .sequence(let pair) = item, pair.kind != .list, pair.items.count == 2 else { return false }
            guard let value = builtin.mapping.value(pair.items[0]) else { return false }
            return try areEqual(value, pair.items[1])
        case .object(let object) where object.elements == nil:
            return item.stringValue.flatMap { object.member($0) } != nil
        default:
            let items = try elements(container)
            return try comparing { (comparison) throws(Fault) in
                for element in items where try comparison.equal(element, item) { return true }
                return false
            }
        }
    }

    /// A whole number as an argument.
    func integer(_ value: TemplateValue, _ function: String, _ argument: String) throws(Fault) -> Int {
        if let number = value.integerValue { return number }
        if case .undefined(let undefined) = value { throw Fault(.undefined(undefined)) }
        throw Fault(
            .argumentType(function, argument: argument, expected: "a whole number", found: value.typeName))
    }

    /// A text that is not too long, made by something that could make it long.
    func limited(_ text: String) throws(Fault) -> String {
        if text.utf8.count > limits.outputBytes { throw Fault(.outputTooLarge(limit: limits.outputBytes)) }
        try spend(bytes: text.utf8.count)
        return text
    }

    /// A length that may be asked for.
    func limited(length: Int) throws(Fault) -> Int {
        if length > limits.outputBytes { throw Fault(.outputTooLarge(limit: limits.outputBytes)) }
        return length
    }

    /// A row of spaces or other text, repeated.
    func repeated(_ text: String, _ count: Int) throws(Fault) -> String {
        guard count > 0, !text.isEmpty else { return "" }
        let (total, overflow) = text.utf8.count.multipliedReportingOverflow(by: count)
        if overflow || total > limits.outputBytes { throw Fault(.outputTooLarge(limit: limits.outputBytes)) }
        try spend(bytes: total)
        return String(repeating: text, count: count)
    }

    /// A new list that is not too long.
    func list(_ items: [TemplateValue]) throws(Fault) -> TemplateValue {
        if items.count > TemplateLimits.elements { throw Fault(.listTooLong(limit: TemplateLimits.elements)) }
        let list = TemplateValue.newList(items)
        if list.nesting > TemplateLimits.valueNesting { throw Fault(.valueNestedTooDeeply) }
        return list
    }
}
