import NativeShims

/// A strict JSON document parsed by simdjson, whose nodes are taken one by one in the order of the document.
///
/// What simdjson refuses gives nil without a place: whoever wants to say where parses again with a slower parser.
@safe public final class JSONTape {
    private let document: OpaquePointer

    /// Parses bytes; nil where they are not JSON or nest deeper than 256.
    public init?(_ bytes: [UInt8]) {
        let parsed = unsafe bytes.withUnsafeBytes { raw in
            unsafe tearsheet_json_parse(raw.baseAddress?.assumingMemoryBound(to: CChar.self), raw.count)
        }
        guard let parsed = unsafe parsed else { return nil }
        unsafe document = parsed
    }

    deinit { unsafe tearsheet_json_free(document) }

    /// The nodes from the first on.
    public var nodes: JSONNodes {
        unsafe JSONNodes(self, words: tearsheet_json_tape(document), texts: tearsheet_json_texts(document))
    }
}

/// The nodes of a document, read from the words of simdjson's tape (its doc/tape.md): the upper byte of a word is a letter
/// that says what the rest is.
@safe public struct JSONNodes {
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

    /// Owns the words and texts.
    private let tape: JSONTape
    @usableFromInline let words: UnsafePointer<UInt64>
    @usableFromInline let texts: UnsafePointer<UInt8>
    /// The word that comes next: the first is the root's, and what stands behind the last is a root's too.
    @usableFromInline var index = 1

    fileprivate init(_ tape: JSONTape, words: UnsafePointer<UInt64>, texts: UnsafePointer<UInt8>) {
        self.tape = tape
        unsafe self.words = words
        unsafe self.texts = texts
    }

    /// The next node; behind the last one there are ends.
    @inlinable
    public mutating func next() -> Node {
        let word = unsafe words[index]
        index += 1
        let payload = word & 0x00FF_FFFF_FFFF_FFFF
        switch UInt8(word >> 56) {
        case UInt8(ascii: "\""): return .string(text(at: payload))
        case UInt8(ascii: "d"): return .number(Double(bitPattern: number()))
        case UInt8(ascii: "l"): return .integer(Int(Int64(bitPattern: number())))
        // Whole numbers beyond 63 bits are numbers.
        case UInt8(ascii: "u"): return .number(Double(number()))
        case UInt8(ascii: "["): return .array(Int(payload >> 32))
        case UInt8(ascii: "{"): return .object(Int(payload >> 32))
        case UInt8(ascii: "]"), UInt8(ascii: "}"): return .end
        case UInt8(ascii: "t"): return .bool(true)
        case UInt8(ascii: "f"): return .bool(false)
        case UInt8(ascii: "n"): return .null
        default:
            index -= 1
            return .end
        }
    }

    /// Passes over the value that comes next with all that is in it.
    public mutating func skip() {
        let word = unsafe words[index]
        switch UInt8(word >> 56) {
        // Containers know the word behind their end.
        case UInt8(ascii: "["), UInt8(ascii: "{"): index = Int(word & 0xFFFF_FFFF)
        case UInt8(ascii: "d"), UInt8(ascii: "l"), UInt8(ascii: "u"): index += 2
        case UInt8(ascii: "r"): break
        default: index += 1
        }
    }

    /// The number of a node stands in a word of its own.
    @inlinable
    mutating func number() -> UInt64 {
        index += 1
        return unsafe words[index - 1]
    }

    @inlinable
    func text(at offset: UInt64) -> String {
        let start = unsafe UnsafeRawPointer(texts).advanced(by: Int(offset))
        let count = unsafe Int(start.loadUnaligned(as: UInt32.self))
        let bytes = unsafe UnsafeRawBufferPointer(start: start.advanced(by: 4), count: count)
        return unsafe String(decoding: bytes, as: UTF8.self)
    }
}
