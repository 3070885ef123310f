import ObjectStorage
import SystemFiles

/// An archive in a bucket of an object storage that speaks S3.
///
/// An object is there as a whole or not at all, but a group of objects is not: so the files of an entry come first, then its
/// manifest, only where none is, and last the digests of all, which are those of the manifest that stands. Of two writers of
/// one entry both write the same files and the same digests, whoever's manifest it is, and an entry is what has digests. What
/// a killed writer leaves of an entry is named by `archive verify` and finished by whoever adds the same report again.
struct S3Storage: ArchiveStorage {
    private let client: S3Client
    var name: String { client.address.text }

    /// Pieces in which files are read.
    private static let pieceSize = 8 << 20

    /// An archive at the client's place.
    init(_ client: S3Client) { self.client = client }

    func names(in folder: String) throws(FileError) -> [String] {
        try Self.told { () throws(S3Error) in try client.names(below: folder) }
    }

    func has(_ folder: String) throws(FileError) -> Bool { try hasFile(folder + "/" + EntryManifest.checksums) }

    /// Whether there is a file.
    func hasFile(_ path: String) throws(FileError) -> Bool {
        try Self.told { () throws(S3Error) in try client.exists(path) }
    }

    func kind(of path: String) throws(FileError) -> FileSystem.Kind? {
        if !path.isEmpty, try hasFile(path) { return .regular }
        let isFolder = try Self.told { () throws(S3Error) in try client.hasObjects(below: path) }
        return isFolder ? .directory : nil
    }

    func readIfThere(_ path: String) throws(FileError) -> [UInt8]? {
        try Self.told { () throws(S3Error) in try client.get(path) }
    }

    func read(_ path: String) throws(FileError) -> [UInt8] {
        guard let bytes = try readIfThere(path) else { throw missing(path) }
        return bytes
    }

    func readPieces(_ path: String, to take: ([UInt8]) -> Void) throws(FileError) {
        var start = 0
        while true {
            let range = start..<(start + Self.pieceSize)
            let piece = try Self.told { () throws(S3Error) in try client.get(path, range: range) }
            guard let piece else { throw missing(path) }
            if !piece.isEmpty { take(piece) }
            guard piece.count == Self.pieceSize else { return }
            start += piece.count
        }
    }

    func add(
        _ folder: String, fill: (any FolderFilling) throws(FileError) -> Void
    ) throws(FileError) -> Bool {
        guard try !has(folder) else { return false }
        let files = CollectedFiles()
        try fill(files)
        let last = [EntryManifest.fileName, EntryManifest.checksums]
        for file in files.all where !last.contains(file.name) { try put(file.bytes, folder + "/" + file.name) }
        guard let own = files.all.first(where: { $0.name == EntryManifest.fileName })?.bytes else { return true }
        let other = try otherManifest(where: Self.manifest(of: folder), own)
        let sums =
            other.map { Archive.checksums(of: $0.entry, $0.manifest) }
            ?? files.all.first { $0.name == EntryManifest.checksums }?.bytes
        if let sums { try put(sums, folder + "/" + EntryManifest.checksums) }
        return other == nil
    }

    /// Puts a manifest where none is; returns the one that stands where another writer was first.
    private func otherManifest(
        where path: String, _ own: [UInt8]
    ) throws(FileError) -> (manifest: [UInt8], entry: ArchiveEntry)? {
        let isNew = try Self.told { () throws(S3Error) in try client.put(own, to: path, onlyWhereNothingIs: true) }
        if isNew { return nil }
        if let manifest = try readIfThere(path), let entry = EntryManifest.entry(manifest) { return (manifest, entry) }
        // A server may refuse both of two writers that come at the same moment.
        try put(own, path)
        return nil
    }

    func remove(_ folder: String) throws(FileError) {
        try removeFile(folder + "/" + EntryManifest.checksums)
        try removeFile(Self.manifest(of: folder))
        for name in try names(in: folder) { try removeFile(folder + "/" + name) }
    }

    func replace(_ path: String, with content: FileOutput) throws(FileError) { try put(content.collected(), path) }

    func removeFile(_ path: String) throws(FileError) {
        try Self.told { () throws(S3Error) in try client.remove(path) }
    }

    func unfinished() -> [String] { [] }

    private func put(_ bytes: [UInt8], _ path: String) throws(FileError) {
        _ = try Self.told { () throws(S3Error) in try client.put(bytes, to: path) }
    }

    private static func manifest(of folder: String) -> String { folder + "/" + EntryManifest.fileName }

    private func missing(_ path: String) -> FileError {
        FileError(.read, name + "/" + path, code: 0, refusal: .answered("there is no such object"))
    }

    /// What the storage answers, as an error of files.
    private static func told<Result>(_ body: () throws(S3Error) -> Result) throws(FileError) -> Result {
        do throws(S3Error) { return try body() } catch {
            let operation: FileError.Operation =
                switch error.operation {
                case .read: .read
                case .write: .write
                case .list: .list
                }
            throw FileError(operation, error.url, code: 0, refusal: .answered(error.reason))
        }
    }
}

/// The files of a folder, in memory.
private final class CollectedFiles: FolderFilling {
    private(set) var all: [(name: String, bytes: [UInt8])] = []

    func write(_ content: FileOutput, to name: String) { all.append((name, content.collected())) }
}
