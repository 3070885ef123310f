import Glibc

extension FileSystem {
    /// The folder that relative paths start from; `.` when it has been removed.
    public static var currentDirectory: String {
        guard let text = unsafe getcwd(nil, 0) else { return "." }
        defer { unsafe free(text) }
        return unsafe PathText.path(of: text)
    }

    /// The path from the root, without `.` and `..`; symbolic links are left alone.
    public static func absolutePath(_ path: String) -> String {
        normalised(path.utf8.first == slash ? path : join(currentDirectory, path))
    }

    /// The path without empty parts, `.`, and such `..` as the text itself resolves: `a//b/../c/.` is `a/c`.
    ///
    /// Works on the text alone; where `b` is a link the result may be another place. The empty path is `.`.
    public static func normalised(_ path: String) -> String {
        let isAbsolute = path.utf8.first == slash
        var parts = [Substring]()
        for part in path.split(separator: "/") where part != "." {
            if part != ".." {
                parts.append(part)
            } else if let last = parts.last, last != ".." {
                parts.removeLast()
            } else if !isAbsolute {
                parts.append(part)
            }
        }
        let text = parts.joined(separator: "/")
        return isAbsolute ? "/" + text : text.isEmpty ? "." : text
    }

    /// The real path from the root after following every link; throws when something on the way is missing.
    public static func resolveSymlinks(_ path: String) throws(FileError) -> String {
        try check(path, .resolve)
        guard let real = realPath(path) else { throw FileError(.resolve, path, code: errno) }
        return real
    }

    /// Two parts with one slash between them; an absolute second part stands alone.
    public static func join(_ folder: String, _ name: String) -> String {
        if folder.isEmpty || name.utf8.first == slash { return name }
        return folder.utf8.last == slash ? folder + name : folder + "/" + name
    }

    /// The folder that holds the last part: `a/b.csv` → `a`, `b.csv` → `.`, `/b` → `/`, `/` → `/`.
    public static func parent(of path: String) -> String {
        let trimmed = withoutTrailingSlashes(path)
        guard let last = trimmed.lastIndex(of: "/") else { return trimmed == "/" ? "/" : "." }
        let above = withoutTrailingSlashes(String(trimmed[..<last]))
        return above.isEmpty ? "/" : above
    }

    /// The last part: `a/b.csv` → `b.csv`, `a/b/` → `b`.
    public static func name(of path: String) -> String {
        let trimmed = withoutTrailingSlashes(path)
        guard trimmed != "/", let last = trimmed.lastIndex(of: "/") else { return trimmed }
        return String(trimmed[trimmed.index(after: last)...])
    }

    /// The lower-case ending after the last dot of the name: `a/b.CSV` → `csv`; empty without one and for `.hidden`.
    public static func fileExtension(of path: String) -> String {
        let name = name(of: path)
        guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return "" }
        return name[name.index(after: dot)...].lowercased()
    }

    /// The name without its last ending: `a/b.tar.gz` → `b.tar`, `.hidden` → `.hidden`.
    public static func stem(of path: String) -> String {
        let name = name(of: path)
        guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return name }
        return String(name[..<dot])
    }

    static func realPath(_ path: String) -> String? {
        guard let text = unsafe PathText.withPath(path, { unsafe realpath($0, nil) }) else { return nil }
        defer { unsafe free(text) }
        return unsafe PathText.path(of: text)
    }

    private static let slash = UInt8(ascii: "/")

    private static func withoutTrailingSlashes(_ path: String) -> String {
        var rest = Substring(path)
        while rest.utf8.count > 1, rest.utf8.last == slash { rest.removeLast() }
        return String(rest)
    }
}
