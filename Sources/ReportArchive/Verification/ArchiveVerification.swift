import NativeCodecs
import SystemFiles

extension Archive {
    /// Reads every file of the archive and says what is not as it was archived. Changes nothing of it.
    ///
    /// - Parameter whenLooked: Hears how many entries have been looked at, of how many.
    public func verify(whenLooked: (Int, Int) -> Void = { _, _ in }) -> VerificationResult {
        var verification = ArchiveVerification(storage: storage)
        verification.run(whenLooked)
        verification.result.faults.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
        return verification.result
    }
}

/// One pass over an archive.
struct ArchiveVerification {
    let storage: any ArchiveStorage
    var result = VerificationResult()
    /// Folders of entries that are there.
    private var seen: Set<String> = []
    /// Files that were made from entries.
    private var derived: Set<String> = []
    /// Folders of which nobody said what is in them: nothing below them is missing, as far as anybody knows.
    private var unread: Set<String> = []

    init(storage: any ArchiveStorage) { self.storage = storage }

    mutating func run(_ whenLooked: (Int, Int) -> Void) {
        result.unfinished = storage.unfinished()
        let folders = folders()
        for (place, folder) in folders.enumerated() {
            look(atEntry: folder)
            whenLooked(place + 1, folders.count)
        }
        result.catalogueIsUnfinished = storage.catalogueIsUnfinished()
        lookAtRoot()
        lookAtCatalogue()
    }

    // MARK: Entries

    /// The folders of entries; what lies beside them is foreign.
    private mutating func folders() -> [String] {
        var folders: [String] = []
        for strategy in names(in: Archive.entries) {
            let path = Archive.entries + "/" + strategy
            guard isFolder(path) else { continue }
            for name in names(in: path) {
                if CatalogueFiles.ofStrategy.contains(name) {
                    derived.insert(path + "/" + name)
                } else if isFolder(path + "/" + name) {
                    folders.append(path + "/" + name)
                }
            }
        }
        return folders
    }

    private mutating func isFolder(_ path: String) -> Bool {
        stands(.directory, path, or: "it is no folder of entries; move it out of the archive")
    }

    private mutating func look(atEntry folder: String) {
        result.entries += 1
        seen.insert(folder)
        var names = Set(names(in: folder))
        guard !unread.contains(folder) else { return }
        guard let manifest = bytes(folder, EntryManifest.fileName, &names) else { return }
        let sums = bytes(folder, EntryManifest.checksums, &names)
        guard let entry = EntryManifest.entry(manifest) else {
            add(.changed, folder + "/" + EntryManifest.fileName, "it is no manifest any more; " + Self.restore)
            return checkByChecksums(folder, sums ?? [], names)
        }
        check(sums, entry, manifest, folder)
        for file in entry.files { check(file, in: folder, &names) }
        let id = EntryAddress.id(of: entry.files)
        if Archive.entries + "/" + EntryAddress.folder(of: entry, id: id) != folder {
            add(.misplaced, folder, "its content belongs to \(EntryAddress.folder(of: entry, id: id)); " + Self.restore)
        }
        for name in names.sorted() { addForeign(folder + "/" + name) }
    }

    /// Which of manifest and checksums changed: the one that the other does not bear out.
    private mutating func check(
        _ sums: [UInt8]?, _ entry: ArchiveEntry, _ manifest: [UInt8], _ folder: String
    ) {
        guard let sums, sums != Archive.checksums(of: entry, manifest) else { return }
        let digest = Array("\(SHA256.hex(manifest))  \(EntryManifest.fileName)\n".utf8)
        let isBorneOut = sums.suffix(digest.count) == digest[...]
        let name = isBorneOut ? EntryManifest.checksums : EntryManifest.fileName
        add(.changed, folder + "/" + name, "it does not agree with the rest of the entry; " + Self.restore)
    }

    /// Where the manifest is lost, the checksums still say which files are whole.
    private mutating func checkByChecksums(_ folder: String, _ sums: [UInt8], _ names: Set<String>) {
        var names = names
        for file in ChecksumFile.files(sums) ?? [] where file.name != EntryManifest.fileName {
            check(file, in: folder, &names)
        }
        for name in names.sorted() { addForeign(folder + "/" + name) }
    }

    private mutating func check(_ file: ArchiveEntry.File, in folder: String, _ names: inout Set<String>) {
        let path = folder + "/" + file.name
        guard names.remove(file.name) != nil else {
            return add(.missing, path, "the report had it; " + Self.restore)
        }
        guard let digest = digest(of: path), digest != file.sha256 else { return }
        add(.changed, path, "its SHA-256 is \(digest.prefix(12))…, it was \(file.sha256.prefix(12))…; " + Self.restore)
    }

    private mutating func bytes(_ folder: String, _ name: String, _ names: inout Set<String>) -> [UInt8]? {
        let path = folder + "/" + name
        guard names.remove(name) != nil else {
            add(.missing, path, "every entry has it; " + Self.restore)
            return nil
        }
        guard let bytes = content(of: path) else { return nil }
        result.files += 1
        result.bytes += bytes.count
        return bytes
    }

