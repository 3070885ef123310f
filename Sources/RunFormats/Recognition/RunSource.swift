import Containers
import NativeCodecs
import RunModel
import SystemFiles

/// Where a run lies: a folder with files, a zip archive of one, or one file with its neighbours; opens files and logs them.
struct RunSource {
    /// Folder that names are relative to.
    let folder: String
    /// The file that the user named; nil where a folder was named.
    let file: String?
    /// Plain files in the folder, sorted by name. Empty for a single file until a reader asks for its neighbours.
    let names: [String]
    /// What else has a name in the folder: folders, pipes, links that lead nowhere.
    let otherNames: [String]
    let log: ReadingLog
    private let path: String
    /// The most bytes that are read of a file.
    let maximumSize: Int
    private let realFolder: String?
    let streams: StreamContents
    /// The archive that stands for a folder.
    let archive: ZippedFolder?

    /// Looks at a path; throws where nothing readable is there. `-` is standard input.
    init(_ path: String, options: RunOptions, log: ReadingLog) throws(RunError) {
        self.log = log
        self.path = path
        maximumSize = options.maximumFileSize
        streams = StreamContents(options.streams)
        let kind = path == "-" ? .other : FileSystem.kind(of: path)
        switch kind {
        case nil: throw log.fail(.missingPath(PathText.shown(path)))
        case let kind where kind == .directory || FileSystem.name(of: path) == "run.json":
            // The description of a run folder stands for the folder.
            (folder, file) = (kind == .directory ? path : FileSystem.parent(of: path), nil)
            let all = try Self.list(folder, log)
            names = all.filter { [folder] in FileSystem.kind(of: FileSystem.join(folder, $0)) == .regular }
            otherNames = all.filter { [plain = Set(names)] in !plain.contains($0) }
            realFolder = try? FileSystem.resolveSymlinks(folder)
            archive = nil
        default:
            archive = kind == .regular ? try Self.archive(path, limit: maximumSize, log) : nil
            let name = path == "-" ? "stdin" : FileSystem.name(of: path)
            // An archive of one file is that file, whatever it is called.
            (folder, file) = (FileSystem.parent(of: path), archive.map(\.single) ?? name)
            (names, otherNames) = (archive?.names ?? [], [])
            realFolder = nil
        }
    }

    /// The archive at a path; nil where there is another file, or a workbook.
    private static func archive(_ path: String, limit: Int, _ log: ReadingLog) throws(RunError) -> ZippedFolder? {
        guard let head = try? FileSystem.readFile(path, limit: 4), ZipArchive.isZip(head),
            let bytes = try? FileSystem.readFile(path, limit: limit + 1)
        else { return nil }
        let name = PathText.shown(FileSystem.name(of: path))
        guard bytes.count <= limit else { throw log.fail(.fileTooLarge(name, limit: limit)) }
        do throws(ContainerProblem) {
            let archive = try ZipArchive(bytes)
            return Workbook.isWorkbook(archive) ? nil : ZippedFolder(archive)
        } catch {
            throw log.fail(.badContainer(name, error))
        }
    }

    /// Whether the files lie in an archive.
    var isArchive: Bool { archive != nil }

    private static func list(_ path: String, _ log: ReadingLog) throws(RunError) -> [String] {
        do {
            return try FileSystem.listDirectory(path)
        } catch {
            throw log.fail(.unreadable(PathText.shown(FileSystem.name(of: path)), reason: error.reason))
        }
    }

    /// Plain files beside the named file, sorted; none for a pipe.
    func neighbours() -> [String] {
        guard file != nil, archive == nil else { return names }
        guard isPlain(path) else { return [] }
        return FolderNames.plain(in: folder)
    }

    /// Whether a plain file of this name lies in the folder, or beside the named file.
    func holds(_ name: String) -> Bool {
        if file == nil || archive != nil { return SortedNames(names).contains(name) }
        return isPlain(path) && isPlain(FileSystem.join(folder, name))
    }

    /// A name for the run: that of the folder, or of the file without its endings.
    var runName: String {
        if archive != nil { return PathText.shown(Self.stem(of: FileSystem.name(of: path))) }
        guard let file else { return PathText.shown(FileSystem.name(of: FileSystem.absolutePath(folder))) }
        if path == "-" || path == "/dev/stdin" { return "stdin" }
        return FileSystem.isInheritedStream(path) ? "stream-" + file : PathText.shown(Self.stem(of: file))
    }

