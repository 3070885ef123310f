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
    public func path(of name: String) -> String? {
        let wanted = Self.key(name)
        guard !wanted.isEmpty else { return nil }
        return files.first { Self.key(RunSource.stem(of: $0)) == wanted }.map { FileSystem.join(folder, $0) }
    }

    /// The names of its series, sorted.
    public var names: [String] { files.map { RunSource.stem(of: $0) } }

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
    /// The file of a benchmark or of rates that an option names: a path, or else a name of the library.
    ///
    /// - Throws: Where neither is there, with the nearest name of the library.
    func libraryPath(_ name: String, log: ReadingLog) throws(RunError) -> String {
        guard let library, name != "-", FileSystem.kind(of: name) == nil else { return name }
        if let path = library.path(of: name) { return path }
        throw log.fail(.notInLibrary(name, NearestMatch.of(name, in: library.names), library.names.count))
    }
}
