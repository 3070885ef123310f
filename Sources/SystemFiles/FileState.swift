import Glibc

/// What can be seen of a file without reading it: another state means that it was written, replaced or removed.
public struct FileState: Equatable, Sendable {
    private let identity: FileIdentity
    private let size: Int64
    private let seconds: Int
    private let nanoseconds: Int

    /// The state of what stands at a path after following links; nil where nothing does.
    ///
    /// A folder's changes when a name in it is made, replaced or removed.
    public init?(of path: String) {
        guard let status = FileSystem.status(of: path) else { return nil }
        identity = FileIdentity(status)
        size = Int64(status.st_size)
        seconds = status.st_mtim.tv_sec
        nanoseconds = status.st_mtim.tv_nsec
    }
}
