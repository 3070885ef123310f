import Glibc

/// A folder that is filled under a hidden name and takes its place as a whole: nobody ever sees a part of it.
///
/// Needs no lock and nothing but what network file systems promise: a folder is made or is there, and a rename happens or does
/// not. Whoever comes second finds the name taken.
public struct StagedFolder {
    private let path: String

    /// Writes a file of the folder and flushes it to the device. Nobody is meant to write to it again, so its mode says so.
    public func write(_ content: FileOutput, to name: String) throws(FileError) {
        let file = FileSystem.join(path, name)
        let descriptor = unsafe PathText.withPath(file) {
            unsafe open($0, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o444)
        }
        guard descriptor >= 0 else { throw FileError(.write, file, code: errno) }
        var failure = content.writeAll(to: descriptor, stopsAtEnd: true)
        if failure == 0, fsync(descriptor) != 0 { failure = errno }
        // A network file system reports a full quota only here.
        if close(descriptor) != 0, failure == 0 { failure = errno }
        if failure != 0 {
            throw FileError(.write, file, code: failure, refusal: failure == EINTR ? .interrupted : nil)
        }
    }

    fileprivate init(in staging: String) throws(FileError) {
        try FileSystem.createDirectories(staging)
        let stem = FileSystem.join(staging, ProcessMark.own.stem)
        var attempt = 0
        while true {
            let candidate = "\(stem)-\(attempt)"
            if unsafe PathText.withPath(candidate, { unsafe mkdir($0, 0o777) }) == 0 {
                path = candidate
                return
            }
            guard errno == EEXIST, attempt < 1_000_000 else { throw FileError(.createFolder, staging, code: errno) }
            attempt += 1
        }
    }

    /// Whether it took the place; false where a folder stands there already.
    fileprivate func take(_ target: String) throws(FileError) -> Bool {
        try FileSystem.flushFolder(path)
        var code = ENOENT
        // Others may take the folder above away as long as it is empty.
        for _ in 0..<100 where code == ENOENT && FileSystem.kind(of: path) != nil {
            try FileSystem.createFlushed(FileSystem.parent(of: target))
            code = FileSystem.renamed(path, to: target)
        }
        // A network file system that repeats a request whose answer was lost finds the old name gone.
        let isPlaced = code == 0 || (code == ENOENT && FileSystem.kind(of: path) == nil)
        if isPlaced {
            guard FileSystem.kind(of: target) == .directory else { throw FileError(.write, target, code: code) }
            try FileSystem.flushFolder(FileSystem.parent(of: target))
            return true
        }
        guard [EEXIST, ENOTEMPTY].contains(code) else { throw FileError(.write, target, code: code) }
        FileSystem.removeTree(path)
        return false
    }

    fileprivate func discard() { FileSystem.removeTree(path) }
}

/// Folders that come and go as a whole.
extension FileSystem {
    /// Adds a folder whose name is free, with everything in it and flushed, or nothing of it.
    ///
    /// - Parameters:
    ///   - path: Its place. The folder above is made where it is missing.
    ///   - staging: A folder of the same file system in which it is filled. What killed processes leave there is for
    ///     ``recoverStaging(_:)``.
    ///   - fill: Writes its files. What it throws leaves nothing.
    /// - Returns: False where a folder stands in the place already, which is left as it is.
    public static func addFolder(
        _ path: String, staging: String, fill: (StagedFolder) throws(FileError) -> Void
    ) throws(FileError) -> Bool {
        try check(path, .write)
        ProcessSignals.ignoreWriteSignals()
        return try ProcessSignals.withEndDelayed { () throws(FileError) in
            let folder = try StagedFolder(in: staging)
            do throws(FileError) {
                try fill(folder)
                return try folder.take(path)
            } catch {
                folder.discard()
                throw error
            }
        }
    }

