import NativeCodecs
import RunModel
import SystemFiles

/// Where a run lies: a folder with files, or one file with its neighbours; opens files and logs them.
struct RunSource {
    /// Folder that names are relative to.
    let folder: String
    /// The file that the user named; nil where a folder was named.
    let file: String?
    /// Plain files in the folder, sorted by name. Empty for a single file until a reader asks for its neighbours.
    let names: [String]
    let log: ReadingLog
    private let maximumSize: Int
    private let realFolder: String?

    /// Looks at a path; throws where nothing readable is there.
    init(_ path: String, maximumSize: Int, log: ReadingLog) throws(RunError) {
        self.log = log
        self.maximumSize = maximumSize
        switch FileSystem.kind(of: path) {
        case nil: throw log.fail(Words.missingPath(path))
        case let kind where kind == .directory || FileSystem.name(of: path) == "run.json":
            // The description of a run folder stands for the folder.
            (folder, file) = (kind == .directory ? path : FileSystem.parent(of: path), nil)
            names = try Self.list(folder, log)
            realFolder = try? FileSystem.resolveSymlinks(folder)
        default:
            (folder, file) = (FileSystem.parent(of: path), FileSystem.name(of: path))
            names = []
            realFolder = nil
        }
    }

    private static func list(_ path: String, _ log: ReadingLog) throws(RunError) -> [String] {
        do throws(FileError) {
            return try FileSystem.listDirectory(path).filter {
                FileSystem.kind(of: FileSystem.join(path, $0)) == .regular
            }
        } catch {
            throw log.fail(Words.unreadable(FileSystem.name(of: path), reason: error.reason))
        }
    }

    /// Plain files beside the named file, sorted.
    func neighbours() -> [String] {
        guard file != nil else { return names }
        return ((try? FileSystem.listDirectory(folder)) ?? []).filter {
            FileSystem.kind(of: FileSystem.join(folder, $0)) == .regular
        }
    }

    /// A name for the run: that of the folder, or of the file without its endings.
    var runName: String {
        guard let file else { return FileSystem.name(of: FileSystem.absolutePath(folder)) }
        return Self.stem(of: file)
    }

    /// The name before `.csv`, `.csv.gz` and the like.
    static func stem(of name: String) -> String {
        var stem = name
        for ending in [".gz", ".csv", ".tsv", ".txt"] where stem.lowercased().hasSuffix(ending) {
            stem = String(stem.dropLast(ending.count))
        }
        return stem.isEmpty ? name : stem
    }

    /// The bytes of a file of the run, expanded where they are gzip, and its row in the provenance.
    func bytes(of name: String, role: String) throws(RunError) -> [UInt8] {
        try checkInside(name)
        return try Self.read(
            FileSystem.join(folder, name), name: name, role: role, maximumSize: maximumSize, log: log)
    }

    /// The bytes of a file that an option names, wherever it lies; only its name is recorded.
    func outsideBytes(_ path: String, role: String) throws(RunError) -> [UInt8] {
        let name = FileSystem.name(of: path)
        guard FileSystem.kind(of: path) != nil else { throw log.fail(Words.missingPath(path)) }
        return try Self.read(path, name: name, role: role, maximumSize: maximumSize, log: log)
    }

    /// The first bytes of a file, expanded; empty where it cannot be read. For recognition, so nothing is logged.
    func beginning(of name: String) -> [UInt8] {
        let path = FileSystem.join(folder, name)
        guard isInside(name), let head = try? FileSystem.readFile(path, limit: 1 << 16) else { return [] }
        guard Gzip.isGzip(head) else { return head }
        return Gzip.beginning(of: head, count: 1 << 16)
    }

    private func checkInside(_ name: String) throws(RunError) {
        if !isInside(name) { throw log.fail(Words.outsideFolder(name)) }
    }

    /// Whether a file of a run folder lies in it after following links (REQUIREMENTS L7).
    private func isInside(_ name: String) -> Bool {
        guard let realFolder else { return true }
        guard let real = try? FileSystem.resolveSymlinks(FileSystem.join(folder, name)) else { return false }
        return real.hasPrefix(realFolder.hasSuffix("/") ? realFolder : realFolder + "/")
    }

    private static func read(
        _ path: String, name: String, role: String, maximumSize: Int, log: ReadingLog
    ) throws(RunError) -> [UInt8] {
        let raw: [UInt8]
        do throws(FileError) {
            raw = try FileSystem.readFile(path, limit: maximumSize + 1)
        } catch {
            throw log.fail(Words.unreadable(name, reason: error.reason))
        }
        guard raw.count <= maximumSize else { throw log.fail(Words.tooLarge(name, limit: maximumSize)) }
        log.opened(.init(name: name, size: raw.count, sha256: SHA256.hex(raw), role: role))
        guard Gzip.isGzip(raw) else { return raw }
        // Text rarely shrinks below a fiftieth; what grows two hundredfold is a bomb.
        let limit = min(maximumSize, raw.count * 200 + (1 << 20))
        do throws(Gzip.Failure) {
            return try Gzip.decompress(raw, limit: limit)
        } catch {
            throw log.fail(Words.badGzip(name, error))
        }
    }
}
