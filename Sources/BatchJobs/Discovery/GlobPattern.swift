import SystemFiles

/// A pattern of paths: `*` and `?` within a name, `[abc]` and `[!a-z]`, and `**` for any number of folders.
///
/// A leading dot is matched by a dot alone, so hidden files stay out.
public struct GlobPattern: Sendable, Equatable {
    /// The part that has no wildcard: where a search begins. `.` for the current folder, `/` for the root.
    public let base: String
    private let parts: [[UInt8]]

    /// A pattern; nil for a text without wildcards.
    public init?(_ text: String) {
        guard text.utf8.contains(where: Self.isWildcard) else { return nil }
        let names = text.split(separator: "/", omittingEmptySubsequences: true).map(String.init)
        let fixed = names.prefix { !$0.utf8.contains(where: Self.isWildcard) }
        let start = fixed.joined(separator: "/")
        base = text.hasPrefix("/") ? "/" + start : start.isEmpty ? "." : start
        parts = names.dropFirst(fixed.count).map { PathText.bytes(of: $0) }
    }

    private static func isWildcard(_ byte: UInt8) -> Bool { "*?[".utf8.contains(byte) }

    /// Whether the names below ``base`` fit the whole pattern.
    public func matches(_ names: [String]) -> Bool {
        Self.matches(names.map { PathText.bytes(of: $0) }[...], parts[...])
    }

    /// Whether something below a folder with these names below ``base`` may fit.
    public func mayMatch(below names: [String]) -> Bool {
        Self.mayMatch(names.map { PathText.bytes(of: $0) }[...], parts[...])
    }

    private static let anyFolders = Array("**".utf8)

    private static func matches(_ names: ArraySlice<[UInt8]>, _ parts: ArraySlice<[UInt8]>) -> Bool {
        guard let part = parts.first else { return names.isEmpty }
        if part == anyFolders {
            return matches(names, parts.dropFirst())
                || names.first.map { $0.first != dot && matches(names.dropFirst(), parts) } ?? false
        }
        guard let name = names.first, fits(name[...], part[...]) else { return false }
        return matches(names.dropFirst(), parts.dropFirst())
    }

    private static func mayMatch(_ names: ArraySlice<[UInt8]>, _ parts: ArraySlice<[UInt8]>) -> Bool {
        guard let name = names.first else { return !parts.isEmpty }
        guard let part = parts.first else { return false }
        if part == anyFolders {
            return name.first != dot && mayMatch(names.dropFirst(), parts) || mayMatch(names, parts.dropFirst())
        }
        return fits(name[...], part[...]) && mayMatch(names.dropFirst(), parts.dropFirst())
    }

    private static let dot = UInt8(ascii: ".")

    private static func fits(_ name: ArraySlice<UInt8>, _ part: ArraySlice<UInt8>) -> Bool {
        if name.first == dot, part.first != dot { return false }
        return NameMatch(name: Array(name), pattern: Array(part)).isMatch
    }
}

/// One name against one pattern. In proportion to the product of their lengths: stars go back to the last one only.
struct NameMatch {
    let name: [UInt8]
    let pattern: [UInt8]

    /// Whether a name fits a pattern such as `*.tmp`; one without wildcards is a name.
    static func fits(_ name: String, _ pattern: String) -> Bool {
        NameMatch(name: PathText.bytes(of: name), pattern: PathText.bytes(of: pattern)).isMatch
    }

    var isMatch: Bool {
        var (at, place) = (0, 0)
        var star: (pattern: Int, name: Int)?
        while at < name.count {
            if place < pattern.count, pattern[place] == UInt8(ascii: "*") {
                star = (place, at)
                place += 1
            } else if let next = step(name[at], place) {
                (at, place) = (at + 1, next)
            } else if let back = star {
                star = (back.pattern, back.name + 1)
                (at, place) = (back.name + 1, back.pattern + 1)
            } else {
                return false
            }
        }
        return pattern[place...].allSatisfy { $0 == UInt8(ascii: "*") }
    }

    /// The place behind what one byte fits; nil where it does not.
    private func step(_ byte: UInt8, _ place: Int) -> Int? {
        guard place < pattern.count else { return nil }
        switch pattern[place] {
        case UInt8(ascii: "?"): return place + 1
        case UInt8(ascii: "["): return set(byte, place)
        default: return pattern[place] == byte ? place + 1 : nil
        }
    }

    /// `[abc]`, `[a-z]`, `[!a-z]`; a bracket without its end stands for itself.
    private func set(_ byte: UInt8, _ place: Int) -> Int? {
        var index = place + 1
        let isNegated =
            index < pattern.count && (pattern[index] == UInt8(ascii: "!") || pattern[index] == UInt8(ascii: "^"))
        if isNegated { index += 1 }
        let first = index
        var isIn = false
        while index < pattern.count, pattern[index] != UInt8(ascii: "]") || index == first {
            let low = pattern[index]
            if index + 2 < pattern.count, pattern[index + 1] == UInt8(ascii: "-"),
                pattern[index + 2] != UInt8(ascii: "]")
            {
                if low <= byte, byte <= pattern[index + 2] { isIn = true }
                index += 3
            } else {
                if low == byte { isIn = true }
                index += 1
            }
        }
        guard index < pattern.count else { return byte == UInt8(ascii: "[") ? place + 1 : nil }
        return isIn != isNegated ? index + 1 : nil
    }
}
