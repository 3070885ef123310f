import SystemFiles

/// Where an archive lies. Paths are below it, with slashes.
///
/// One folder of entries is all that an archive asks of a storage: to add a group of files that appears as a whole or not at
/// all, under a name that nobody has. A folder does that by a rename; an object storage can put last what makes it whole.
public protocol ArchiveStorage: Sendable {
    /// As the user named it, for messages.
    var name: String { get }
    /// The names in a folder, sorted by their bytes; none where there is no such folder.
    func names(in folder: String) throws(FileError) -> [String]
    /// Whether a folder that was added is there, as a whole.
    func has(_ folder: String) throws(FileError) -> Bool
    /// Whether a folder, a file or nothing stands there. Throws where nobody answers: that is another thing than nothing.
    func kind(of path: String) throws(FileError) -> FileSystem.Kind?
    /// The whole bytes of a file.
    func read(_ path: String) throws(FileError) -> [UInt8]
    /// The whole bytes of a file, nil where there is none or it is past reading. Throws where nobody answers: the file may be
    /// as good as ever, and nothing that is concluded from its absence would be true.
    func readIfThere(_ path: String) throws(FileError) -> [UInt8]?
    /// The bytes of a file in pieces.
    func readPieces(_ path: String, to take: ([UInt8]) -> Void) throws(FileError)
    /// Adds a folder with all its files, or nothing; false where it is there already.
    func add(_ folder: String, fill: (any FolderFilling) throws(FileError) -> Void) throws(FileError) -> Bool
    /// Takes a folder away as a whole.
    func remove(_ folder: String) throws(FileError)
    /// Puts a file that can be made again from others: whole or not at all, over one that stands there.
    func replace(_ path: String, with content: FileOutput) throws(FileError)
    /// Removes a file that can be made again from others.
    func removeFile(_ path: String) throws(FileError)
    /// Says that the catalogue is being made, until the mark that it gives is ended.
    func beginCatalogue() throws(FileError) -> String
    /// The catalogue is whole.
    func endCatalogue(_ mark: String) throws(FileError)
    /// Whether somebody makes the catalogue, or ended in the middle of it.
    func catalogueIsUnfinished() -> Bool
    /// What writers have begun that are not known to be dead: names in the place where entries are made.
    func unfinished() -> [String]
}

extension ArchiveStorage {
    /// For folders: what the system cannot read is damaged.
    public func readIfThere(_ path: String) throws(FileError) -> [UInt8]? { try? read(path) }
}

/// For storages whose catalogue needs no mark: a reader is told of an unfinished one by its checksums.
extension ArchiveStorage {
    /// No mark.
    public func beginCatalogue() throws(FileError) -> String { "" }
    /// Nothing to end.
    public func endCatalogue(_ mark: String) throws(FileError) {}
    /// Never.
    public func catalogueIsUnfinished() -> Bool { false }
}

/// An archive in a folder, on a disk or on network storage.
struct FolderStorage: ArchiveStorage {
    /// The folder.
    let name: String
    /// Where entries are made before they take their place.
    static let staging = ".incoming"
    /// What a folder may hold beside the archive: the place where entries are made, and what file systems put there.
    static let own: Set = [staging, "lost+found", ".snapshot", ".zfs"]

    /// Whether a name is one of a file that is just being written, or that a network file system keeps for a reader of a
    /// removed one.
    static func isTemporary(_ name: String) -> Bool { name.hasPrefix(".tearsheet-") || name.hasPrefix(".nfs") }

    /// An archive in a folder.
    init(_ folder: String) { name = folder }

    private func path(_ below: String) -> String { below.isEmpty ? name : FileSystem.join(name, below) }

    func names(in folder: String) throws(FileError) -> [String] {
        do throws(FileError) {
            return try FileSystem.listDirectory(path(folder))
        } catch {
            if FileSystem.kind(of: path(folder)) == nil { return [] }
            throw error
        }
    }

    func has(_ folder: String) -> Bool { kind(of: folder) == .directory }

    func kind(of path: String) -> FileSystem.Kind? { FileSystem.kind(of: self.path(path)) }

    func read(_ path: String) throws(FileError) -> [UInt8] { try FileSystem.readFile(self.path(path)) }

    func readPieces(_ path: String, to take: ([UInt8]) -> Void) throws(FileError) {
        let size = FileSystem.size(of: self.path(path)) ?? 0
        try FileSystem.readPieces(self.path(path), of: min(size + 1, 1 << 20), to: take)
    }

    func add(
        _ folder: String, fill: (any FolderFilling) throws(FileError) -> Void
    ) throws(FileError) -> Bool {
        try FileSystem.addFolder(path(folder), staging: path(Self.staging), fill: fill)
    }

    func remove(_ folder: String) throws(FileError) {
        try FileSystem.removeFolder(path(folder), staging: path(Self.staging))
        FileSystem.removeEmptyFolder(FileSystem.parent(of: path(folder)))
    }

    func replace(_ path: String, with content: FileOutput) throws(FileError) {
        try FileSystem.createDirectories(FileSystem.parent(of: self.path(path)))
        try FileSystem.writeAtomically(content, to: self.path(path), durable: false)
    }

    func removeFile(_ path: String) throws(FileError) {
        guard FileSystem.kind(of: self.path(path)) != nil else { return }
        try FileSystem.remove(self.path(path))
        FileSystem.removeEmptyFolder(FileSystem.parent(of: self.path(path)))
    }

    func beginCatalogue() throws(FileError) -> String { try FileSystem.markWork(path(Self.staging)) }

    /// A catalogue that is whole makes up for those that were begun before.
    func endCatalogue(_ mark: String) throws(FileError) {
        try FileSystem.remove(mark)
        FileSystem.forgetWork(path(Self.staging))
    }

    func catalogueIsUnfinished() -> Bool { !FileSystem.marksOfWork(path(Self.staging)).isEmpty }

    func unfinished() -> [String] {
        let left = FileSystem.recoverStaging(path(Self.staging))
        // What killed writers of catalogues left beside their targets.
        FileSystem.recover(name)
        for folder in (try? names(in: Archive.entries)) ?? [] {
            FileSystem.recover(path(Archive.entries + "/" + folder))
        }
        return left
    }
}
