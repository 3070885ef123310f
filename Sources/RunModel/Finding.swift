import Formatting

/// One result of validation: a place, a fact, and what to do about it.
public struct Finding: Equatable, Sendable {
    /// How bad it is: errors stop a run, warnings go into its data-quality section, notes explain.
    public enum Severity: String, Sendable, CaseIterable {
        /// The run cannot be reported.
        case error
        /// The numbers may mislead.
        case warning
        /// Worth knowing.
        case note
    }

    /// Which of the four layers of validation found it (REQUIREMENTS L6).
    public enum Layer: String, Sendable {
        /// Types, required fields, ranges.
        case schema
        /// Values that must agree with each other.
        case relations
        /// Values far outside the others.
        case outliers
        /// Order, duplicates, gaps.
        case time
    }

    /// How bad.
    public var severity: Severity
    /// Which layer.
    public var layer: Layer
    /// Stable name for machines: `unsorted_timestamps`.
    public var code: String
    /// Where: file below the run, row (1-based line of the file), column name; as far as known.
    public var file: String?
    /// 1-based line in ``file``.
    public var row: Int?
    /// Column name in ``file``.
    public var column: String?
    /// 0-based byte in ``file``, for formats without rows.
    public var byte: Int?
    /// What is the case.
    public var fact: String
    /// What to do.
    public var remedy: String?

    /// A finding with all its parts.
    public init(
        severity: Severity, layer: Layer, code: String, file: String? = nil, row: Int? = nil, column: String? = nil,
        byte: Int? = nil, fact: String, remedy: String? = nil
    ) {
        self.severity = severity
        self.layer = layer
        self.code = code
        self.file = file
        self.row = row
        self.column = column
        self.byte = byte
        self.fact = fact
        self.remedy = remedy
    }

    /// `equity.csv:17 (equity): fact; remedy`, the form that every command prints.
    public var message: String {
        let place = [file, row.map(String.init)].compactMap { $0 }.joined(separator: ":")
        let column = column.map { " column '\(PrintableText.excerpt($0, limit: 60))'" } ?? ""
        let byte = byte.map { " byte \($0)" } ?? ""
        let head = place + column + byte
        return (head.isEmpty ? "" : head + ": ") + fact + (remedy.map { "; " + $0 } ?? "")
    }
}
