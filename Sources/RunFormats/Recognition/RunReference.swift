/// One run behind a path, known from names and headers alone: what it is called, and how to ask for it.
///
/// ```swift
/// for reference in try RunReader.list("results.json") {
///     let run = try RunReader.read(reference)   // run.identity.id == reference.id
/// }
/// ```
public struct RunReference: Hashable, Sendable {
    /// The path that the user gave, without a key.
    public var path: String
    /// Which of the runs there; nil where the path holds one.
    public var key: String?
    /// The id that the run's files will be named by.
    public var id: String
    /// The format that was recognised: `vectorbt`; empty for a pipe, which is not looked at.
    public var format: String
    /// Paths of the files that belong to the run.
    public var inputs: [String]

    /// A reference with all its parts.
    public init(path: String, key: String?, id: String, format: String, inputs: [String] = []) {
        self.path = path
        self.key = key
        self.id = id
        self.format = format
        self.inputs = inputs
    }

    /// `PATH`, or `PATH#KEY` where the path holds several runs.
    public var name: String { RunAddress(path: path, key: key).text }
}
