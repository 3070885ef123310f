import Formatting
import RunModel

/// Parameters of a run as text, with secrets masked (REQUIREMENTS L7).
enum ParameterText {
    /// What stands for a secret.
    static let mask = "•••"

    /// One parameter per leaf of a JSON value, dotted where it nests, in the order of the file.
    static func flattened(_ member: JSONMember, prefix: String) -> [RunParameter] {
        let name = prefix + member.name
        if isSecret(member.name) { return [RunParameter(name: name, value: mask)] }
        guard case .object(let members) = member.value else { return [parameter(name, text(member.value))] }
        return members.flatMap { flattened($0, prefix: name + ".") }
    }

    /// A parameter whose value is masked where its name or the value itself holds a secret.
    static func parameter(_ name: String, _ value: String) -> RunParameter {
        RunParameter(name: name, value: isSecret(name) ? mask : withoutCredentials(value))
    }

    private static func text(_ value: JSONValue) -> String {
        switch value {
        case .null: "null"
        case .bool(let flag): flag ? "true" : "false"
        case .integer(let number): String(number)
        case .number(let number): number.isFinite ? SignificantDigits.json(number) : "\(number)"
        case .string(let text): text
        case .array(let values): "[" + values.map(text).joined(separator: ", ") + "]"
        case .object(let members):
            "{"
                + members.map { parameter($0.name, text($0.value)) }.map { $0.name + ": " + $0.value }
                .joined(separator: ", ") + "}"
        }
    }

    private static let secretParts = [
        "token", "secret", "passw", "pwd", "apikey", "credential", "privatekey", "passphrase", "mnemonic", "bearer",
    ]

    /// Whether a name is that of a secret: it holds `token`, `secret`, `password` or the like anywhere, or one of its
    /// words ends in `key`. Rather a turkey masked than a key printed.
    static func isSecret(_ name: String) -> Bool {
        let letters = name.lowercased().filter { $0.isLetter || $0.isNumber }
        if secretParts.contains(where: { letters.contains($0) }) { return true }
        return words(of: name).contains { $0.hasSuffix("key") || $0.hasSuffix("keys") || $0 == "auth" }
    }

    /// `maxKeyRate_2` → `max`, `key`, `rate`, `2`.
    private static func words(of name: String) -> [String] {
        var words = [String]()
        var word = ""
        var previousIsSmall = false
        for character in name {
            let isPart = character.isLetter || character.isNumber
            if !isPart || (character.isUppercase && previousIsSmall) {
                words.append(word)
                word = ""
            }
            if isPart { word += character.lowercased() }
            previousIsSmall = character.isLowercase
        }
        return words + [word]
    }

    /// `https://user:pass@host` → `https://•••@host`.
    static func withoutCredentials(_ value: String) -> String {
        guard let scheme = value.firstRange(of: "://") else { return value }
        let rest = value[scheme.upperBound...]
        let host = rest.prefix { $0 != "/" && $0 != " " }
        guard let at = host.lastIndex(of: "@") else { return value }
        return value[..<scheme.upperBound] + mask + rest[at...]
    }
}
