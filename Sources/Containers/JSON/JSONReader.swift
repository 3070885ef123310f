import NativeCodecs

/// Reads JSON documents: simdjson for the usual strict ones, our own parser for what it refuses.
///
/// The own parser accepts the tokens `NaN`, `Infinity` and `-Infinity`, which Python's and other writers put into their
/// files, and says at which byte a broken document breaks. A byte-order mark at the start is skipped. Documents nest at
/// most 256 levels.
public enum JSONReader {
    /// The deepest nesting of arrays and objects.
    public static let maximumDepth = 256

    /// The document's value; throws ``JSONError`` with the byte where it stops being JSON.
    ///
    /// - Parameter omitted: Members of the document's own object that the caller never looks at; they may be left out of the
    ///   value.
    public static func parse(_ bytes: [UInt8], leavingOut omitted: [String] = []) throws(JSONError) -> JSONValue {
        if let tape = JSONTape(bytes, leavingOut: omitted) {
            var position = 0
            return value(of: tape.nodes, &position)
        }
        var parser = JSONParser(bytes)
        return try parser.document()
    }

    /// Rebuilds the value at `position` and moves behind it. Depth was bounded when the tape was made.
    private static func value(of nodes: [JSONTape.Node], _ position: inout Int) -> JSONValue {
        let node = nodes[position]
        position += 1
        switch node {
        case .null: return .null
        case .bool(let value): return .bool(value)
        case .integer(let value): return .integer(value)
        case .number(let value): return .number(value)
        case .string(let value): return .string(value)
        case .array(let count):
            return .array((0..<count).map { _ in value(of: nodes, &position) })
        case .object(let count):
            return .object((0..<count).map { _ in member(of: nodes, &position) })
        }
    }

    private static func member(of nodes: [JSONTape.Node], _ position: inout Int) -> JSONMember {
        guard case .string(let name) = nodes[position] else {
            preconditionFailure("the tape writes a string before every member")
        }
        position += 1
        return JSONMember(name, value(of: nodes, &position))
    }
}

/// Where and why bytes are not JSON.
public struct JSONError: Error, Equatable, Sendable {
    /// 0-based byte of the first thing that does not fit.
    public var byte: Int
    /// What was expected there: `expected ',' or '}' in an object`.
    public var fact: String

    /// `byte 17: expected ':' after a member's name`.
    public var message: String { "byte \(byte): \(fact)" }
}
