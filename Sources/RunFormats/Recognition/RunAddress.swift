import SystemFiles

/// Where a user says that a run is: `PATH`, or `PATH#KEY` for one of the several runs behind a path.
///
/// ```swift
/// let address = RunAddress("sweep/goog.value.csv#(8, 21)")
/// // address.path == "sweep/goog.value.csv", address.key == "(8, 21)"
/// ```
public struct RunAddress: Hashable, Sendable {
    /// A folder, a file, or `-` for standard input.
    public var path: String
    /// Which of the runs there; nil for the only one, or all of them.
    public var key: String?

    /// The address of a path and a key.
    public init(path: String, key: String? = nil) {
        self.path = path
        self.key = key
    }

    /// The address that a text means: what exists under the whole text is a path, whatever `#` it holds. Otherwise the
    /// longest beginning that ends before a `#` and exists is the path, and the rest the key.
    ///
    /// Looks at the file system once for each `#`.
    public init(_ text: String) {
        self.init(path: text)
        guard text.contains("#"), FileSystem.kind(of: text) == nil else { return }
        for index in text.indices.reversed() where text[index] == "#" {
            let path = String(text[..<index])
            guard path == "-" || FileSystem.kind(of: path) != nil else { continue }
            self.init(path: path, key: String(text[text.index(after: index)...]))
            return
        }
    }

    /// The address as a command line takes it.
    public var text: String { key.map { path + "#" + $0 } ?? path }
}
