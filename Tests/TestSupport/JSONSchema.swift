import Foundation

/// Checks a value against a JSON Schema (2020-12): the keywords that our schemas use, and no other passes unseen.
public struct JSONSchema: Sendable {
    private let root: JSON
    private static let notes: Set = ["$schema", "$id", "$defs", "title", "description"]

    /// A schema from its text.
    public init(text: String) throws { root = try JSON(text: text) }

    /// What is wrong with a value, as `path: fact`; empty when it is valid.
    public func problems(in value: JSON) -> [String] { check(value, root, at: "$") }

    private func check(_ value: JSON, _ schema: JSON, at path: String) -> [String] {
        guard let keywords = schema.object else { return ["\(path): the schema is not an object"] }
        return keywords.sorted { $0.key < $1.key }.flatMap { keyword, rule in
            Self.notes.contains(keyword) ? [] : check(value, keyword, rule, schema, path)
        }
    }

    private func check(_ value: JSON, _ keyword: String, _ rule: JSON, _ schema: JSON, _ path: String) -> [String] {
        func fails(_ isRight: Bool) -> [String] { isRight ? [] : ["\(path): not \(keyword) \(rule)"] }
        switch keyword {
        case "$ref": return check(value, resolved(rule.string ?? ""), at: path)
        case "const": return fails(value == rule)
        case "enum": return fails(rule.array?.contains(value) ?? false)
        case "type": return fails(types(rule).contains { Self.value(value, isOf: $0) })
        case "minimum": return fails((value.number ?? .infinity) >= (rule.number ?? 0))
        case "exclusiveMinimum": return fails((value.number ?? .infinity) > (rule.number ?? 0))
        case "pattern":
            guard let text = value.string else { return [] }
            return fails(Self.matches(text, rule.string ?? ""))
        case "required":
            return (rule.array ?? []).compactMap(\.string).filter { value[$0] == nil }
                .map { "\(path): no member '\($0)'" }
        case "items":
            return (value.array ?? []).enumerated().flatMap { check($1, rule, at: "\(path)[\($0)]") }
        case "properties":
            return (rule.object ?? [:]).flatMap { name, rule in
                value[name].map { check($0, rule, at: "\(path).\(name)") } ?? []
            }
        case "propertyNames":
            return (value.object ?? [:]).keys.sorted().flatMap { check(.string($0), rule, at: "\(path).\($0)") }
        case "patternProperties":
            return (value.object ?? [:]).flatMap { name, member in
                (rule.object ?? [:]).filter { Self.matches(name, $0.key) }
                    .flatMap { check(member, $0.value, at: "\(path).\(name)") }
            }
        case "dependentRequired":
            return (rule.object ?? [:]).filter { value[$0.key] != nil }.flatMap { check(value, "required", $1, schema, path) }
        case "not": return fails(!check(value, rule, at: path).isEmpty)
        case "if":
            let branch = check(value, rule, at: path).isEmpty ? schema["then"] : schema["else"]
            return branch.map { check(value, $0, at: path) } ?? []
        case "then", "else": return []
        case "additionalProperties": return additional(value, rule, schema, path)
        default: return ["\(path): the checker does not know the keyword '\(keyword)'"]
        }
    }

    private func additional(_ value: JSON, _ rule: JSON, _ schema: JSON, _ path: String) -> [String] {
        let patterns = schema["patternProperties"]?.object?.keys.map { $0 } ?? []
        let others = (value.object ?? [:]).filter { name, _ in
            schema["properties"]?[name] == nil && !patterns.contains { Self.matches(name, $0) }
        }
        if rule == .bool(false) { return others.keys.sorted().map { "\(path): unexpected member '\($0)'" } }
        return others.flatMap { check($1, rule, at: "\(path).\($0)") }
    }

    private func resolved(_ reference: String) -> JSON {
        root["$defs"]?[String(reference.dropFirst("#/$defs/".count))] ?? .null
    }

    private func types(_ rule: JSON) -> [String] { rule.string.map { [$0] } ?? (rule.array ?? []).compactMap(\.string) }

    private static func matches(_ text: String, _ pattern: String) -> Bool {
        text.range(of: pattern, options: .regularExpression) != nil
    }

    private static func value(_ value: JSON, isOf type: String) -> Bool {
        switch (value, type) {
        case (.null, "null"), (.bool, "boolean"), (.number, "number"), (.string, "string"), (.array, "array"),
            (.object, "object"):
            true
        case (.number(let number), "integer"): number == number.rounded()
        default: false
        }
    }
}
