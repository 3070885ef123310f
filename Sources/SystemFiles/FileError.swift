/// Why a file or folder could not be used: what was tried, on what, and what the system answered.
///
/// The words are in `FileError+Words.swift`.
public struct FileError: Error, Equatable, Sendable {
    /// What was tried.
    public enum Operation: Equatable, Sendable {
        /// Reading a file's bytes.
        case read
        /// Writing, flushing or renaming a file.
        case write
        /// Listing a folder.
        case list
        /// Making a folder.
        case createFolder
        /// Following symbolic links to the real path.
        case resolve
        /// Starting a process.
        case start
    }

    /// Why we refuse what the system would do.
    public enum Refusal: Equatable, Sendable {
        /// The target is a file that the command reads, here by its name as an input.
        case replacesInput(String)
        /// A pipe or device stands where a folder's file should be.
        case notAPlainFile
        /// The process is asked to end.
        case interrupted
        /// A file has another content than the one that is meant.
        case hasChanged
    }

    /// What was tried.
    public let operation: Operation
    /// The path as the caller gave it.
    public let path: String
    /// The system's `errno`, such as `ENOENT`.
    public let code: Int32
    /// Why it was not even tried; nil where the system answered.
    public let refusal: Refusal?

    /// An error of one operation on one path.
    public init(_ operation: Operation, _ path: String, code: Int32, refusal: Refusal? = nil) {
        self.operation = operation
        self.path = path
        self.code = code
        self.refusal = refusal
    }
}
