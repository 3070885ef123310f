import Glibc

/// Files and folders through POSIX, without Foundation: paths are strings, contents are bytes.
///
/// A name that is not UTF-8 is kept as ``PathText`` says. Paths with a NUL byte are refused with `EINVAL`, because C would cut them short and touch another file.
public enum FileSystem {
    /// What stands at a path.
    public enum Kind: Equatable, Sendable {
        /// A plain file.
        case regular
        /// A folder.
        case directory
        /// A pipe, device or socket.
        case other
    }

    /// What stands at a path after following links; nil when nothing does or it cannot be looked at.
    public static func kind(of path: String) -> Kind? {
        guard !path.utf8.contains(0) else { return nil }
        return status(of: path).map { kind(mode: $0.st_mode) }
    }

    /// Whether this process may write into what stands at a path.
    public static func isWritable(_ path: String) -> Bool {
        guard !path.utf8.contains(0) else { return false }
        return unsafe PathText.withPath(path) { unsafe access($0, W_OK) } == 0
    }

    /// Whether the name itself is a symbolic link, whatever it leads to.
    public static func isLink(_ path: String) -> Bool {
        status(of: path, followingLinks: false).map { $0.st_mode & S_IFMT == S_IFLNK } ?? false
    }

    static func status(of path: String, followingLinks: Bool = true) -> stat? {
        guard !path.utf8.contains(0) else { return nil }
        var status = stat()
        let answer = unsafe PathText.withPath(path) { path in
            unsafe followingLinks ? stat(path, &status) : lstat(path, &status)
        }
        return answer == 0 ? status : nil
    }

    static func kind(mode: mode_t) -> Kind {
        switch mode & S_IFMT {
        case S_IFREG: .regular
        case S_IFDIR: .directory
        default: .other
        }
    }

    /// Throws `EINVAL` for a path that C would cut short.
    static func check(_ path: String, _ operation: FileError.Operation) throws(FileError) {
        if path.utf8.contains(0) { throw FileError(operation, path, code: EINVAL) }
    }
}
