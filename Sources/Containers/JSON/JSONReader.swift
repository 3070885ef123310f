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
        if let tape = JSONTape(bytes) {
            var nodes = tape.nodes
            return value(of: nodes.next(), &nodes, leavingOut: omitted)
        }
        var parser = JSONParser(bytes)
        return try parser.document()
    }

    /// The value that begins with a node. Depth was bounded when the document was parsed.
    private static func value(
        of node: JSONNodes.Node, _ nodes: inout JSONNodes, leavingOut omitted: [String] = []
    ) -> JSONValue {
        switch node {
        case .null, .end: .null
        case .bool(let value): .bool(value)
        case .integer(let value): .integer(value)
        case .number(let value): .number(value)
        case .string(let value): .string(value)
        case .array(let count): .array(values(count, &nodes))
        case .object(let count): .object(members(count, &nodes, leavingOut: omitted))
        }
    }

    private static func values(_ count: Int, _ nodes: inout JSONNodes) -> [JSONValue] {
        var values = [JSONValue]()
        values.reserveCapacity(count)
        while true {
            let node = nodes.next()
            if case .end = node { return values }
            values.append(value(of: node, &nodes))
        }
    }

    private static func members(
        _ count: Int, _ nodes: inout JSONNodes, leavingOut omitted: [String]
    ) -> [JSONMember] {
        var members = [JSONMember]()
        members.reserveCapacity(count)
        while case .string(let name) = nodes.next() {
            if !omitted.isEmpty, omitted.contains(name) {
                nodes.skip()
            } else {
                members.append(JSONMember(name, value(of: nodes.next(), &nodes)))
            }
        }
        return members
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
