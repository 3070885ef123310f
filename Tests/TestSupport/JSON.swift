import Foundation

/// A JSON value, for tests that look into what was written.
public enum JSON: Decodable, Equatable, Sendable {
    /// `null`.
    case null
    /// `true` or `false`.
    case bool(Bool)
    /// Any number.
    case number(Double)
    /// A text.
    case string(String)
    /// A list.
    case array([JSON])
    /// Members by name; their order is lost.
    case object([String: JSON])

    /// Reads a text strictly.
    public init(text: String) throws { self = try JSONDecoder().decode(JSON.self, from: Data(text.utf8)) }

    /// Reads one value.
    public init(from decoder: any Decoder) throws {
        let value = try decoder.singleValueContainer()
        if value.decodeNil() {
            self = .null
        } else if let number = try? value.decode(Double.self) {
            self = .number(number)
        } else if let text = try? value.decode(String.self) {
            self = .string(text)
        } else if let flag = try? value.decode(Bool.self) {
            self = .bool(flag)
        } else if let list = try? value.decode([JSON].self) {
            self = .array(list)
        } else {
            self = .object(try value.decode([String: JSON].self))
        }
    }

    /// A member of an object.
    public subscript(_ name: String) -> JSON? {
        if case .object(let members) = self { members[name] } else { nil }
    }

    /// The number, where it is one.
    public var number: Double? { if case .number(let number) = self { number } else { nil } }
    /// The text, where it is one.
    public var string: String? { if case .string(let text) = self { text } else { nil } }
    /// The elements, where it is a list.
    public var array: [JSON]? { if case .array(let list) = self { list } else { nil } }
    /// The members, where it is an object.
    public var object: [String: JSON]? { if case .object(let members) = self { members } else { nil } }
}
