/// The names of members in a JSON document, found without building its values: strings and brackets are stepped over.
///
/// Takes one pass over the bytes and memory for the names alone. What is no JSON has no names, or those until there; the
/// reader of the whole document says what is wrong with it.
public enum JSONOutline {
    /// The names of the members of the object that a path of names leads to, from the document's own object; nil where
    /// there is none.
    public static func names(at path: [String], in bytes: [UInt8]) -> [String]? {
        var walker = Walker(bytes: bytes)
        return walker.names(path[...])
    }

    private struct Walker {
        let bytes: [UInt8]
        var position = 0

        /// The names at a path below the value that begins here.
        mutating func names(_ path: ArraySlice<String>) -> [String]? {
            guard skip(UInt8(ascii: "{")) else { return nil }
            var names = [String]()
            while let name = string(), skip(UInt8(ascii: ":")) {
                if path.isEmpty {
                    names.append(name)
                } else if name == path.first {
                    return self.names(path.dropFirst())
                }
                skipValue()
                guard skip(UInt8(ascii: ",")) else { break }
            }
            return path.isEmpty ? names : nil
        }

        /// Moves over white space and the byte, if that comes next.
        private mutating func skip(_ byte: UInt8) -> Bool {
            skipSpace()
            guard position < bytes.count, bytes[position] == byte else { return false }
            position += 1
            return true
        }

        private mutating func skipSpace() {
            while position < bytes.count, bytes[position] <= 0x20 { position += 1 }
        }

        /// The string that begins here.
        private mutating func string() -> String? {
            skipSpace()
            let start = position
            guard skipString() else { return nil }
            let quoted = Array(bytes[start..<position])
            if case .string(let text)? = try? JSONReader.parse(quoted) { return text }
            return nil
        }

        private mutating func skipString() -> Bool {
            guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") else { return false }
            position += 1
            while position < bytes.count {
                let byte = bytes[position]
                position += byte == UInt8(ascii: "\\") ? 2 : 1
                if byte == UInt8(ascii: "\"") { return true }
            }
            position = min(position, bytes.count)
            return false
        }

        /// Moves behind a value: to the comma or bracket that is not inside it.
        private mutating func skipValue() {
            var depth = 0
            while position < bytes.count {
                switch bytes[position] {
                case UInt8(ascii: "\""):
                    if !skipString() { return }
                    continue
                case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
                case UInt8(ascii: "}"), UInt8(ascii: "]"):
                    if depth == 0 { return }
                    depth -= 1
                case UInt8(ascii: ",") where depth == 0: return
                default: break
                }
                position += 1
            }
        }
    }
}