    /// Takes a folder away as a whole, and then its files. One that is not there is no error.
    public static func removeFolder(_ path: String, staging: String) throws(FileError) {
        try check(path, .write)
        try ProcessSignals.withEndDelayed { () throws(FileError) in
            let place = try StagedFolder(in: staging)
            defer { place.discard() }
            let code = place.swallow(path)
            if code == ENOENT { return }
            guard code == 0 else { throw FileError(.write, path, code: code) }
            try flushFolder(parent(of: path))
        }
    }

    /// Clears a staging folder of what killed processes of this host left there: nothing of it has ever been seen. The
    /// names that are left belong to processes that live, or that are of other hosts.
    public static func recoverStaging(_ staging: String) -> [String] {
        guard let names = try? listDirectory(staging) else { return [] }
        var left: [String] = []
        for name in names where !name.hasSuffix(workSuffix) {
            if ProcessMark.parse(name)?.mark.isDead == true {
                removeTree(join(staging, name))
            } else {
                left.append(name)
            }
        }
        return left
    }

    /// What stands at the end of the names of marks.
    private static let workSuffix = "-work"

    /// Leaves a mark in a staging folder that says that a work of several files has begun: the path of the mark, which
    /// ``remove(_:)`` takes away when the work is done.
    public static func markWork(_ staging: String) throws(FileError) -> String {
        try createDirectories(staging)
        let path = join(staging, ProcessMark.own.stem + workSuffix)
        try writeAtomically([], to: path, durable: false)
        return path
    }

    /// The marks in a staging folder: works that go on, or whose process ended in the middle.
    public static func marksOfWork(_ staging: String) -> [String] {
        ((try? listDirectory(staging)) ?? []).filter { $0.hasSuffix(workSuffix) }
    }

    /// Takes away the marks of processes of this host that ended in the middle of their work: somebody does it again.
    public static func forgetWork(_ staging: String) {
        for name in marksOfWork(staging) where ProcessMark.parse(name)?.mark.isDead == true {
            removeTree(join(staging, name))
        }
    }

    /// Removes a folder that is empty; anything else is left.
    public static func removeEmptyFolder(_ path: String) {
        _ = unsafe PathText.withPath(path) { unsafe rmdir($0) }
    }

    /// Flushes the names of a folder to the device, so that what was added to it outlives a loss of power.
    static func flushFolder(_ path: String) throws(FileError) {
        let descriptor = unsafe PathText.withPath(path) { unsafe open($0, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
        guard descriptor >= 0 else { throw FileError(.write, path, code: errno) }
        defer { _ = close(descriptor) }
        // Some network file systems know no flushing of folders, and flush them anyway.
        if fsync(descriptor) != 0, ![EINVAL, ENOTSUP, EROFS].contains(errno) {
            throw FileError(.write, path, code: errno)
        }
    }

    /// Makes a folder and those above it, each flushed into the one that holds it.
    fileprivate static func createFlushed(_ path: String) throws(FileError) {
        guard kind(of: path) != .directory else { return }
        let above = parent(of: path)
        if above != path { try createFlushed(above) }
        try createDirectories(path)
        try flushFolder(above)
    }

    /// 0, or the `errno`.
    static func renamed(_ old: String, to new: String) -> Int32 {
        let answer = unsafe PathText.withPath(old) { old in
            unsafe PathText.withPath(new) { new in unsafe rename(old, new) }
        }
        return answer == 0 ? 0 : errno
    }

    /// Removes a folder and all that is in it, as far as that goes; links are removed and not followed.
    static func removeTree(_ path: String) {
        guard let status = status(of: path, followingLinks: false) else { return }
        guard kind(mode: status.st_mode) == .directory else {
            _ = unsafe PathText.withPath(path) { unsafe unlink($0) }
            return
        }
        for name in (try? listDirectory(path)) ?? [] { removeTree(join(path, name)) }
        removeEmptyFolder(path)
    }
}

extension StagedFolder {
    /// Moves a folder into this one; 0, or the `errno`.
    fileprivate func swallow(_ other: String) -> Int32 {
        FileSystem.renamed(other, to: FileSystem.join(path, "removed"))
    }
}
