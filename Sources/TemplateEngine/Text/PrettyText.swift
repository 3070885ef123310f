/// Python's `pprint.pformat`: on one line if that fits 80 columns, otherwise one element a line; keys sorted.
struct PrettyText {
    private static let width = 80
    private var text = ""
    private let limit: Int

    private init(limit: Int) { self.limit = limit }

    /// The value for people who look for mistakes.
    static func text(_ value: TemplateValue, limit: Int) throws(Fault) -> String {
        var writer = PrettyText(limit: limit)
        try writer.write(value, indent: 0, allowance: 0, level: 0)
        return writer.text
    }

    private mutating func add(_ part: String) throws(Fault) {
        text += part
        if text.utf8.count > limit { throw Fault(.outputTooLarge(limit: limit)) }
    }

    private mutating func write(_ value: TemplateValue, indent: Int, allowance: Int, level: Int) throws(Fault) {
        guard level <= TemplateLimits.valueNesting else { throw Fault(.valueNestedTooDeeply) }
        let whole = try ValueText.representation(try Self.sorted(value, level), limit: limit)
        if PythonText.length(whole) <= Self.width - indent - allowance { return try add(whole) }
        switch value {
        case .mapping(let mapping):
            try add("{")
            try write(entriesOf: mapping, indent: indent + 1, allowance: allowance + 1, level: level + 1)
            try add("}")
        case .sequence(let sequence):
            let end = sequence.kind == .list ? "]" : sequence.items.count == 1 ? ",)" : ")"
            try add(sequence.kind == .list ? "[" : "(")
            try write(sequence.items, indent: indent + 1, allowance: allowance + end.utf8.count, level: level + 1)
            try add(end)
        case .string(let string): try write(string, indent: indent, allowance: allowance, isTop: level == 0)
        default: try add(whole)
        }
    }

    /// The value with the keys of its dictionaries in order.
    private static func sorted(_ value: TemplateValue, _ level: Int) throws(Fault) -> TemplateValue {
        guard level <= TemplateLimits.valueNesting else { throw Fault(.valueNestedTooDeeply) }
        switch value {
        case .sequence(let sequence) where sequence.nesting > 1:
            var items = [TemplateValue]()
            for item in sequence.items { items.append(try sorted(item, level + 1)) }
            return .sequence(TemplateSequence(items, kind: sequence.kind, isFrozen: true))
        case .mapping(let mapping):
            let copy = TemplateMapping(isFrozen: true)
            for key in try sortedKeys(mapping) {
                copy.fill(key, try sorted(mapping.value(key) ?? .none, level + 1))
            }
            return .mapping(copy)
        default: return value
        }
    }

    /// Keys that cannot be compared are ordered by their types, as pprint does.
    private static func sortedKeys(_ mapping: TemplateMapping) throws(Fault) -> [TemplateValue] {
        try Ordering.sorted(mapping.keys, isReversed: false) { key in
            [.string(key.numberValue == nil ? key.typeName : "float"), key.isNone ? .int(0) : key]
        }
    }

    private mutating func write(
        entriesOf mapping: TemplateMapping, indent: Int, allowance: Int, level: Int
    ) throws(Fault) {
        for (index, key) in try Self.sortedKeys(mapping).enumerated() {
            if index > 0 { try add(",\n" + String(repeating: " ", count: indent)) }
            let name = try ValueText.representation(key, limit: limit)
            try add(name + ": ")
            try write(
                mapping.value(key) ?? .none, indent: indent + PythonText.length(name) + 2,
                allowance: index == mapping.count - 1 ? allowance : 1, level: level)
        }
    }

    private mutating func write(_ items: [TemplateValue], indent: Int, allowance: Int, level: Int) throws(Fault) {
        for (index, item) in items.enumerated() {
            if index > 0 { try add(",\n" + String(repeating: " ", count: indent)) }
            try write(item, indent: indent, allowance: index == items.count - 1 ? allowance : 1, level: level)
        }
    }

    /// A long string as several literals, cut at white space.
    private mutating func write(_ string: String, indent: Int, allowance: Int, isTop: Bool) throws(Fault) {
        let indent = indent + (isTop ? 1 : 0)
        let allowance = allowance + (isTop ? 1 : 0)
        let lines = PythonText.lines(string, keepEnds: true)
        var chunks = [String]()
        for (index, line) in lines.enumerated() {
            let room = Self.width - indent
            let isLast = index == lines.count - 1
            let whole = ValueText.quoted(line)
            if PythonText.length(whole) <= room - (isLast ? allowance : 0) {
                chunks.append(whole)
            } else {
                chunks += Self.pieces(line, room: room, lastRoom: isLast ? room - allowance : room)
            }
        }
        let body = chunks.joined(separator: "\n" + String(repeating: " ", count: indent))
        try add(isTop && chunks.count > 1 ? "(" + body + ")" : body)
    }

    private static func pieces(_ line: String, room: Int, lastRoom: Int) -> [String] {
        var parts = [String]()
        var rest = line.unicodeScalars[...]
        while !rest.isEmpty {
            let word = rest.prefix { !PythonText.isSpace($0) }
            let space = rest.dropFirst(word.count).prefix(while: PythonText.isSpace)
            parts.append(String(word) + String(space))
            rest = rest.dropFirst(word.count + space.count)
        }
        var pieces = [String]()
        var current = ""
        for (index, part) in parts.enumerated() {
            let width = index == parts.count - 1 ? lastRoom : room
            if PythonText.length(ValueText.quoted(current + part)) > width {
                if !current.isEmpty { pieces.append(ValueText.quoted(current)) }
                current = part
            } else {
                current += part
            }
        }
        return current.isEmpty ? pieces : pieces + [ValueText.quoted(current)]
    }
}
