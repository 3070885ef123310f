import NativeShims

/// A strict JSON document parsed by simdjson, as a list of nodes in the order of the document.
///
/// What simdjson refuses gives nil without a place: whoever wants to say where parses again with a slower parser.
public struct JSONTape: Sendable {
    /// One node; containers say how many members follow.
    public enum Node: Equatable, Sendable {
        /// `null`.
        case null
        /// `true` or `false`.
        case bool(Bool)
        /// A number written without point and exponent that fits 64 bits.
        case integer(Int)
        /// Any other number.
        case number(Double)
        /// Text, unescaped.
        case string(String)
        /// So many values follow.
        case array(Int)
        /// So many pairs of a string and a value follow.
        case object(Int)
    }

    /// The nodes; the first is the root.
    public let nodes: [Node]

    /// Parses bytes; nil where they are not JSON or nest deeper than 256.
    ///
    /// - Parameter omitted: Members of the document's own object whose nodes are not made: what a reader never looks at
    ///   costs no more than parsing it.
    public init?(_ bytes: [UInt8], leavingOut omitted: [String] = []) {
        let document = unsafe bytes.withUnsafeBytes { raw in
            let start = unsafe raw.baseAddress?.assumingMemoryBound(to: CChar.self)
            return unsafe omitted.joined(separator: "\n").withCString {
                unsafe tearsheet_json_parse(start, raw.count, $0)
            }
        }
        guard let document = unsafe document else { return nil }
        defer { unsafe tearsheet_json_free(document) }
        nodes = unsafe Self.nodes(of: document)
    }

    private static func nodes(of document: OpaquePointer) -> [Node] {
        var count = 0
        var length = 0
        let start = unsafe tearsheet_json_nodes(document, &count)
        let text = unsafe tearsheet_json_text(document, &length)
        let characters = unsafe UnsafeRawBufferPointer(start: text, count: length)
        return unsafe UnsafeBufferPointer(start: start, count: count).map { node in
            switch TearsheetJSONKind(node.kind) {
            case TEARSHEET_JSON_FALSE: .bool(false)
            case TEARSHEET_JSON_TRUE: .bool(true)
            case TEARSHEET_JSON_INTEGER: .integer(Int(Int64(bitPattern: node.payload)))
            case TEARSHEET_JSON_NUMBER: .number(Double(bitPattern: node.payload))
            case TEARSHEET_JSON_STRING:
                unsafe .string(
                    String(decoding: characters[Int(node.payload)..<Int(node.payload) + Int(node.count)], as: UTF8.self)
                )
            case TEARSHEET_JSON_ARRAY: .array(Int(node.count))
            case TEARSHEET_JSON_OBJECT: .object(Int(node.count))
            default: .null
            }
        }
    }
}
