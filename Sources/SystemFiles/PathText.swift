import Glibc

/// Paths between the system, for which a name is bytes, and Swift, for which it is text.
///
/// A byte that is not UTF-8 becomes one scalar of U+EF80…U+EFFF (MirBSD's way), and so do the bytes of a name that has
/// these scalars itself: every name comes back as it was, and text that is UTF-8 is itself.
public enum PathText {
    /// The path of the system's bytes.
    public static func path(decoding bytes: [UInt8]) -> String {
        if let text = String(validating: bytes, as: UTF8.self), !text.unicodeScalars.contains(where: isEscape) {
            return text
        }
        var path = String.UnicodeScalarView()
        var index = 0
        while index < bytes.count {
            if let scalar = scalar(in: bytes, at: index), !isEscape(scalar) {
                path.append(scalar)
                index += UTF8.width(scalar)
            } else {
                path.append(escape(bytes[index]))
                index += 1
            }
        }
        return String(path)
    }

    /// The system's bytes of a path.
    public static func bytes(of path: String) -> [UInt8] {
        // U+E000…U+EFFF begin with EE, nothing else does.
        guard path.utf8.contains(0xEE) else { return Array(path.utf8) }
        var bytes: [UInt8] = []
        for scalar in path.unicodeScalars {
            if isEscape(scalar) {
                bytes.append(UInt8(truncatingIfNeeded: scalar.value))
            } else {
                bytes.append(contentsOf: String(scalar).utf8)
            }
        }
        return bytes
    }

    /// The path for people: U+FFFD for each byte that is no text.
    public static func shown(_ path: String) -> String {
        guard path.utf8.contains(0xEE) else { return path }
        return String(decoding: bytes(of: path), as: UTF8.self)
    }

    /// Calls C with the path.
    static func withPath<Result>(_ path: String, _ body: (UnsafePointer<CChar>) -> Result) -> Result {
        guard path.utf8.contains(0xEE) else { return unsafe path.withCString { unsafe body($0) } }
        let characters = bytes(of: path).map { CChar(bitPattern: $0) } + [0]
        return unsafe characters.withUnsafeBufferPointer { buffer in
            guard let start = buffer.baseAddress else { return unsafe "".withCString { unsafe body($0) } }
            return unsafe body(start)
        }
    }

    /// The path in a C string.
    static func path(of text: UnsafePointer<CChar>) -> String {
        unsafe path(decoding: UnsafeBufferPointer(start: text, count: strlen(text)).map { UInt8(bitPattern: $0) })
    }

    private static func isEscape(_ scalar: Unicode.Scalar) -> Bool { (0xEF80...0xEFFF).contains(scalar.value) }

    private static func escape(_ byte: UInt8) -> Unicode.Scalar { Unicode.Scalar(0xEF00 + UInt32(byte)) ?? "\u{FFFD}" }

    private static func scalar(in bytes: [UInt8], at index: Int) -> Unicode.Scalar? {
        let width =
            switch bytes[index] {
            case 0..<0x80: 1
            case 0xC2..<0xE0: 2
            case 0xE0..<0xF0: 3
            case 0xF0..<0xF5: 4
            default: 0
            }
        guard width > 0, index + width <= bytes.count else { return nil }
        return String(validating: bytes[index..<index + width], as: UTF8.self)?.unicodeScalars.first
    }
}
