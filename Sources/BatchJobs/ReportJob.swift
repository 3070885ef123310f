import Analytics
import Reports
import RunFormats
import RunModel

/// One run to be reported.
public struct ReportJob: Sendable {
    /// Where a report's files go.
    public enum Destination: Equatable, Sendable {
        /// `<folder>/<run-id>.<format>`; the folder is made when it is missing.
        case folder(String)
        /// This file, for a single format.
        case file(String)
    }

    /// The run: a folder or a file.
    public var path: String
    /// How to read it.
    public var reading: RunOptions
    /// How to compute.
    public var conventions: Conventions
    /// How to render.
    public var rendering: ReportOptions
    /// What to write.
    public var formats: [OutputFormat]
    /// Where to.
    public var destination: Destination

    /// A job with all its parts.
    public init(
        path: String, reading: RunOptions, conventions: Conventions, rendering: ReportOptions, formats: [OutputFormat],
        destination: Destination
    ) {
        self.path = path
        self.reading = reading
        self.conventions = conventions
        self.rendering = rendering
        self.formats = formats
        self.destination = destination
    }
}

/// How a job ended.
public struct JobOutcome: Sendable {
    /// The run as the user named it.
    public let path: String
    /// What validation found, where the run could be read.
    public let findings: [Finding]
    /// The files written, or why there are none.
    public let result: Result<[String], JobError>

    init(path: String, findings: [Finding], result: Result<[String], JobError>) {
        self.path = path
        self.findings = findings
        self.result = result
    }
}

/// Why a job ended without its files; the cause keeps its own words.
public enum JobError: Error, Sendable {
    /// The run could not be read.
    case run(RunError)
    /// The report could not be made.
    case report(ReportError)
    /// A file could not be written.
    case file(String)
    /// Two runs of one call have the same id, and so the same file names.
    case duplicateID(String, first: String)

    /// Place, fact, remedy.
    public var message: String {
        switch self {
        case .run(let error): error.message
        case .report(let error): error.message
        case .file(let message): message
        case .duplicateID(let id, let first):
            "the run id '\(id)' is already taken by '\(first)'; report them into two folders, or give one its own id"
        }
    }

    /// The command line was wrong, not the run: an unknown template, section or font.
    public var isUsage: Bool {
        if case .report(let error) = self { error.isUsage } else { false }
    }
}
