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
    private let make: @Sendable () -> [UInt8]
    /// The content; where the file was made with a closure, made anew each time, so that of the many tables of a long
    /// run only one is in memory.
    public var bytes: [UInt8] { make() }

    /// A finished file.
    public init(suffix: String, bytes: [UInt8]) {
        self.suffix = suffix
        make = { bytes }
    }

    /// A file whose content is made when it is asked for.
    public init(suffix: String, making: @escaping @Sendable () -> [UInt8]) {
        self.suffix = suffix
        make = making
    }

    /// Same name and same content.
    public static func == (left: ReportFile, right: ReportFile) -> Bool {
        left.suffix == right.suffix && left.bytes == right.bytes
    }
}
