import NativeCodecs

/// What a report was made from, for its appendix and for incremental runs.
public struct Provenance: Equatable, Sendable {
    /// One input file: its name below the run's folder (never an absolute path), size in bytes, SHA-256 in hex.
    public struct InputFile: Equatable, Sendable {
        /// Path relative to the run.
        public var name: String
        /// Size in bytes.
        public var size: Int
        /// SHA-256 of the bytes, 64 lower-case hex digits.
        public var sha256: String
        /// What it was read as: `equity`, `trades`, `benchmark`, `run description`.
        public var role: String

        /// An input file.
        public init(name: String, size: Int, sha256: String, role: String) {
            self.name = name
            self.size = size
            self.sha256 = sha256
            self.role = role
        }
    }

    /// Name of the format: `native run folder`, `backtesting.py`, `bare file of returns`.
    public var format: String
    /// Why the reader recognised it: `columns Equity, DrawdownPct, DrawdownDuration`.
    public var recognisedBy: String
    /// Input files, sorted by name.
    public var files: [InputFile]
    /// What was derived, aligned, dropped or filled, one sentence each, in the order it happened.
    public var notes: [String]

    /// A provenance with all its parts.
    public init(format: String, recognisedBy: String, files: [InputFile], notes: [String]) {
        self.format = format
        self.recognisedBy = recognisedBy
        self.files = files
        self.notes = notes
    }

    /// One digest of all that the run was read from: SHA-256 of the lines that `sha256sum` prints for the files, sorted
    /// by name. 64 lower-case hex digits; any change of any input changes it.
    public var digest: String {
        let lines = files.map { $0.sha256 + "  " + $0.name + "\n" }.joined()
        return SHA256.hex(Array(lines.utf8))
    }
}
