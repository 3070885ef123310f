import Glibc

extension FileSystem {
    /// Puts the bytes at a path, whole or not at all: a reader sees the old file or the new one, never a part.
    ///
    /// Writes a hidden temporary file beside the target, flushes it to the device unless `durable` is false, and renames
    /// it; on failure the temporary file is removed and the target is as it was. A file that is replaced keeps its mode,
    /// a new one has what the umask leaves. A symbolic link is followed, so the link stays; a pipe or device
    /// (`/dev/stdout`) is written directly. A file among `inputs` is refused.
    public static func writeAtomically(
        _ bytes: [UInt8], to path: String, durable: Bool = true, sparing inputs: ProtectedFiles = ProtectedFiles()
    ) throws(FileError) {
        try writeAtomically(FileOutput(bytes), to: path, durable: durable, sparing: inputs)
    }

    /// The same with a content that may be made while it is written.
    public static func writeAtomically(
        _ content: FileOutput, to path: String, durable: Bool = true, sparing inputs: ProtectedFiles = ProtectedFiles()
    ) throws(FileError) {
        try check(path, .write)
        guard !path.isEmpty else { throw FileError(.write, path, code: ENOENT) }
        ProcessSignals.ignoreWriteSignals()
        if let input = inputs.input(at: path) {
            throw FileError(.write, path, code: EEXIST, refusal: .replacesInput(input))
        }
        switch kind(of: path) {
        case .directory: throw FileError(.write, path, code: EISDIR)
        case .other: try writeDirectly(content, to: path)
        case .regular, nil:
            let target = realPath(path) ?? path
            let set = FileSet(folder: parent(of: target), durable: durable)
            try set.write([(name(of: target), content)], named: { _ in path })
        }
    }

    /// Puts several files into a folder, all of them or none: the paths, in the order of the files.
    ///
    /// Every file is written and flushed beside its place before the first is renamed, so a full disk, a limit or a
    /// folder in the way leaves what was there. A link of one of the names is replaced and not followed; a pipe or device
    /// is refused, as is a file among `inputs`. Where the process is killed between two renames, the next run into the
    /// folder completes the set (``recover(_:)``).
    public static func writeTogether(
        _ files: [(name: String, content: FileOutput)], into folder: String, durable: Bool = true,
        sparing inputs: ProtectedFiles = ProtectedFiles()
    ) throws(FileError) -> [String] {
        ProcessSignals.ignoreWriteSignals()
        let paths = files.map { join(folder, $0.name) }
        for path in paths { try checkTarget(path, inputs) }
        try FileSet(folder: folder, durable: durable).write(files, named: { join(folder, $0) })
        return paths
    }

    /// Throws for what must not or cannot be replaced in a folder.
    public static func checkTarget(_ path: String, _ inputs: ProtectedFiles) throws(FileError) {
        try check(path, .write)
        if let input = inputs.input(at: path) {
            throw FileError(.write, path, code: EEXIST, refusal: .replacesInput(input))
        }
        guard !isLink(path) else { return }
        switch kind(of: path) {
        case .directory: throw FileError(.write, path, code: EISDIR)
        case .other: throw FileError(.write, path, code: EEXIST, refusal: .notAPlainFile)
        case .regular, nil: return
        }
    }

    private static func writeDirectly(_ content: FileOutput, to path: String) throws(FileError) {
        let descriptor = unsafe PathText.withPath(path) { unsafe open($0, O_WRONLY | O_CLOEXEC) }
        guard descriptor >= 0 else { throw FileError(.write, path, code: errno) }
        let failure = content.writeAll(to: descriptor)
        let closed = close(descriptor)
        if failure != 0 { throw FileError(.write, path, code: failure) }
        if closed != 0 { throw FileError(.write, path, code: errno) }
    }

    /// Writes every byte, whatever pieces the system takes them in; the answer is 0 or the `errno`.
    ///
    /// With `stopsAtEnd`, a process that is asked to end stops between two pieces with `EINTR`.
    static func writeFully(_ bytes: [UInt8], to descriptor: Int32, stopsAtEnd: Bool = false) -> Int32 {
        unsafe bytes.withUnsafeBytes { buffer in
            var done = 0
            while done < buffer.count {
                if stopsAtEnd, ProcessSignals.endIsAsked { return EINTR }
                let piece = min(buffer.count - done, stopsAtEnd ? 1 << 20 : buffer.count)
                let count = unsafe write(descriptor, buffer.baseAddress?.advanced(by: done), piece)
                if count >= 0 {
                    done += count
                } else if errno != EINTR {
                    return errno
                }
            }
            return 0
        }
    }
}
