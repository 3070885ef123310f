import Glibc

/// Files that take their places in one folder together or not at all.
///
/// The order is: temporary files with the whole contents, flushed; for several files a list of what belongs where, so
/// that a later run can complete the set after a kill; second names for the files that are replaced, so that a failed
/// rename can be undone; the renames. Signals that ask the process to end wait meanwhile.
struct FileSet {
    private struct Member {
        let name: String
        let temporary: String
        /// The second name of the file that is replaced; nil where there is none.
        var old: String?
    }

    private let folder: String
    private let isDurable: Bool
    private let stem: String

    init(folder: String, durable: Bool) {
        self.folder = folder
        isDurable = durable
        stem = ProcessMark.own.stem
    }

    /// Writes all files; `named` is a file's path as the caller gave it, for the error.
    func write(
        _ files: [(name: String, content: FileOutput)], named: (String) -> String
    ) throws(FileError) {
        try ProcessSignals.withEndDelayed { () throws(FileError) in
            var members: [Member] = []
            do throws(FileError) {
                for file in files { members.append(try written(file, named(file.name))) }
                try putInPlace(members, named)
            } catch {
                for member in members { remove(member.temporary) }
                throw error
            }
        }
    }

    private func path(_ name: String) -> String { FileSystem.join(folder, name) }

    private func remove(_ name: String) { _ = unsafe PathText.withPath(path(name)) { unsafe unlink($0) } }

    // MARK: Contents

    private func written(_ file: (name: String, content: FileOutput), _ path: String) throws(FileError) -> Member {
        let mode = replacedMode(file.name)
        let (descriptor, temporary) = try openNew("tmp", path, mode: mode == nil ? 0o666 : 0o600)
        var failure = file.content.writeAll(to: descriptor, stopsAtEnd: true)
        if failure == 0, let mode, fchmod(descriptor, mode) != 0 { failure = errno }
        if failure == 0, isDurable, fsync(descriptor) != 0 { failure = errno }
        // A network file system reports a full quota only here.
        if close(descriptor) != 0, failure == 0 { failure = errno }
        guard failure != 0 else { return Member(name: file.name, temporary: temporary, old: nil) }
        remove(temporary)
        throw FileError(.write, path, code: failure, refusal: failure == EINTR ? .interrupted : nil)
    }

    /// The mode of the plain file that will be replaced: a private report stays private.
    private func replacedMode(_ name: String) -> mode_t? {
        guard let status = FileSystem.status(of: path(name), followingLinks: false),
            FileSystem.kind(mode: status.st_mode) == .regular
        else { return nil }
        return status.st_mode & 0o777
    }

    /// Opens a new file that no other writer has: names that are taken are passed over.
    private func openNew(
        _ ending: String, _ shown: String, mode: mode_t
    ) throws(FileError) -> (descriptor: Int32, name: String) {
        var attempt = 0
        while true {
            let name = "\(stem)-\(attempt).\(ending)"
            let descriptor = unsafe PathText.withPath(path(name)) { path in
                unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
            }
            if descriptor >= 0 { return (descriptor, name) }
            guard errno == EEXIST || errno == EINTR else { throw FileError(.write, shown, code: errno) }
            attempt += 1
        }
    }

    // MARK: Places

    private func putInPlace(_ given: [Member], _ named: (String) -> String) throws(FileError) {
        var members = given
        let journal = given.count > 1 ? try writtenJournal(given, named(given[0].name)) : nil
        if members.count > 1 { for index in members.indices { members[index].old = secondName(members[index].name) } }
        var failed: (name: String, code: Int32)?
        var placed = 0
        for member in members {
            guard rename(member.temporary, to: member.name) == 0 else {
                failed = (member.name, errno)
                break
            }
            placed += 1
        }
        if let journal { remove(journal) }
        if failed != nil { undo(members[..<placed]) }
        for member in members { if let old = member.old { remove(old) } }
        if let failed { throw FileError(.write, named(failed.name), code: failed.code) }
    }

    private func rename(_ old: String, to new: String) -> Int32 {
        let (from, to) = (path(old), path(new))
        return unsafe PathText.withPath(from) { from in
            unsafe PathText.withPath(to) { to in unsafe Glibc.rename(from, to) }
        }
    }

    /// What is replaced comes back, what is new goes.
    private func undo(_ placed: ArraySlice<Member>) {
        for member in placed {
            if let old = member.old { _ = rename(old, to: member.name) } else { remove(member.name) }
        }
    }

    /// A second name for a file that is about to be replaced; nil where there is none, or the file system has no links.
    private func secondName(_ name: String) -> String? {
        var attempt = 0
        while attempt < 1000 {
            let second = "\(stem)-\(attempt).old"
            let (from, to) = (path(name), path(second))
            let answer = unsafe PathText.withPath(from) { from in
                unsafe PathText.withPath(to) { to in unsafe linkat(AT_FDCWD, from, AT_FDCWD, to, 0) }
            }
            if answer == 0 { return second }
            guard errno == EEXIST else { return nil }
            attempt += 1
        }
        return nil
    }

    /// The list of what belongs where, for ``FileSystem/recover(_:)``.
    private func writtenJournal(_ members: [Member], _ shown: String) throws(FileError) -> String {
        var bytes: [UInt8] = []
        for member in members {
            bytes += PathText.bytes(of: member.temporary) + [0] + PathText.bytes(of: member.name) + [0]
        }
        // Under another name until it is whole: a list that was cut off must not be followed.
        let (descriptor, temporary) = try openNew("tmp", shown, mode: 0o600)
        let failure = FileSystem.writeFully(bytes, to: descriptor)
        let closed = close(descriptor)
        let journal = String(temporary.dropLast(3)) + "set"
        guard failure == 0, closed == 0, rename(temporary, to: journal) == 0 else {
            let code = failure != 0 ? failure : errno
            remove(temporary)
            throw FileError(.write, shown, code: code)
        }
        return journal
    }
}