    // MARK: What is made from entries

    /// Files of the catalogue against the checksums at the root.
    private mutating func lookAtRoot() {
        for name in names(in: "") where !FolderStorage.own.contains(name) && name != Archive.entries {
            if CatalogueFiles.root.contains(name) { derived.insert(name) } else { addForeign(name) }
        }
        if !result.catalogueIsUnfinished, !unread.contains("") { checkDerived(derived) }
    }

    private mutating func checkDerived(_ given: Set<String>) {
        var found = given
        guard found.remove(EntryManifest.checksums) != nil else {
            // Before the first catalogue there is the text that marks the archive.
            let readme = try? storage.read(ArchiveReadme.fileName)
            if readme != Array(ArchiveReadme.text.utf8) {
                add(.changed, ArchiveReadme.fileName, "it is not the archive's text; " + Self.remake, isDerived: true)
            }
            guard !found.subtracting([ArchiveReadme.fileName]).isEmpty else { return }
            return add(
                .missing, EntryManifest.checksums, "the catalogue has no checksums; " + Self.remake, isDerived: true)
        }
        guard let sums = content(of: EntryManifest.checksums) else { return }
        guard let files = ChecksumFile.files(sums) else {
            return add(.changed, EntryManifest.checksums, "it is no list of checksums; " + Self.remake, isDerived: true)
        }
        for file in files {
            guard found.remove(file.name) != nil else {
                addMissing(file.name, "the catalogue had it; " + Self.remake, isDerived: true)
                continue
            }
            guard let digest = digest(of: file.name), digest != file.sha256 else { continue }
            add(.changed, file.name, "it is not as it was made; " + Self.remake, isDerived: true)
        }
        for path in found.sorted() { addForeign(path) }
    }

    /// Entries that the catalogue has and that are gone; and those that it does not have yet.
    private mutating func lookAtCatalogue() {
        let bytes: [UInt8]?
        do throws(FileError) { bytes = try storage.readIfThere(CatalogueFiles.json) } catch { return }
        guard let bytes, let listed = CatalogueJSON.folders(bytes) else {
            result.uncatalogued = seen.count
            return
        }
        for folder in listed.subtracting(seen).sorted() {
            addMissing(
                folder,
                "the catalogue has this entry; restore it, or take it out of the catalogue with 'archive rebuild'")
        }
        result.uncatalogued = seen.subtracting(listed).count
    }

    // MARK: Parts

    private static let restore = "restore the entry from a backup, or make the report again"
    private static let remake = "'archive rebuild' makes it again"

    private mutating func names(in folder: String) -> [String] {
        do throws(FileError) {
            let names = try storage.names(in: folder)
            result.unfinished += names.filter(FolderStorage.isTemporary).map { folder.isEmpty ? $0 : folder + "/" + $0 }
            return names.filter { !FolderStorage.isTemporary($0) }
        } catch {
            // A file in a folder's place is told by whoever asks what stands there.
            if ((try? storage.kind(of: folder)) ?? .directory) == .directory { addUnread(folder, error) }
            return []
        }
    }

    private mutating func digest(of path: String) -> String? {
        guard stands(.regular, path, or: "it is no plain file; " + Self.restore) else { return nil }
        var digest = SHA256Stream()
        var count = 0
        do throws(FileError) {
            try storage.readPieces(path) { piece in
                digest.update(piece)
                count += piece.count
            }
        } catch {
            add(.unreadable, path, error.reason)
            return nil
        }
        result.files += 1
        result.bytes += count
        return digest.hex
    }

    /// The bytes of a file; nil, and a fault, where it cannot be read.
    private mutating func content(of path: String) -> [UInt8]? {
        do throws(FileError) { return try storage.read(path) } catch {
            add(.unreadable, path, error.reason)
            return nil
        }
    }

    /// Whether what is to stand at a path stands there; a fault where another thing does, or nobody says what.
    private mutating func stands(_ kind: FileSystem.Kind, _ path: String, or words: String) -> Bool {
        do throws(FileError) {
            if try storage.kind(of: path) == kind { return true }
            add(.foreign, path, words)
        } catch { addUnread(path, error) }
        return false
    }

    private mutating func addUnread(_ path: String, _ error: FileError) {
        unread.insert(path)
        add(.unreadable, path, error.reason)
    }

    private mutating func addMissing(_ path: String, _ words: String, isDerived: Bool = false) {
        guard !unread.contains(where: { $0.isEmpty || path == $0 || path.hasPrefix($0 + "/") }) else { return }
        add(.missing, path, words, isDerived: isDerived)
    }

    private mutating func addForeign(_ path: String) {
        add(.foreign, path, "nobody archived it; move it out of the archive")
    }

    private mutating func add(_ kind: ArchiveFault.Kind, _ path: String, _ words: String, isDerived: Bool = false) {
        result.faults.append(ArchiveFault(kind: kind, path: path, words: words, isDerived: isDerived))
    }
}
