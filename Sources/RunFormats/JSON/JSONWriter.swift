import Formatting

/// Writes JSON documents, two spaces a level, members in their order.
public enum JSONWriter {
    /// The document as text, without a line break at its end. NaN and infinities have no JSON form and become `null`.
    public static func text(_ value: JSONValue) -> String {
        var text = ""
        write(value, indent: "", to: &text)
        return text
    }

    private static func write(_ value: JSONValue, indent: String, to text: inout String) {
        switch value {
        case .null: text += "null"
        case .bool(let flag): text += flag ? "true" : "false"
        case .integer(let number): text += String(number)
        case .number(let number): text += SignificantDigits.json(number)
        case .string(let string): quote(string, to: &text)
        case .array(let values):
            writeMembers(values.map { (nil, $0) }, brackets: ("[", "]"), indent: indent, to: &text)
        case .object(let members):
            writeMembers(members.map { ($0.name, $0.value) }, brackets: ("{", "}"), indent: indent, to: &text)
        }
    }

    private static func writeMembers(
        _ members: [(String?, JSONValue)], brackets: (String, String), indent: String, to text: inout String
    ) {
        guard !members.isEmpty else { return text += brackets.0 + brackets.1 }
        text += brackets.0
        for (index, (name, value)) in members.enumerated() {
            text += (index == 0 ? "\n" : ",\n") + indent + "  "
            if let name {
                quote(name, to: &text)
                text += ": "
            }
            write(value, indent: indent + "  ", to: &text)
        }
        text += "\n" + indent + brackets.1
    }

    private static func quote(_ string: String, to text: inout String) {
        text += "\""
        for scalar in string.unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\n": text += "\\n"
            case "\r": text += "\\r"
            case "\t": text += "\\t"
            case "\u{0}"..<" ": text += "\\u00" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16)
            default: text.unicodeScalars.append(scalar)
            }
        }
        text += "\""
    }
}
