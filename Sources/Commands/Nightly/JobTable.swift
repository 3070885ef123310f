import Containers
import Formatting

/// A table of a job file, read key by key: what is not asked for in the end is a mistake.
struct JobTable {
    private let members: [JSONMember]
    private let way: [String]
    private var known: [String] = []
    /// What is wrong, with the way to it.
    private(set) var mistakes: [(way: [String], fact: String)] = []

    /// A table; what is none counts as one mistake and is empty.
    init(_ value: JSONValue, way: [String]) {
        self.way = way
        if case .object(let members) = value {
            self.members = members
        } else {
            members = []
            mistakes.append((way, "'\(way.joined(separator: "."))' must be a table, not \(value.kindName)"))
        }
    }

    /// The value of a key; nil where it is not there.
    mutating func value(_ key: String) -> JSONValue? {
        known.append(key)
        return members.last { $0.name == key }?.value
    }

    mutating func text(_ key: String) -> String? {
        guard let value = value(key) else { return nil }
        if case .string(let text) = value, !text.isEmpty { return text }
        return fail(key, "a text, not \(value.kindName)")
    }

    mutating func texts(_ key: String) -> [String]? {
        guard let value = value(key) else { return nil }
        if case .string(let text) = value { return [text] }
        guard case .array(let items) = value else { return fail(key, "a list of texts, not \(value.kindName)") }
        let texts = items.compactMap { if case .string(let text) = $0 { text } else { nil } }
        return texts.count == items.count ? texts : fail(key, "a list of texts")
    }

    mutating func number(_ key: String, in range: ClosedRange<Double>) -> Double? {
        let number: Double
        switch value(key) {
        case .integer(let whole): number = Double(whole)
        case .number(let value): number = value
        case nil: return nil
        case let other?: return fail(key, "a number, not \(other.kindName)")
        }
        return range.contains(number)
            ? number
            : fail(
                key,
                "a number from \(SignificantDigits.json(range.lowerBound)) to \(SignificantDigits.json(range.upperBound))"
            )
    }

    mutating func choice<Value: CaseIterable & RawRepresentable>(_ key: String, _ type: Value.Type) -> Value?
    where Value.RawValue == String {
        guard let word = text(key) else { return nil }
        return Value(rawValue: word)
            ?? fail(key, Value.allCases.map { "'\($0.rawValue)'" }.joined(separator: " or ") + ", not '\(word)'")
    }

    /// A secret by `key`, `key-env` or `key-file`; `key` itself only where it may stand in the file.
    mutating func secret(_ key: String, mayBeWritten: Bool, file: JobFile) -> JobSecret? {
        var places: [JobSecret.Place] = []
        if mayBeWritten, let written = text(key) { places.append(.written(written)) }
        if let name = text(key + "-env") { places.append(.variable(name)) }
        if let path = text(key + "-file") { places.append(.file(file.beside(path))) }
        if places.count > 1 { mistakes.append((way, "'\(key)' is given more than once; keep one of them")) }
        return places.first.map { JobSecret(place: $0) }
    }

    mutating func fail<Value>(_ key: String, _ expected: String) -> Value? {
        mistakes.append((way + [key], "'\(key)' must be \(expected)"))
        return nil
    }

    mutating func lacks(_ words: String) { mistakes.append((way, words)) }

    /// Every mistake, those of unknown keys too.
    mutating func finish() -> [(way: [String], fact: String)] {
        for member in members where !known.contains(member.name) {
            let near = NearestMatch.of(member.name, in: known).map { "did you mean '\($0)'?" }
            let all = known.map { "'\($0)'" }.joined(separator: ", ")
            mistakes.append((way + [member.name], "unknown key '\(member.name)'; \(near ?? "it takes \(all)")"))
        }
        return mistakes
    }
}
