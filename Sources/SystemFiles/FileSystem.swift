import Glibc

/// Files and folders through POSIX, without Foundation: paths are strings, contents are bytes.
///
/// Paths with a NUL byte are refused with `EINVAL`, because C would cut them short and touch another file.
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
        var status = stat()
        guard unsafe stat(path, &status) == 0 else { return nil }
        return kind(mode: status.st_mode)
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
