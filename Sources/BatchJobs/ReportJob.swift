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
        /// Standard output, for a single format of one file.
        case standardOutput
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
