import NativeShims

/// A strict JSON document parsed by simdjson, whose nodes are taken one by one in the order of the document.
///
/// What simdjson refuses gives nil without a place: whoever wants to say where parses again with a slower parser.
@safe public final class JSONTape {
    /// One node; containers say how many members follow, or fewer where there are millions.
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
        /// Values follow, and then the end.
        case array(Int)
        /// Pairs of a string and a value follow, and then the end.
        case object(Int)
        /// The end of an array or object, or of the document.
        case end
    }

    private let document: OpaquePointer
    private let text: UnsafeRawPointer?

    /// Parses bytes; nil where they are not JSON or nest deeper than 256.
    ///
    /// - Parameter omitted: Members of the document's own object whose nodes are passed over: what a reader never looks at
    ///   costs no more than parsing it.
    public init?(_ bytes: [UInt8], leavingOut omitted: [String] = []) {
        let parsed = unsafe bytes.withUnsafeBytes { raw in
            let start = unsafe raw.baseAddress?.assumingMemoryBound(to: CChar.self)
            return unsafe omitted.joined(separator: "\n").withCString {
                unsafe tearsheet_json_parse(start, raw.count, $0)
            }
        }
        guard let parsed = unsafe parsed else { return nil }
        unsafe document = parsed
        unsafe text = unsafe UnsafeRawPointer(tearsheet_json_text(parsed))
    }

    deinit { unsafe tearsheet_json_free(document) }

    /// The next node; behind the last one there are ends.
    public func next() -> Node {
        let node = unsafe tearsheet_json_next(document)
        switch TearsheetJSONKind(node.kind) {
        case TEARSHEET_JSON_FALSE: return .bool(false)
        case TEARSHEET_JSON_TRUE: return .bool(true)
        case TEARSHEET_JSON_INTEGER: return .integer(Int(Int64(bitPattern: node.payload)))
        case TEARSHEET_JSON_NUMBER: return .number(Double(bitPattern: node.payload))
        case TEARSHEET_JSON_STRING: return .string(string(node))
        case TEARSHEET_JSON_ARRAY: return .array(Int(node.count))
        case TEARSHEET_JSON_OBJECT: return .object(Int(node.count))
        case TEARSHEET_JSON_END: return .end
        default: return .null
        }
    }

    private func string(_ node: TearsheetJSONNode) -> String {
        let characters = unsafe UnsafeRawBufferPointer(
            start: text?.advanced(by: Int(node.payload)), count: Int(node.count))
        return unsafe String(decoding: characters, as: UTF8.self)
    }
}
