import NativeCodecs
import SystemFiles

/// A report that is to become an entry: what is known of it, and where its files lie now.
public struct ReportToArchive: Sendable {
    /// What the manifest will say. Time, number and sizes of the files are the archive's to fill in.
    public var entry: ArchiveEntry
    /// The path of each of the entry's files, in their order.
    public var paths: [String]

    /// A report with its parts.
    public init(entry: ArchiveEntry, paths: [String]) {
        self.entry = entry
        self.paths = paths
    }

    /// The id that it has in every archive.
    public var id: String { EntryAddress.id(of: entry.files) }
}

/// What became of a report that was to be archived.
public struct Archived: Equatable, Sendable {
    /// Its id.
    public var id: String
    /// Its folder below the archive.
    public var folder: String
    /// Whether it was not there before.
    public var isNew: Bool
}

extension Archive {
    /// Archives a report. One that is there already is left as it is, whoever put it there.
    ///
    /// - Parameters:
    ///   - sequence: Its number within its strategy: one more than the highest that the caller knows of.
    ///   - now: Milliseconds after 1970 in UTC.
    public func add(_ report: ReportToArchive, sequence: Int, at now: Int64) throws(FileError) -> Archived {
        var entry = report.entry
        entry.sequence = sequence
        entry.archived = now
        let id = report.id
        let folder = Self.entries + "/" + EntryAddress.folder(of: entry, id: id)
        if storage.kind(of: folder) == .directory { return Archived(id: id, folder: folder, isNew: false) }
        let isNew = try storage.add(folder) { (staged) throws(FileError) in
            for place in entry.files.indices {
                entry.files[place].size = try Self.copy(report.paths[place], entry.files[place], into: staged)
            }
            let manifest = EntryManifest.bytes(of: entry, id: id)
            try staged.write(FileOutput(manifest), to: EntryManifest.fileName)
            try staged.write(FileOutput(Self.checksums(of: entry, manifest)), to: EntryManifest.checksums)
        }
        return Archived(id: id, folder: folder, isNew: isNew)
    }

    /// Copies a file whose content must be the one whose digest is known; gives its bytes.
    private static func copy(
        _ path: String, _ file: ArchiveEntry.File, into staged: StagedFolder
    ) throws(FileError) -> Int {
        var digest = SHA256Stream()
        var size = 0
        var failure: FileError?
        try staged.write(
            FileOutput { put in
                do throws(FileError) {
                    try FileSystem.readPieces(path) { piece in
                        digest.update(piece)
                        size += piece.count
                        put(piece)
                    }
                } catch { failure = error }
            }, to: file.name)
        if let failure { throw failure }
        guard digest.hex == file.sha256 else { throw FileError(.read, path, code: 0, refusal: .hasChanged) }
        return size
    }

    /// Reports of one strategy after another, each with the number that follows those that are there.
    ///
    /// Looks at a strategy once: what other writers add meanwhile may have the same numbers, which times then order.
    public final class Numbering {
        private let archive: Archive
        private var last: [String: Int] = [:]

        /// Numbers for an archive.
        public init(_ archive: Archive) { self.archive = archive }

        /// The next number of a strategy.
        public func next(of strategy: String) throws(FileError) -> Int {
            let known = if let known = last[strategy] { known } else { try found(strategy) }
            last[strategy] = known + 1
            return known + 1
        }

        private func found(_ strategy: String) throws(FileError) -> Int {
            try archive.history(of: strategy).last?.entry.sequence ?? 0
        }
    }
}
