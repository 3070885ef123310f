import NativeCodecs
import ObjectStorage
import SystemFiles

/// Reports that are kept for years on shared storage, by many writers at once.
///
/// Each report is an entry: a folder with its files, a manifest and their checksums, which appears as a whole and is never
/// written to again. Everything else (catalogue, pages, histories) is made from the entries. See Documentation/Archive.md.
public struct Archive: Sendable {
    let storage: any ArchiveStorage

    /// The folder that has a folder for each strategy, with its entries.
    static let entries = "strategies"

    /// An archive that lies in a storage.
    public init(_ storage: any ArchiveStorage) { self.storage = storage }

    /// An archive in a folder that is one already. Throws where there is none.
    public static func existing(_ folder: String) throws(ArchiveError) -> Archive {
        guard FileSystem.kind(of: folder) == .directory else { throw .noFolder(folder) }
        let archive = Archive(FolderStorage(folder))
        guard archive.isMarked else { throw .noArchive(folder) }
        return archive
    }

    /// An archive in a folder, which is made where it is missing and taken where it is empty. A folder with other files
    /// is refused: an archive knows every file that it holds.
    public static func forWriting(_ folder: String) throws -> Archive {
        let archive = Archive(FolderStorage(folder))
        if archive.isMarked { return archive }
        let kind = FileSystem.kind(of: folder)
        guard kind == nil || kind == .directory else { throw ArchiveError.noFolder(folder) }
        // What another writer is just making is no other file.
        let others = (try? FileSystem.listDirectory(folder)) ?? []
        guard others.allSatisfy({ $0.hasPrefix(".") || $0 == entries || $0 == "lost+found" }) || archive.isMarked else {
            throw ArchiveError.otherFiles(folder)
        }
        try FileSystem.createDirectories(folder)
        try archive.storage.replace(ArchiveReadme.fileName, with: FileOutput(Array(ArchiveReadme.text.utf8)))
        return archive
    }

    /// An archive in an object storage that is one already. Throws where there is none, or nobody answers.
    public static func existing(in client: S3Client) throws -> Archive {
        let storage = S3Storage(client)
        guard try storage.hasFile(ArchiveReadme.fileName) else { throw ArchiveError.noArchive(storage.name) }
        return Archive(storage)
    }

    /// An archive in an object storage, begun where the place is empty.
    public static func forWriting(in client: S3Client) throws -> Archive {
        let storage = S3Storage(client)
        if try storage.hasFile(ArchiveReadme.fileName) { return Archive(storage) }
        guard try storage.names(in: "").allSatisfy({ $0 == entries }) else {
            throw ArchiveError.otherFiles(storage.name)
        }
        try storage.replace(ArchiveReadme.fileName, with: FileOutput(Array(ArchiveReadme.text.utf8)))
        return Archive(storage)
    }

    /// The bytes of an entry's manifest.
    public func manifest(of place: Place) throws(FileError) -> [UInt8] {
        try storage.read(place.path(EntryManifest.fileName))
    }

    private var isMarked: Bool { (try? storage.kind(of: ArchiveReadme.fileName)) == .regular }

    // MARK: Entries

    /// An entry where it lies.
    public struct Place: Equatable, Sendable {
        /// The folder below the archive: `strategies/SmaCross/goog.3f2a91c4d5e6f708`.
        public var folder: String
        /// The whole id.
        public var id: String
        /// What its manifest says.
        public var entry: ArchiveEntry

        /// The path of one of its files below the archive.
        public func path(_ name: String) -> String { folder + "/" + name }

        /// The digits that people use.
        public var shortID: String { String(id.prefix(12)) }
    }

    /// The folders of all entries, those of each strategy's folder together.
    func entryFolders() throws(FileError) -> [String] {
        var all: [String] = []
        for strategy in try storage.names(in: Self.entries) where !strategy.hasPrefix(".") {
            all += try folders(in: Self.entries + "/" + strategy)
        }
        return all
    }

    private func folders(in strategy: String) throws(FileError) -> [String] {
        guard try storage.kind(of: strategy) == .directory else { return [] }
        return try storage.names(in: strategy).filter { !$0.hasPrefix(".") && !CatalogueFiles.ofStrategy.contains($0) }
            .map { strategy + "/" + $0 }
    }

    /// What an entry's folder says; nil where its manifest or its checksums are not whole. Throws where a storage does not
    /// answer: a catalogue without the entry, or a gate against the one before, would be wrong.
    func place(at folder: String) throws(FileError) -> Place? {
        guard let manifest = try storage.readIfThere(folder + "/" + EntryManifest.fileName),
            let sums = try storage.readIfThere(folder + "/" + EntryManifest.checksums),
            let entry = EntryManifest.entry(manifest), Self.checksums(of: entry, manifest) == sums
        else { return nil }
        return Place(folder: folder, id: EntryAddress.id(of: entry.files), entry: entry)
    }

    /// The entries of a strategy, the oldest first. Those that are not whole are passed over; ``verify()`` names them.
    public func history(of strategy: String) throws(FileError) -> [Place] {
        let folder = Self.entries + "/" + EntryAddress.folder(ofStrategy: strategy)
        var places: [Place] = []
        for entry in try folders(in: folder) {
            if let place = try place(at: entry), place.entry.strategyName == strategy { places.append(place) }
        }
        return places.sorted(by: Place.isEarlier)
    }

    /// The content of an entry's `SHA256SUMS`.
    static func checksums(of entry: ArchiveEntry, _ manifest: [UInt8]) -> [UInt8] {
        EntryAddress.lines(of: entry.files) + Array("\(SHA256.hex(manifest))  \(EntryManifest.fileName)\n".utf8)
    }
}

extension Archive.Place {
    /// Whether one was archived before another. By number, so that clocks need not agree; two writers that knew nothing of
    /// each other may give the same number, then by time.
    static func isEarlier(_ one: Self, _ other: Self) -> Bool {
        (one.entry.sequence, one.entry.archived, one.id) < (other.entry.sequence, other.entry.archived, other.id)
    }
}