    private static let endings = [
        ".zip", ".gz", ".csv", ".tsv", ".txt", ".json", ".parquet", ".feather", ".arrow", ".xlsx", ".html",
        ".htm", ".xml",
    ]

    /// The name before `.csv`, `.csv.gz`, `.json` and the like.
    static func stem(of name: String) -> String {
        var stem = name
        for ending in endings where stem.lowercased().hasSuffix(ending) {
            stem = String(stem.dropLast(ending.count))
        }
        return stem.isEmpty ? name : stem
    }

    /// The bytes of a file of the run, and its row in the provenance; expanded where they are gzip, and as delimited text where
    /// they are another container of tables.
    func bytes(of name: String, role: String) throws(RunError) -> [UInt8] {
        if let archive { return try read(name, of: archive, role: role) }
        try checkInside(name)
        return try read(place(of: name), name: PathText.shown(name), role: role)
    }

    /// The bytes of a file that an option names, wherever it lies; only its name is recorded.
    func outsideBytes(_ path: String, role: String) throws(RunError) -> [UInt8] {
        let name = log.name(ofOutside: path)
        guard path == "-" || FileSystem.kind(of: path) != nil else {
            throw log.fail(.missingPath(PathText.shown(path)))
        }
        return try read(path, name: name, role: role)
    }

    /// At most so many of a file's first bytes, expanded, and as text where it is another container of tables; empty where it
    /// cannot be read. For recognition, so nothing is logged.
    func beginning(of name: String, count: Int) -> [UInt8] {
        guard isInside(name), let head = stored(name, count) else { return [] }
        if Gzip.isGzip(head) { return Gzip.beginning(of: head, count: count) }
        guard ContainerText.isContainer(head) else { return head }
        // Columns and sheets are found from the end of a file.
        guard let whole = stored(name, maximumSize),
            let table = try? ContainerText.table(whole, limit: maximumSize, enough: count)
        else { return head }
        return Array(table.text.prefix(count))
    }

    /// At most so many of a file's first bytes, as they are stored.
    func stored(_ name: String, _ count: Int) -> [UInt8]? {
        guard let archive else { return try? beginning(at: place(of: name), count) }
        return (try? archive.content(of: name, limit: maximumSize)).flatMap { $0 }.map { Array($0.prefix(count)) }
    }

    /// A pipe gives its bytes once, so it is read whole and kept.
    private func beginning(at path: String, _ count: Int) throws(FileError) -> [UInt8] {
        if isPlain(path) { return try FileSystem.readFile(path, limit: count) }
        return Array(try streams.content(of: path, limit: maximumSize + 1).bytes.prefix(count))
    }

    /// The path of a file of the run; what the user named is written as the user wrote it.
    func place(of name: String) -> String {
        name == file || archive != nil ? path : FileSystem.join(folder, name)
    }

    /// Whether a path leads to a plain file: only that can be opened twice.
    func isPlain(_ path: String) -> Bool { path != "-" && FileSystem.kind(of: path) == .regular }

    func checkInside(_ name: String) throws(RunError) {
        if isInside(name) { return }
        guard FileSystem.kind(of: place(of: name)) != nil else {
            throw log.fail(.missingPath(PathText.shown(name)))
        }
        throw log.fail(.outsideRunFolder(PathText.shown(name)))
    }

    /// Whether a file of a run folder lies in it after following links (REQUIREMENTS L7).
    func isInside(_ name: String) -> Bool {
        guard let realFolder else { return true }
        guard let real = try? FileSystem.resolveSymlinks(FileSystem.join(folder, name)) else { return false }
        return real.hasPrefix(realFolder.hasSuffix("/") ? realFolder : realFolder + "/")
    }

    private func read(_ path: String, name: String, role: String) throws(RunError) -> [UInt8] {
        try table(try content(path, name: name, role: role), name: name)
    }

