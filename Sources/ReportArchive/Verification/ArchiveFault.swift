import SystemFiles

/// One thing that is not as it was archived.
public struct ArchiveFault: Equatable, Sendable {
    /// What is wrong.
    public enum Kind: String, Sendable {
        /// The content is another one.
        case changed
        /// A file or an entry is gone.
        case missing
        /// Nobody archived it.
        case foreign
        /// The system cannot read it.
        case unreadable
        /// An entry's folder is not the one of its content.
        case misplaced
    }

    /// What is wrong.
    public var kind: Kind
    /// Where, below the archive.
    public var path: String
    /// Fact and remedy.
    public var words: String
    /// Whether it can be made again from the entries.
    public var isDerived: Bool

    /// `changed: entries/…/goog.pdf: …`.
    public var message: String { "\(kind.rawValue): \(PathText.shown(path)): \(words)" }
}

/// What a verification looked at and found.
public struct VerificationResult: Sendable {
    /// Entries that were looked at.
    public var entries = 0
    /// Files whose digests were computed.
    public var files = 0
    /// Their bytes.
    public var bytes = 0
    /// What is wrong, in the order of paths.
    public var faults: [ArchiveFault] = []
    /// Whether the catalogue is being made, or its writer ended in the middle; then its own files are not looked at.
    public var catalogueIsUnfinished = false
    /// Entries that the catalogue does not have yet.
    public var uncatalogued = 0
    /// What writers have begun that are not known to be dead.
    public var unfinished: [String] = []
}
