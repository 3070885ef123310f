/// A JSON document as a value; objects keep the order of the file.
public enum JSONValue: Equatable, Sendable {
    /// `null`.
    case null
    /// `true` or `false`.
    case bool(Bool)
    /// A number written without point and exponent that fits 64 bits.
    case integer(Int)
    /// Any other number; NaN and the infinities where a writer used those tokens.
    case number(Double)
    /// Text.
    case string(String)
    /// Values in order.
    case array([JSONValue])
    /// Members in order; a name may come twice, the last one counts.
    case object([JSONMember])

    /// The value of the last member of that name; nil where there is none or this is no object.
    public subscript(name: String) -> JSONValue? {
        guard case .object(let members) = self else { return nil }
        return members.last { $0.name == name }?.value
    }

    /// What a message calls this kind of value: `a number`, `text`.
    public var kindName: String {
        switch self {
        case .null: "null"
        case .bool: "true or false"
        case .number(let value) where value.isNaN: "NaN"
        case .number(let value) where value.isInfinite: value > 0 ? "Infinity" : "-Infinity"
        case .integer, .number: "a number"
        case .string: "text"
        case .array: "a list"
        case .object: "an object"
        }
    }
}

/// One name and value of a JSON object.
public struct JSONMember: Equatable, Sendable {
    /// The name, unescaped.
    public var name: String
    /// The value.
    public var value: JSONValue

    /// A member.
    public init(_ name: String, _ value: JSONValue) {
        self.name = name
        self.value = value
    }
}
