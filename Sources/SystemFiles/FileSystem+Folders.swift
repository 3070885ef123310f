import Glibc

extension FileSystem {
    /// The names in a folder, without `.` and `..`, sorted by their bytes and so the same on every machine.
    public static func listDirectory(_ path: String) throws(FileError) -> [String] {
        try check(path, .list)
        guard let folder = unsafe PathText.withPath(path, { unsafe opendir($0) }) else {
            throw FileError(.list, path, code: errno)
        }
        defer { _ = unsafe closedir(folder) }
        var names = [String]()
        errno = 0
        while let entry = unsafe readdir(folder) {
            let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { tuple in
                unsafe tuple.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe PathText.path(of: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
            errno = 0
        }
        if errno != 0 { throw FileError(.list, path, code: errno) }
        return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    /// Makes a folder and every missing folder above it; nothing happens when it is there.
    ///
    /// A plain file in the way throws `EEXIST` for itself, `ENOTDIR` when it stands above.
    public static func createDirectories(_ path: String) throws(FileError) {
        try check(path, .createFolder)
        if path.isEmpty || kind(of: path) == .directory { return }
        let above = parent(of: path)
        if above != path, kind(of: above) == nil { try createDirectories(above) }
        guard unsafe PathText.withPath(path, { unsafe mkdir($0, 0o777) }) != 0 else { return }
        let failure = errno
        // Another worker may have made it between the look and the call.
        if failure == EEXIST, kind(of: path) == .directory { return }
        throw FileError(.createFolder, path, code: failure)
    }
}
