import RunFormats
import SystemFiles

/// Where a batch looks for runs, as the user wrote it: folders, files, patterns, and lists of these.
public enum BatchSources {
    /// The words of a command line with lists in their place: `-` is a list on standard input, `@FILE` one in a file.
    ///
    /// A list has a path or pattern a line; empty lines and lines that begin with `#` are passed over. With `endsWithNull`
    /// every path ends with NUL and may hold anything else.
    public static func expanded(_ words: [String], endsWithNull: Bool = false) throws(FileError) -> [BatchSource] {
        var sources: [BatchSource] = []
        for word in words {
            if word == "-" {
                sources += paths(in: try FileSystem.readFile("-", limit: largestList), endsWithNull).map(listed)
            } else if word.hasPrefix("@"), FileSystem.kind(of: word) == nil {
                sources += paths(
                    in: try FileSystem.readFile(String(word.dropFirst()), limit: largestList), endsWithNull
                )
                .map(listed)
            } else {
                sources.append(BatchSource(path: word))
            }
        }
        return sources
    }

    /// Thousands of files of a list may all be called `equity.csv`: they keep their folders.
    private static func listed(_ path: String) -> BatchSource {
        let parts = path.split(separator: "/").filter { $0 != "." && $0 != ".." }
        let isFolder = FileSystem.kind(of: path) == .directory
        return BatchSource(path: path, prefix: (isFolder ? parts[...] : parts.dropLast()).joined(separator: "/"))
    }

    /// The most bytes of a list: a few million paths.
    private static let largestList = 256 << 20

    static func paths(in bytes: [UInt8], _ endsWithNull: Bool) -> [String] {
        bytes.split(separator: endsWithNull ? 0 : 0x0A).compactMap { line in
            var line = line
            if !endsWithNull, line.last == 0x0D { line = line.dropLast() }
            guard !line.isEmpty, endsWithNull || line.first != UInt8(ascii: "#") else { return nil }
            return PathText.path(decoding: Array(line))
        }
    }
}

/// One word of a command line, or line of a list.
public struct BatchSource: Equatable, Sendable {
    /// A folder, file or pattern.
    public var path: String
    /// The folder below the output that its reports go to; empty for the output itself.
    public var prefix = ""

    /// Whether it is a pattern, where nothing has its name.
    public var isPattern: Bool { GlobPattern(path) != nil }

    /// A source.
    public init(path: String, prefix: String = "") {
        self.path = path
        self.prefix = prefix
    }
}

/// One place to look for runs.
struct SearchPlace: Equatable {
    enum Kind: Equatable {
        /// A folder, looked at as a whole and then file by file.
        case folder
        /// A file that was found: what shows no run is passed over.
        case file
        /// What the user named: what shows no run is a failure.
        case named
    }

    var kind: Kind
    var path: String
    /// For a folder, the names of its files.
    var files: [String] = []
    /// The folder below the output that its reports go to; empty for the output itself.
    var folder: String
}
