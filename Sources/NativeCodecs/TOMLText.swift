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

    /// Where a key or an element of a list stands.
    public struct Place: Equatable, Sendable {
        /// The keys from the top of the document, and the places in lists, from 0.
        public let way: [String]
        /// 1-based line.
        public let line: Int
        /// 1-based column.
        public let column: Int
    }

    /// Where everything stands; nothing for what is not TOML.
    public static func places(in toml: [UInt8]) -> [Place] {
        let document = unsafe toml.withUnsafeBytes { raw in
            let start = unsafe raw.baseAddress?.assumingMemoryBound(to: CChar.self)
            return unsafe tearsheet_toml_places(start, raw.count)
        }
        defer { unsafe tearsheet_toml_free(document) }
        let bytes = unsafe Array(UnsafeRawBufferPointer(start: document.text, count: document.length))
        return bytes.split(separator: 0x0A).compactMap { line in
            let parts = line.split(separator: UInt8(ascii: " "), maxSplits: 2, omittingEmptySubsequences: false)
            guard parts.count == 3, let row = number(parts[0]), let column = number(parts[1]) else { return nil }
            let way = parts[2].split(separator: 31, omittingEmptySubsequences: false).dropLast()
            return Place(way: way.map { String(decoding: $0, as: UTF8.self) }, line: row, column: column)
        }
    }

    private static func number(_ digits: ArraySlice<UInt8>) -> Int? { Int(String(decoding: digits, as: UTF8.self)) }

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
