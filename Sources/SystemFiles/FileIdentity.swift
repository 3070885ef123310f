import Glibc

/// Which file it is, whatever its name: device and number on the device.
public struct FileIdentity: Hashable, Sendable {
    let device: UInt64
    let number: UInt64

    init(_ status: stat) {
        device = UInt64(truncatingIfNeeded: status.st_dev)
        number = UInt64(truncatingIfNeeded: status.st_ino)
    }

    /// The file at a path after following links; nil where nothing can be looked at.
    public init?(at path: String) {
        guard let status = FileSystem.status(of: path) else { return nil }
        self.init(status)
    }

    /// The file behind one of the process's own descriptors.
    init?(descriptor: Int32) {
        var status = stat()
        guard unsafe fstat(descriptor, &status) == 0 else { return nil }
        self.init(status)
    }
}

/// Files that a command reads, which none of its outputs may replace, by whatever name they are reached.
public struct ProtectedFiles: Sendable {
    private var paths: [FileIdentity: String] = [:]

    /// None yet.
    public init() {}

    /// Protects the file at a path; pipes and devices lose nothing when they are written to.
    public mutating func insert(_ path: String) {
        guard FileSystem.kind(of: path) == .regular, let identity = FileIdentity(at: path) else { return }
        if paths[identity] == nil { paths[identity] = path }
    }

    /// Protects several files.
    public mutating func insert(_ paths: [String]) { for path in paths { insert(path) } }

    /// The protected file that stands at a path, by the name under which it is read; nil for any other file.
    public func input(at path: String) -> String? {
        FileIdentity(at: path).flatMap(name)
    }

    /// The protected file that standard output was redirected to.
    public func inputBehindStandardOutput() -> String? {
        FileIdentity(descriptor: STDOUT_FILENO).flatMap(name)
    }

    /// The number of a file that is gone serves the next one, so the name must still lead to it.
    private func name(_ identity: FileIdentity) -> String? {
        paths[identity].flatMap { FileIdentity(at: $0) == identity ? $0 : nil }
    }
}
