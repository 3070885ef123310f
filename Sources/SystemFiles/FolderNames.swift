import Glibc
import Synchronization

/// The names of the plain files of a folder, kept of the folder that was asked for last: thousands of runs lie in one
/// folder, and each is looked at beside all others.
///
/// A folder that has changed since, by its own time of change, is listed again.
public enum FolderNames {
    private struct Listing: Sendable {
        var folder: String
        var change: Change
        var names: [String]
    }

    private struct Change: Equatable, Sendable {
        var device: UInt64
        var number: UInt64
        var seconds: Int
        var nanoseconds: Int
    }

    private static let last = Mutex<Listing?>(nil)

    /// Plain files and links to them, sorted by their bytes; none where the folder cannot be listed.
    public static func plain(in folder: String) -> [String] {
        guard let change = change(of: folder) else { return [] }
        if let known = last.withLock({ $0 }), known.folder == folder, known.change == change { return known.names }
        let names = list(folder)
        last.withLock { $0 = Listing(folder: folder, change: change, names: names) }
        return names
    }

    private static func change(of folder: String) -> Change? {
        FileSystem.status(of: folder).map { status in
            Change(
                device: UInt64(status.st_dev), number: UInt64(status.st_ino), seconds: status.st_mtim.tv_sec,
                nanoseconds: status.st_mtim.tv_nsec)
        }
    }

    private static func list(_ folder: String) -> [String] {
        guard !folder.utf8.contains(0), let stream = unsafe PathText.withPath(folder, { unsafe opendir($0) }) else {
            return []
        }
        defer { _ = unsafe closedir(stream) }
        var names: [String] = []
        while let entry = unsafe readdir(stream) {
            let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { tuple in
                unsafe tuple.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe PathText.path(of: $0) }
            }
            // Most file systems tell what a name is, which saves a look at each.
            switch Int(unsafe entry.pointee.d_type) {
            case Int(DT_REG): names.append(name)
            case Int(DT_LNK), Int(DT_UNKNOWN):
                if FileSystem.kind(of: FileSystem.join(folder, name)) == .regular { names.append(name) }
            default: break
            }
        }
        return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
}
