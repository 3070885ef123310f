/// What a report is written as.
public enum OutputFormat: String, CaseIterable, Sendable {
    /// One file for browsers, offline.
    case html
    /// Pages.
    case pdf
    /// Metrics, series and tables.
    case json
    /// Metrics and tables, a file each.
    case csv
}

/// One finished file of a report.
public struct ReportFile: Equatable, Sendable {
    /// Behind the run's id: `.html`, `.drawdowns.csv`.
    public let suffix: String
    /// The content.
    public let bytes: [UInt8]

    /// A finished file.
    public init(suffix: String, bytes: [UInt8]) {
        self.suffix = suffix
        self.bytes = bytes
    }
}
