import NativeShims

/// TOML 1.0, read by toml++ and handed on as JSON text, so that one reader of values serves both.
public enum TOMLText {
    /// The first mistake in a document.
    public struct Mistake: Error, Equatable, Sendable {
        /// In words, as toml++ says it.
        public let fact: String
        /// 1-based line.
        public let line: Int
        /// 1-based column.
        public let column: Int
    }

    /// The document as JSON bytes. Dates become strings.
    public static func json(from toml: [UInt8]) throws(Mistake) -> [UInt8] {
        let document = unsafe toml.withUnsafeBytes { raw in
            let start = unsafe raw.baseAddress?.assumingMemoryBound(to: CChar.self)
            return unsafe tearsheet_toml_to_json(start, raw.count)
        }
        defer { unsafe tearsheet_toml_free(document) }
        let bytes = unsafe Array(UnsafeRawBufferPointer(start: document.text, count: document.length))
        guard unsafe document.line == 0 else {
            let place = unsafe (Int(document.line), Int(document.column))
            throw Mistake(fact: String(decoding: bytes, as: UTF8.self), line: place.0, column: place.1)
        }
        return bytes
    }
}
