import Glibc

extension FileSystem {
    /// Clears a folder of what killed processes of this host left in it, and completes the sets that they had begun to
    /// put in place. Files of processes that live, or of other hosts, are left alone; so is a folder that is not there.
    public static func recover(_ folder: String) {
        guard let names = try? listDirectory(folder) else { return }
        let dead = names.filter { ProcessMark.parse($0)?.mark.isDead == true }
        for name in dead where name.hasSuffix(".set") { complete(name, in: folder) }
        for name in dead { unlinkQuietly(join(folder, name)) }
    }

    /// Every temporary file of a set was whole before its list was written, so the renames that are missing can be made.
    private static func complete(_ list: String, in folder: String) {
        guard let bytes = try? readFile(join(folder, list), limit: 1 << 20), bytes.last == 0 else { return }
        let names = bytes.split(separator: 0).map { PathText.path(decoding: Array($0)) }
        guard names.count.isMultiple(of: 2), let mark = ProcessMark.parse(list)?.mark else { return }
        for index in stride(from: 0, to: names.count, by: 2) {
            let (temporary, name) = (names[index], names[index + 1])
            // A list is data: it moves its own process's files, and only within the folder.
            guard ProcessMark.parse(temporary)?.mark == mark, !name.contains("/"), !name.isEmpty else { return }
            move(join(folder, temporary), to: join(folder, name))
        }
    }

    private static func move(_ from: String, to target: String) {
        _ = unsafe PathText.withPath(from) { from in
            unsafe PathText.withPath(target) { target in unsafe rename(from, target) }
        }
    }

    private static func unlinkQuietly(_ path: String) { _ = unsafe PathText.withPath(path) { unsafe unlink($0) } }
}
