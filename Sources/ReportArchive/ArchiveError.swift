import SystemFiles

/// Why an archive cannot be used.
public enum ArchiveError: Error, Equatable, Sendable {
    /// Nothing, or no folder, stands at the path.
    case noFolder(String)
    /// The folder is no archive.
    case noArchive(String)
    /// The folder holds files that are none of an archive.
    case otherFiles(String)
    /// No entry is called so.
    case noEntry(String)
    /// Several entries begin so.
    case severalEntries(String, [String])
    /// What is to be archived is no report's data file.
    case noReport(String, reason: String)

    /// Place, fact, remedy.
    public var message: String {
        switch self {
        case .noFolder(let path):
            "there is no archive in '\(PathText.shown(path))'; 'report --archive' or 'archive add' make one"
        case .noArchive(let path):
            "'\(PathText.shown(path))' is no archive: it has no \(ArchiveReadme.fileName); 'report --archive' makes one in an "
                + "empty folder"
        case .otherFiles(let path):
            "'\(PathText.shown(path))' is no archive and holds other files; name an empty folder, or one that is not "
                + "there yet"
        case .noEntry(let name):
            "no entry or strategy is called '\(PathText.shown(name))'; 'archive list' names all"
        case .severalEntries(let name, let entries):
            "'\(name)' is the beginning of \(entries.count) entries: \(Self.some(entries)); write more of it"
        case .noReport(let path, let reason):
            "'\(PathText.shown(path))' \(reason); name the JSON file of a report, which 'report --format html,pdf,json' "
                + "writes, or a folder with such"
        }
    }

    private static func some(_ names: [String]) -> String {
        names.prefix(3).joined(separator: ", ") + (names.count > 3 ? ", …" : "")
    }
}
