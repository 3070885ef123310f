import Formatting
import SystemFiles

/// A folder of benchmarks, rates and factors that are found by name: `--library DIR`.
///
/// A series is one file, `SPY.csv` or `us-3m.parquet`; its name is that of the file without endings, in any case of letters,
/// with spaces, dots, slashes and underscores as hyphens. Subfolders are not looked into, and a name never leads out of the
/// folder, because only names that lie in it are compared.
public struct SeriesLibrary: Sendable, Equatable {
    /// The folder.
    public let folder: String

    /// A library in a folder.
    public init(folder: String) { self.folder = folder }

    private static let endings = [".csv", ".csv.gz", ".tsv", ".parquet", ".feather", ".arrow", ".xlsx", ".txt"]

    /// The path of the series of a name; nil where the library has none. Of several the first by name.
    public func path(of name: String) -> String? { names(of: name).first.map { FileSystem.join(folder, $0) } }

    /// The files of a name: several where only their endings, or letters that do not count, tell them apart.
    func names(of name: String) -> [String] {
        let wanted = Self.key(name)
        return wanted.isEmpty ? [] : files.filter { Self.key(RunSource.stem(of: $0)) == wanted }
    }

    /// The names of its series, sorted.
    public var names: [String] { files.map { RunSource.stem(of: $0) } }

    /// The names that may be meant by one that it does not have, the likeliest first: slips of the keys, then names that begin
    /// or end with it.
    func near(_ name: String) -> [String] {
        let wanted = Self.letters(name)
        var (rest, near) = (names, [String]())
        while near.count < Self.mostNear, let next = NearestMatch.of(wanted, in: rest.map(Self.letters)) {
            near += rest.filter { Self.letters($0) == next }
            rest.removeAll { Self.letters($0) == next }
        }
        let longer = rest.filter { wanted.utf8.count > 1 && Self.isEnd(wanted, of: Self.letters($0)) }
        return Array((near + longer).prefix(Self.mostNear))
    }

    private static func isEnd(_ part: String, of name: String) -> Bool { name.hasPrefix(part) || name.hasSuffix(part) }

    /// A name without what parts its words.
    private static func letters(_ name: String) -> String { key(name).filter { $0 != "-" } }

    /// Names that a message lists.
    private static let mostNear = 5

    private var files: [String] {
        let all = (try? FileSystem.listDirectory(folder)) ?? []
        return all.filter { name in
            !name.hasPrefix(".") && Self.endings.contains { name.lowercased().hasSuffix($0) }
        }
    }

    private static func key(_ name: String) -> String {
        name.lowercased().split { " ./_-".contains($0) }.joined(separator: "-")
    }
}

extension RunOptions {
    /// The file of a benchmark, of rates or of factors that an option names: a path, or else a name of the library.
    ///
    /// - Throws: Where neither is there, with the nearest names of the library.
    func libraryPath(_ name: String, log: ReadingLog) throws(RunError) -> String {
        guard let library, name != "-", FileSystem.kind(of: name) == nil else { return name }
        if let path = libraryPath(of: name, log: log) { return path }
        throw log.fail(.notInLibrary(name, library))
    }

    /// The library's file of a name, with a finding where it is not the only one; nil without one.
    func libraryPath(of name: String, log: ReadingLog) -> String? {
        guard let library, let path = library.path(of: name) else { return nil }
        let all = library.names(of: name)
        if all.count > 1 { log.add(.twiceInLibrary(name, all)) }
        return path
    }
}