    /// What lies at a path, and its row in the provenance.
    func content(_ path: String, name: String, role: String) throws(RunError) -> [UInt8] {
        let content: FileContent
        do {
            content =
                isPlain(path)
                ? try FileSystem.readContent(path, limit: maximumSize + 1)
                : try streams.content(of: path, limit: maximumSize + 1)
        } catch {
            throw log.fail(.unreadable(name, reason: error.reason))
        }
        let raw = content.bytes
        guard raw.count <= maximumSize else { throw log.fail(.fileTooLarge(name, limit: maximumSize)) }
        log.opened(.init(name: name, size: raw.count, sha256: SHA256.hex(raw), role: role), at: path)
        if content.hasChanged { log.add(.changedWhileRead(name)) }
        return raw
    }

    private func read(_ name: String, of archive: ZippedFolder, role: String) throws(RunError) -> [UInt8] {
        try table(try content(name, of: archive, role: role), name: PathText.shown(name))
    }

    /// A file of an archive, and its row in the provenance.
    func content(_ name: String, of archive: ZippedFolder, role: String) throws(RunError) -> [UInt8] {
        let content: [UInt8]?
        do throws(ContainerProblem) {
            content = try archive.content(of: name, limit: maximumSize)
        } catch {
            throw log.fail(.badContainer(PathText.shown(FileSystem.name(of: path)), error))
        }
        let shown = PathText.shown(name)
        guard let content else { throw log.fail(.missingPath(shown)) }
        log.opened(.init(name: shown, size: content.count, sha256: SHA256.hex(content), role: role), at: path)
        return content
    }

    /// Bytes as they are meant: expanded, and as text where they are another container of tables.
    private func table(_ raw: [UInt8], name: String) throws(RunError) -> [UInt8] {
        let isGzip = Gzip.isGzip(raw)
        let bytes = isGzip ? try expanded(raw, name: name) : raw
        let table: ContainerText.Table?
        do throws(ContainerProblem) {
            table = try ContainerText.table(bytes, limit: maximumSize)
        } catch {
            throw log.fail(.badContainer(name, error))
        }
        guard let table else {
            if !isGzip, LastLine.isOpen(raw) { log.add(.openLastLine(name, line: LastLine.number(raw))) }
            return bytes
        }
        tell(table.omitted, of: name)
        if let sheets = table.sheets {
            let why = sheets.reason.map { ", \($0)," } ?? ","
            log.note("The sheet '\(sheets.taken)' of \(name) was read\(why) and not \(Phrase.list(sheets.others)).")
        }
        return table.text
    }

    /// Logs the columns of a container that are not read.
    func tell(_ omitted: [ContainerProblem], of name: String) {
        for problem in omitted { log.add(.columnNotRead(name, problem)) }
    }

    func expanded(_ raw: [UInt8], name: String) throws(RunError) -> [UInt8] {
        // Text rarely shrinks below a fiftieth; what grows two hundredfold is a bomb.
        let limit = min(maximumSize, raw.count * 200 + (1 << 20))
        do throws(Gzip.Failure) {
            return try Gzip.decompress(raw, limit: limit)
        } catch {
            throw log.fail(.badGzip(name, error))
        }
    }
}

/// The contents of pipes and devices, which can be read once and are wanted twice: for recognition and for reading.
final class StreamContents {
    private var contents: [String: FileContent]
    /// Streams that others ask for too.
    private let kept: Set<String>

    /// Streams that were read already, by path.
    init(_ known: [String: [UInt8]]) {
        contents = known.mapValues { FileContent(bytes: $0, kind: .other, hasChanged: false) }
        kept = Set(known.keys)
    }

    /// Lets go of what a stream gave that nobody else will ask for.
    func forget(_ path: String) { if !kept.contains(path) { contents[path] = nil } }

    func content(of path: String, limit: Int) throws(FileError) -> FileContent {
        if let known = contents[path] { return known }
        let content = try FileSystem.readContent(path, limit: limit)
        contents[path] = content
        return content
    }
}

/// A table whose last line has no end may be one that is still being written, and its last number a part of one.
enum LastLine {
    /// Whether a text table ends within a line.
    static func isOpen(_ bytes: [UInt8]) -> Bool {
        guard let last = bytes.last, !bytes.prefix(4096).contains(0) else { return false }
        // JSON ends with its bracket; a table does not begin with one.
        let first = bytes.first { $0 > 0x20 }
        return last != 0x0A && last != 0x0D && first != UInt8(ascii: "{") && first != UInt8(ascii: "[")
    }

    /// The 1-based number of the last line.
    static func number(_ bytes: [UInt8]) -> Int { 1 + bytes.count { $0 == 0x0A } }
}
