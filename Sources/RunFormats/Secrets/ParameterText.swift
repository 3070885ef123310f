import Containers
import Formatting
import RunModel

/// Parameters of a run as text, with secrets masked (REQUIREMENTS L7).
enum ParameterText {
    /// What stands for a secret.
    static let mask = SecretText.mask

    /// One parameter per leaf of a JSON value, dotted where it nests, in the order of the file.
    static func flattened(_ member: JSONMember, prefix: String) -> [RunParameter] {
        var parameters = [RunParameter]()
        flatten(member, prefix: prefix, into: &parameters)
        return parameters
    }

    private static func flatten(_ member: JSONMember, prefix: String, into parameters: inout [RunParameter]) {
        let name = prefix + member.name
        if SecretName.isSecret(member.name) { return parameters.append(RunParameter(name: name, value: mask)) }
        guard case .object(let members) = member.value else {
            return parameters.append(parameter(name, text(member.value)))
        }
        let isNamedSecret = namesSecret(members)
        for inner in members {
            let shown = isNamedSecret && isValue(inner.name) ? JSONMember(inner.name, .string(mask)) : inner
            flatten(shown, prefix: name + ".", into: &parameters)
        }
    }

    /// A parameter whose value is masked where its name or the value itself holds a secret.
    static func parameter(_ name: String, _ value: String) -> RunParameter {
        RunParameter(name: name, value: SecretName.isSecret(name) ? mask : SecretText.masked(value))
    }

    /// The pairs of a list such as `[{"name": "fast", "value": 10}]`; nil where it is another list.
    static func pairs(_ values: [JSONValue]) -> [RunParameter]? {
        var parameters = [RunParameter]()
        for value in values {
            guard case .string(let name)? = value["name"] ?? value["key"], let content = value["value"] else {
                return nil
            }
            flatten(JSONMember(name, content), prefix: "", into: &parameters)
        }
        return parameters
    }

    // MARK: Values as text

    private static func text(_ value: JSONValue) -> String {
        var text = ""
        append(value, to: &text)
        return text
    }

    /// Ends where the text is longer than any that is shown, so that a list of a million values costs no more.
    private static func append(_ value: JSONValue, to text: inout String) {
        guard text.utf8.count <= TextPolicy.longest * 4 else { return }
        switch value {
        case .null: text += "null"
        case .bool(let flag): text += flag ? "true" : "false"
        case .integer(let number): text += String(number)
        case .number(let number): text += number.isFinite ? SignificantDigits.json(number) : "\(number)"
        case .string(let string): text += string
        case .array(let values):
            text += "["
            for (index, value) in values.prefix(TextPolicy.longest * 4).enumerated() {
                if index > 0 { text += ", " }
                append(value, to: &text)
            }
            text += "]"
        case .object(let members): append(members, to: &text)
        }
    }

    private static func append(_ members: [JSONMember], to text: inout String) {
        let isNamedSecret = namesSecret(members)
        text += "{"
        for (index, member) in members.prefix(TextPolicy.longest * 4).enumerated() {
            if index > 0 { text += ", " }
            text += member.name + ": "
            let isSecret = SecretName.isSecret(member.name) || isNamedSecret && isValue(member.name)
            append(isSecret ? .string(mask) : member.value, to: &text)
        }
        text += "}"
    }

    /// Whether the members say that a value among them is a secret: `{"name": "api_key", "value": "…"}`.
    private static func namesSecret(_ members: [JSONMember]) -> Bool {
        members.contains { member in
            guard ["name", "key", "id", "field", "parameter", "param", "variable"].contains(member.name.lowercased()),
                case .string(let text) = member.value
            else { return false }
            return SecretName.isSecret(text)
        }
    }

    private static func isValue(_ name: String) -> Bool {
        ["value", "default", "val", "current", "content", "data", "text"].contains(name.lowercased())
    }
}
