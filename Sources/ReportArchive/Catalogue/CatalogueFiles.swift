import Formatting
import NativeCodecs
import Reports
import SQLiteOutput
import SystemFiles

/// The names of what is made from entries.
enum CatalogueFiles {
    static let page = "index.html"
    static let json = "catalogue.json"
    static let database = "catalogue.sqlite"
    static let latest = "latest.html"

    /// Beside the folder of entries.
    static let root: Set = [ArchiveReadme.fileName, page, json, database, EntryManifest.checksums]
    /// Beside the entries of a strategy.
    static let ofStrategy: Set = [page, latest]
}

/// What came of making the catalogue.
public struct CatalogueResult: Sendable {
    /// How many entries it has.
    public var entries = 0
    /// How many strategies.
    public var strategies = 0
    /// Folders that are no whole entries; none of them is in the catalogue.
    public var damaged: [String] = []
    /// Why there is no database.
    public var withoutDatabase: String?
}

extension Archive {
    /// Makes catalogue and pages from the entries alone.
    ///
    /// Writers need not wait for each other: whoever is last looks whether entries came meanwhile, and makes them again. The
    /// same entries give the same bytes.
    public func rebuild(worker: ReportWorker) throws -> CatalogueResult {
        _ = storage.unfinished()
        var result = CatalogueResult()
        for _ in 0..<5 {
            let folders = try entryFolders()
            let catalogue = try catalogue()
            result = try write(catalogue, worker: worker)
            if try entryFolders() == folders { break }
        }
        return result
    }

    /// Writes what is made from a catalogue, and takes away pages of strategies that are no more.
    @discardableResult
    func write(_ catalogue: Catalogue, worker: ReportWorker) throws -> CatalogueResult {
        // Its files change one after another: whoever looks meanwhile, or after a kill, is told.
        let mark = try storage.beginCatalogue()
        var writing = CatalogueWriting(storage: storage)
        var result = CatalogueResult(
            entries: catalogue.count, strategies: catalogue.strategies.count, damaged: catalogue.damaged)
        for strategy in catalogue.strategies {
            if strategy.entries.count > 1 {
                let page = HistoryPage(strategy: strategy).document
                try writing.put(
                    try worker.html(page, style: HistoryPage.style), strategy.folder + "/" + CatalogueFiles.page)
            }
            try writing.put(LatestPage.bytes(of: strategy), strategy.folder + "/" + CatalogueFiles.latest)
        }
        result.withoutDatabase = try writing.putDatabase(of: catalogue)
        let page = CataloguePage(catalogue: catalogue).document
        try writing.put(try worker.html(page, style: ListPageStyle.rules), CatalogueFiles.page)
        var json: [UInt8] = []
        CatalogueJSON.write(catalogue) { json += $0 }
        try writing.put(json, CatalogueFiles.json)
        try writing.end()
        try storage.endCatalogue(mark)
        return result
    }
}

/// Puts derived files, and remembers their digests.
private struct CatalogueWriting {
    let storage: any ArchiveStorage
    private var files: [ArchiveEntry.File] = []

    init(storage: any ArchiveStorage) { self.storage = storage }

    /// A file that holds these bytes already is left as it is.
    mutating func put(_ bytes: [UInt8], _ path: String) throws(FileError) {
        files.append(.init(name: path, size: bytes.count, sha256: SHA256.hex(bytes)))
        if let old = try? storage.read(path), old == bytes { return }
        try storage.replace(path, with: FileOutput(bytes))
    }

    /// Puts the database; says why there is none.
    mutating func putDatabase(of catalogue: Catalogue) throws(FileError) -> String? {
        let bytes: [UInt8]
        do throws(SQLiteError) { bytes = try CatalogueDatabase.bytes(of: catalogue) } catch { return error.message }
        try put(bytes, CatalogueFiles.database)
        return nil
    }

    /// Takes away what is not made any more, and writes the checksums.
    mutating func end() throws(FileError) {
        let readme = Array(ArchiveReadme.text.utf8)
        try put(readme, ArchiveReadme.fileName)
        let made = Set(files.map(\.name))
        if !made.contains(CatalogueFiles.database) { try storage.removeFile(CatalogueFiles.database) }
        for strategy in try storage.names(in: Archive.entries) {
            for name in CatalogueFiles.ofStrategy.sorted() {
                let path = Archive.entries + "/" + strategy + "/" + name
                if !made.contains(path) { try storage.removeFile(path) }
            }
        }
        let sums = EntryAddress.lines(of: files)
        if let old = try? storage.read(EntryManifest.checksums), old == sums { return }
        try storage.replace(EntryManifest.checksums, with: FileOutput(sums))
    }
}
