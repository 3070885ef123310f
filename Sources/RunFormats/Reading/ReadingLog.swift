import RunModel
import SystemFiles

/// What comes up while one run is read: findings, notes for the provenance, and the files that were opened.
final class ReadingLog {
    private(set) var findings = [Finding]()
    private(set) var notes = [String]()
    private(set) var files = [Provenance.InputFile]()
    /// Where the files lie that were opened, and the digests of what was read of them.
    private(set) var opened = [OpenedFile]()
    private var outsideNames = [String: String]()
    /// Where the files lie that were opened.
    var paths: [String] { opened.map(\.path) }
    /// What options say about every table.
    let rules: ReadingRules

    init(rules: ReadingRules = ReadingRules()) { self.rules = rules }

    func add(_ finding: Finding) { findings.append(finding) }
    /// Keeps a sentence, once.
    func note(_ sentence: String) { if !notes.contains(sentence) { notes.append(sentence) } }

    func opened(_ file: Provenance.InputFile, at path: String) {
        opened.append(OpenedFile(path: path, sha256: file.sha256))
        if !files.contains(where: { $0.name == file.name }) { files.append(file) }
    }

    /// What messages call a file that an option names: its own name, and its folder's too where another file has it.
    func name(ofOutside path: String) -> String {
        if let known = outsideNames[path] { return known }
        let own = PathText.shown(path == "-" ? "stdin" : FileSystem.name(of: path))
        let isTaken = files.contains { $0.name == own } && !opened.contains { Self.areSame($0.path, path) }
        let folder = FileSystem.name(of: FileSystem.parent(of: FileSystem.absolutePath(path)))
        let name = isTaken ? PathText.shown(folder) + "/" + own : own
        outsideNames[path] = name
        return name
    }

    private static func areSame(_ one: String, _ other: String) -> Bool {
        one == other || (try? FileSystem.resolveSymlinks(one)) == (try? FileSystem.resolveSymlinks(other))
    }

    /// Says what a file was read as, once that is known.
    func assign(role: String, to name: String) {
        for index in files.indices where files[index].name == PathText.shown(name) { files[index].role = role }
    }

    /// The error of everything found so far and one more finding, to be thrown.
    func fail(_ finding: Finding) -> RunError { RunError(findings + [finding]) }

    /// Throws when any finding so far is an error.
    func checkpoint() throws(RunError) {
        if findings.contains(where: { $0.severity == .error }) { throw RunError(findings) }
    }
}

/// A file that was opened while a run was read.
public struct OpenedFile: Equatable, Sendable {
    /// Where it lies.
    public var path: String
    /// SHA-256 of what was read, in hex: of the file, or of one of the files in an archive.
    public var sha256: String

    /// A file with the digest of what was read.
    public init(path: String, sha256: String) {
        self.path = path
        self.sha256 = sha256
    }
}
